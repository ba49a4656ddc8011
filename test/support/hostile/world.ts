import type { Appended } from '../../../src/commands/decision-log.js';
import type { TestApp } from '../app.js';
import { drawn } from '../story/making.js';
import type { Step } from '../story/step.js';
import { story, thingsIn } from '../story/story.js';
import { Told } from '../story/told.js';
import type { Sent } from './requests.js';

/** A write that was accepted. */
export interface Past {
  readonly route: string;
  readonly sent: Sent;
  readonly body: object;
}

/** A story on its way into the register, one write at a time: each is accepted, since those before it were. */
export class World {
  readonly things;
  readonly past: Past[] = [];
  /** Ids, references and event ids of what was recorded. */
  readonly known: string[] = [];
  private readonly steps: readonly Step[];
  private readonly told: Told;

  constructor(
    private readonly prefix: string,
    private readonly key: string,
    app: TestApp,
    seed: number,
  ) {
    this.things = thingsIn(prefix);
    this.steps = story(prefix, drawn(seed));
    this.told = new Told(app);
  }

  get ended(): boolean {
    return this.past.length === this.steps.length;
  }

  /** Whether everything that stays was opened. */
  get peopled(): boolean {
    return this.past.length >= Object.keys(this.things).length;
  }

  /** The next write, and what to do once it was accepted. */
  async next(): Promise<{ readonly sent: Sent; readonly accepted: (appended: Appended) => void }> {
    const step = this.steps[this.past.length]!;
    const body = await step.body(this.told);
    const sent: Sent = {
      method: 'POST',
      path: step.address,
      headers: {
        authorization: `Bearer ${this.key}`,
        'content-type': 'application/json',
        'idempotency-key': `${this.prefix}-${this.past.length}`,
        ...(step.needsIfMatch && { 'if-match': `"${this.told.revision(step.stream)}"` }),
      },
      body: Buffer.from(JSON.stringify(body)),
    };
    const accepted = (appended: Appended) => {
      this.told.add(appended);
      this.past.push({ route: step.route, sent, body });
      this.known.push(appended.id, appended.stream, ...appended.eventIds, ...claimsIn(appended.stream, body));
    };
    return { sent, accepted };
  }
}

const claimsIn = (stream: string, { claims = [] }: { readonly claims?: readonly { readonly claimId: string }[] }) =>
  claims.map(({ claimId }) => `${stream}#${claimId}`);
