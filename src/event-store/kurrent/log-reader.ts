import type { ReadAllOptions } from '@kurrent/kurrentdb-client';
import type { Position, StoredEvent } from '../event-store.js';
import type { KurrentClient, RecordedEvent, Resolved } from './client.js';
import type { Connection } from './connection.js';
import { HistoryIncomplete } from './errors.js';
import { isNoSuchStream, storeError } from './failure.js';
import { logPositionOf, positionOf } from './log-position.js';
import type { OurStreams } from './our-streams.js';
import { storedEvent } from './stored-event.js';
import { AnswerLate, within } from './within.js';

export interface Patience {
  /** How long one page of a stream, or an append, may take. */
  readonly answerMs: number;
  /** How long the server may look for our next event. */
  readonly searchMs: number;
}

/** What was looked at, in the order it was looked at. */
export interface Looked {
  /** Those that are ours. */
  readonly events: readonly StoredEvent[];
  /** Where the last event looked at lies, whosever it is; null when there was none. */
  readonly upTo: Position | null;
  /** Whether nothing lies beyond. */
  readonly atEnd: boolean;
}

type Direction = NonNullable<ReadAllOptions['direction']>;

/** Reads from the leader, never resolving links. */
export class LogReader {
  constructor(
    private readonly connection: Connection,
    private readonly ours: OurStreams,
    private readonly patience: Patience,
  ) {}

  /** At most `max` events of a stream from a revision on. Throws {@link HistoryIncomplete} where one is missing. */
  async stream(stream: string, from: number, max: number): Promise<readonly StoredEvent[]> {
    const events: StoredEvent[] = [];
    const name = this.ours.nameOnServer(stream);
    await this.each(
      { stream, patienceMs: this.patience.answerMs, wholly: true },
      (client) => client.readStream(name, { ...OF_THE_LEADER, fromRevision: BigInt(from), maxCount: max }),
      (event) => events.push(storedEvent(event, this.ours.prefix)),
    );
    events.forEach(({ revision }, index) => {
      if (revision !== from + index) throw new HistoryIncomplete(stream, from + index, revision);
    });
    return events;
  }

  /** At most `max` of our events, which the server looks for. Throws {@link AnswerLate} when it finds none in time. */
  async search(direction: Direction, from: Position | null, max: number): Promise<Looked> {
    return this.all({ direction, from, max, filter: this.ours.filter }, this.patience.searchMs);
  }

  /** At most `max` events of everybody. The one at `from` is among them when reading forwards, and not when reading backwards. */
  async look(direction: Direction, from: Position | null, max: number): Promise<Looked> {
    return this.all({ direction, from, max }, this.patience.answerMs);
  }

  /** Where the last event of the server lies, whosever it is. */
  async end(): Promise<Position | null> {
    return (await this.look('backwards', null, 1)).upTo;
  }

  private async all(
    read: { direction: Direction; from: Position | null; max: number } & Pick<ReadAllOptions, 'filter'>,
    patienceMs: number,
  ): Promise<Looked> {
    const { direction, from, max, filter } = read;
    const edge = direction === 'forwards' ? 'start' : 'end';
    const fromPosition = from === null ? edge : logPositionOf(from);
    const events: StoredEvent[] = [];
    let upTo: Position | null = null;
    let looked = 0;
    const complete = await this.each(
      { stream: '$all', patienceMs, wholly: false },
      (client) =>
        client.readAll({ ...OF_THE_LEADER, direction, fromPosition, maxCount: max, ...(filter && { filter }) }),
      (event) => {
        looked += 1;
        if (this.ours.owns(event.streamId)) events.push(storedEvent(event, this.ours.prefix));
        if (event.position) upTo = positionOf(event.position);
      },
    );
    return { events, upTo, atEnd: complete && looked < max };
  }

  /**
   * Takes one event after another. False when time ran out before all had come; where none had, or where some are not enough, it
   * throws {@link AnswerLate}.
   */
  private async each(
    { stream, patienceMs, wholly }: { stream: string; patienceMs: number; wholly: boolean },
    read: (client: KurrentClient) => AsyncIterable<Resolved>,
    take: (event: RecordedEvent) => void,
  ): Promise<boolean> {
    return this.connection.use(async (client) => {
      let taken = 0;
      let late = false;
      const taking = (async () => {
        for await (const { event } of read(client)) {
          if (late) return;
          taken += 1;
          if (event) take(event);
        }
      })();
      try {
        await within(patienceMs, `reading ${stream}`, taking);
        return true;
      } catch (error) {
        late = true;
        if (error instanceof AnswerLate && taken > 0 && !wholly) return false;
        if (isNoSuchStream(error)) return true;
        throw storeError(error, { stream });
      }
    });
  }
}

const OF_THE_LEADER = { requiresLeader: true, resolveLinkTos: false } as const;
