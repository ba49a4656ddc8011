import type { ReadPosition } from '@kurrent/kurrentdb-client';
import type { Position, StoredEvent } from '../event-store.js';
import type { Resolved } from './client.js';
import type { Connection } from './connection.js';
import { HistoryIncomplete } from './errors.js';
import { isNoSuchStream, storeError } from './failure.js';
import { logPositionOf } from './log-position.js';
import type { OurStreams } from './our-streams.js';
import { storedEvent } from './stored-event.js';
import { within } from './within.js';

export interface Patience {
  /** How long one page of a stream, or an append, may take. */
  readonly answerMs: number;
  /** How long a page of the whole log may take: the server may have to pass over many events of others. */
  readonly searchMs: number;
}

/** Reads our events, from the leader, never resolving links. */
export class LogReader {
  constructor(
    private readonly connection: Connection,
    private readonly ours: OurStreams,
    private readonly patience: Patience,
  ) {}

  /** At most `max` events of a stream from a revision on. Throws {@link HistoryIncomplete} where one is missing. */
  async stream(stream: string, from: number, max: number): Promise<readonly StoredEvent[]> {
    const events = await this.collected(stream, this.patience.answerMs, (client) =>
      client.readStream(this.ours.nameOnServer(stream), {
        ...OF_THE_LEADER,
        fromRevision: BigInt(from),
        maxCount: max,
      }),
    );
    events.forEach(({ revision }, index) => {
      if (revision !== from + index) throw new HistoryIncomplete(stream, from + index, revision);
    });
    return events;
  }

  /** At most `max` events after `after`. Everything up to `from`, which is no event's concern, is passed over. */
  async after(after: Position | null, max: number, from: Position | null = after): Promise<readonly StoredEvent[]> {
    // The server begins at the position itself, and so gives one more.
    const events = await this.all('forwards', from === null ? 'start' : logPositionOf(from), max + 1);
    return events.filter(({ position }) => after === null || position > after).slice(0, max);
  }

  async last(): Promise<StoredEvent | null> {
    return (await this.all('backwards', 'end', 1))[0] ?? null;
  }

  private all(direction: 'forwards' | 'backwards', fromPosition: ReadPosition, maxCount: number) {
    const { filter } = this.ours;
    return this.collected('$all', this.patience.searchMs, (client) =>
      client.readAll({ ...OF_THE_LEADER, direction, fromPosition, maxCount, filter }),
    );
  }

  private async collected(
    stream: string,
    patienceMs: number,
    read: (client: Parameters<Parameters<Connection['use']>[0]>[0]) => AsyncIterable<Resolved>,
  ): Promise<readonly StoredEvent[]> {
    return this.connection.use(async (client) => {
      try {
        return await within(patienceMs, `reading ${stream}`, this.storedEvents(read(client)));
      } catch (error) {
        if (isNoSuchStream(error)) return [];
        throw storeError(error, { stream });
      }
    });
  }

  private async storedEvents(resolved: AsyncIterable<Resolved>): Promise<readonly StoredEvent[]> {
    const events: StoredEvent[] = [];
    for await (const { event } of resolved) if (event) events.push(storedEvent(event, this.ours.prefix));
    return events;
  }
}

const OF_THE_LEADER = { requiresLeader: true, resolveLinkTos: false } as const;
