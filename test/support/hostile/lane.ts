import fc from 'fast-check';
import type { Appended } from '../../../src/commands/decision-log.js';
import type { TestApp } from '../app.js';
import { Pipeline, type Came } from './pipeline.js';
import type { Api, Sent } from './requests.js';
import { validReads } from './valid-reads.js';
import { World } from './world.js';

/** Of so many requests on their way together, one is a valid write and one a valid question. */
export const AT_ONCE = 25;
export const VALID = 2;

/** What came back, and whether it had to be what was asked for. */
export interface Answered extends Came {
  readonly valid: boolean;
}

/** One connection: it tells a story of its own, which nobody else knows of, among whatever else it is given to send. */
export class Lane {
  readonly pipeline: Pipeline;
  /** The last story that was told to its end. */
  ended: World | null = null;
  private world: World;
  private readable: World | null = null;
  private drawn = 0;

  constructor(
    private readonly app: TestApp,
    private readonly api: Api,
    private readonly key: string,
    private readonly name: string,
    private readonly seed: number,
  ) {
    this.pipeline = new Pipeline(app.url);
    this.world = this.newWorld();
  }

  /** Sends others among its own; answers what came back for all of them. */
  async send(others: readonly Sent[]): Promise<readonly Answered[]> {
    const { sent: write, accepted } = await this.world.next();
    const reads = validReads(this.api, this.key, this.readable?.things ?? null);
    const [read] = fc.sample(reads, { seed: this.nextSeed(), numRuns: 1 });
    const middle = Math.floor(others.length / 2);
    const came = await this.pipeline.send([write, ...others.slice(0, middle), read!, ...others.slice(middle)]);
    const recorded = came.find(({ sent }) => sent === write)!;
    if (recorded.status <= 201) accepted(JSON.parse(recorded.text) as Appended);
    if (this.world.ended) this.begin();
    return came.map((one) => ({ ...one, valid: one.sent === write || one.sent === read }));
  }

  /** All that was recorded so far can be read. */
  caughtUp(): void {
    this.readable = this.world.peopled ? this.world : null;
  }

  /** Leaves a story to everybody, and begins another. */
  private begin(): void {
    this.ended = this.world;
    this.readable = null;
    this.world = this.newWorld();
  }

  private newWorld(): World {
    const seed = this.nextSeed();
    return new World(`${this.name}-${this.drawn}`, this.key, this.app, seed);
  }

  private nextSeed(): number {
    this.drawn += 1;
    return this.seed + this.drawn * 1_000;
  }
}
