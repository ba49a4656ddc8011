import type { EncodedAppend } from '../encoded-append.js';
import { StoreUnavailable, WrongExpectedRevision } from '../errors.js';
import type { AppendResult, Expected, Position } from '../event-store.js';
import { HistoryIncomplete } from './errors.js';
import { InTurn } from './in-turn.js';
import type { KnownEnd } from './known-end.js';
import { KnownStream } from './known-stream.js';
import type { KnownStreams } from './known-streams.js';
import type { LogReader } from './log-reader.js';
import type { Place, Sending } from './sending.js';

export const STREAM_PAGE = 500;
const LOOKS = 5;

/**
 * Appends once what may be sent many times. The server recognises a repeated append only when the expectation is repeated as
 * well, and takes known ids for new ones when it is fresh. So the stream's ids are looked at first; while nobody else writes
 * to it, they are known already. A stream's first append cannot have a fresh expectation, and needs no look: the server stores
 * it once, and whether it had been made before shows in where it lies.
 */
export class Appending {
  private readonly turns = new InTurn();

  constructor(
    private readonly sending: Sending,
    private readonly reader: LogReader,
    private readonly known: KnownStreams,
    private readonly end: KnownEnd,
  ) {}

  append(stream: string, expected: Expected, append: EncodedAppend): Promise<AppendResult> {
    return this.turns.on(stream, async () => {
      const known = this.known.of(stream);
      if (known || expected !== 'none') {
        return this.settle(known ?? (await this.lookedOn(new KnownStream(stream))), expected, append, 0);
      }
      const begun = await this.begin(stream, append);
      return begun ?? this.settle(await this.lookedOn(new KnownStream(stream)), expected, append, 1);
    });
  }

  /** The first append of a stream nobody here has looked at; null when only a look at it can tell. */
  private async begin(stream: string, append: EncodedAppend): Promise<AppendResult | null> {
    const end = await this.end.recent();
    const place = await this.write(stream, 'none', append, false);
    if (place === 'unsettled') return null;
    if (place.position <= end) return { ...place, repeated: true };
    this.end.reached(place.position);
    this.keep(new KnownStream(stream), append);
    return { ...place, repeated: false };
  }

  private async settle(known: KnownStream, expected: Expected, append: EncodedAppend, looked: number) {
    const { stream } = known;
    for (let looks = looked; looks < LOOKS; looks += 1) {
      const earlier = known.lastOf(append.ids);
      if (earlier !== null) return { ...(await this.placeOf(stream, earlier)), repeated: true };

      if (isAt(known, expected)) {
        const place = await this.write(stream, expected, append, looks > 0);
        if (place !== 'unsettled') {
          this.keep(known, append);
          return { ...place, repeated: false };
        }
      } else if (looks > 0) {
        throw new WrongExpectedRevision(stream, expected, known.last < 0 ? null : known.last);
      }
      await this.lookedOn(known);
    }
    throw new StoreUnavailable('A stream does not hold still: its revision could not be settled.');
  }

  private async write(stream: string, expected: Expected, append: EncodedAppend, again: boolean) {
    let place: Place | 'unsettled';
    try {
      place = await this.sending.write(stream, expected, append, again);
    } catch (error) {
      // Whether it went in is not known.
      this.known.forget(stream);
      this.end.doubt();
      throw error;
    }
    if (place === 'unsettled') return place;
    const { revision, position } = place;
    return position === null ? this.placeOf(stream, revision) : { revision, position };
  }

  private keep(known: KnownStream, { ids }: EncodedAppend): void {
    for (const id of ids) known.add(id);
    this.known.keep(known);
  }

  /** What is known of the stream, with what came after it. */
  private async lookedOn(known: KnownStream): Promise<KnownStream> {
    for (let full = true; full;) {
      const events = await this.reader.stream(known.stream, known.last + 1, STREAM_PAGE);
      for (const event of events) known.add(event.eventId);
      full = events.length === STREAM_PAGE;
    }
    this.known.keep(known);
    return known;
  }

  private async placeOf(stream: string, revision: number): Promise<{ revision: number; position: Position }> {
    const [event] = await this.reader.stream(stream, revision, 1);
    if (!event) throw new HistoryIncomplete(stream, revision, null);
    return { revision, position: event.position };
  }
}

const isAt = (known: KnownStream, expected: Expected): boolean =>
  expected === 'none' ? known.last < 0 : known.last >= 0 && known.last === expected;
