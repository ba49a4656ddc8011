import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '../../src/event-store/event-store.js';
import { allPages } from '../contract/reading.js';
import { bodyOf } from '../support/bodies.js';
import { anActor, anAmendment, anIncident } from '../support/builders.js';

interface Wanted {
  readonly path: string;
  readonly body: object;
  readonly key: string;
}

interface Appended {
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly eventIds: readonly string[];
}

/**
 * Clients that do not give up: each sends one write after another, each under an `Idempotency-Key` of its own, and sends it
 * again for as long as it has no answer. What they write would show if it were recorded twice.
 */
export class PersistentClients {
  /** By client, in the order of answering. */
  readonly answered: { readonly wanted: Wanted; readonly appended: Appended }[][] = [];
  readonly unexpected: string[] = [];
  repeats = 0;
  private lastFailure = '';
  private stopping = false;
  private givenUp = false;

  constructor(
    private readonly url: () => string,
    private readonly token: string,
  ) {}

  get count(): number {
    return this.answered.flat().length;
  }

  /** They begin no more, and end when everything they asked for is answered. */
  stop(): void {
    this.stopping = true;
  }

  /** They stop asking, answered or not. */
  giveUp(): void {
    this.stopping = true;
    this.givenUp = true;
  }

  async run(clients: number): Promise<void> {
    await Promise.all(Array.from({ length: clients }, (_, client) => this.write(client)));
  }

  /** Until so many more writes were answered. */
  async answers(count: number, withinMs = 20_000): Promise<void> {
    const enough = this.count + count;
    for (const end = performance.now() + withinMs; this.count < enough; await pause(5)) {
      if (this.unexpected.length > 0) {
        this.giveUp();
        throw new Error(this.unexpected.join('\n'));
      }
      if (performance.now() <= end) continue;
      this.giveUp();
      throw new Error(`Only ${this.count} of ${enough} writes in time: ${this.lastFailure}`);
    }
  }

  /** Sends everything once more, and holds the log against all answers. */
  async expectEachOnceInOrder(log: EventStore): Promise<void> {
    expect(this.unexpected).toEqual([]);
    const events = await allPages(log);
    const at = new Map(events.map((event) => [event.eventId, event]));
    expect(at.size).toBe(events.length);
    for (const own of this.answered) {
      for (const { appended } of own) {
        expect(appended.eventIds).toHaveLength(1);
        const { stream, revision, position } = at.get(appended.eventIds[0]!) ?? {};
        expect({ stream, revision, position }).toEqual({
          stream: appended.stream,
          revision: appended.revision,
          position: appended.position,
        });
      }
      const positions = own.map(({ appended }) => appended.position);
      expect(positions).toEqual([...new Set(positions)].sort());
    }
    expect(events).toHaveLength(this.count);

    for (const { wanted, appended } of this.answered.map((own) => own.at(-1)!)) {
      const again = await this.send(wanted);
      expect(again).toMatchObject({ status: expect.any(Number), body: appended });
    }
    expect(await allPages(log)).toHaveLength(this.count);
  }

  private async write(client: number): Promise<void> {
    const own: { wanted: Wanted; appended: Appended }[] = [];
    this.answered[client] = own;
    for (let n = 0; !this.stopping; n += 1) {
      const wanted = wantedBy(client, n);
      const appended = await this.insist(wanted);
      if (!appended) return;
      own.push({ wanted, appended });
    }
  }

  /** Until it is answered, however often that takes. */
  private async insist(wanted: Wanted): Promise<Appended | null> {
    for (let attempt = 1; ; attempt += 1) {
      if (this.givenUp) return null;
      const answer = await this.send(wanted).catch((error: Error) => {
        this.lastFailure = `${error.message} ${String(error.cause ?? '')}`;
        return null;
      });
      if (answer?.status === 200 || answer?.status === 201) return answer.body as unknown as Appended;
      const inFlight = answer?.body['code'] === 'in-flight' || String(answer?.body['type']).endsWith('in-flight');
      if (answer && answer.status !== 503 && !inFlight) {
        this.unexpected.push(`${wanted.path}: ${answer.status} ${JSON.stringify(answer.body)}`);
        return null;
      }
      if (answer) this.lastFailure = JSON.stringify(answer.body);
      this.repeats += 1;
      await pause(Math.min(20 * attempt, 200));
    }
  }

  private async send({ path, body, key }: Wanted): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await fetch(new URL(path, this.url()), {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}`, 'idempotency-key': key },
      signal: AbortSignal.timeout(10_000),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
}

/** An incident of its own, then by turns what changed about it and an actor whose id the register makes. */
function wantedBy(client: number, n: number): Wanted {
  const key = `client-${client}-write-${n}`;
  const incidentId = `incident-of-${client}`;
  if (n === 0) {
    const { sources: _, ...body } = bodyOf(anIncident({ incidentId }));
    return { path: '/api/incidents', body, key };
  }
  if (n % 2 === 0) {
    const { actorId: _, ...body } = bodyOf(anActor());
    return { path: '/api/actors', body, key };
  }
  const label = [{ lang: 'en', text: `As known after ${n} writes` }];
  return { path: `/api/incidents/${incidentId}/amendments`, body: bodyOf(anAmendment({ incidentId, label })), key };
}
