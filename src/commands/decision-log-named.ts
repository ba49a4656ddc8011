import type { SijilEvent } from '../domain/events/index.js';
import { streamOf, type Category } from '../domain/streams.js';
import type { Named } from './decision-log.js';

type Read = (stream: string) => Promise<readonly SijilEvent[]>;
type Follow = (event: SijilEvent) => readonly string[];

interface Asked {
  readonly names?: readonly string[] | undefined;
  readonly follow?: Follow | undefined;
}

const nothingMore: Follow = () => [];

/** The streams a decision asked for, all read. */
export class NamedStreams implements Named {
  private constructor(private readonly streams: ReadonlyMap<string, readonly SijilEvent[]>) {}

  /** Reads the named streams, side by side, and what `follow` finds in them, until it names nothing new. */
  static async gather(
    own: { readonly stream: string; readonly events: readonly SijilEvent[] },
    read: Read,
    { names = [], follow = nothingMore }: Asked,
  ): Promise<NamedStreams> {
    const streams = new Map([[own.stream, own.events]]);
    let next = new Set([...names, ...own.events.flatMap(follow)]);
    while (next.size > 0) {
      const wanted = [...next].filter((stream) => !streams.has(stream));
      const found = await Promise.all(wanted.map(read));
      wanted.forEach((stream, index) => streams.set(stream, found[index]!));
      next = new Set(found.flatMap((events) => events.flatMap(follow)).filter((stream) => !streams.has(stream)));
    }
    return new NamedStreams(streams);
  }

  events<C extends Category>(category: C, id: string): readonly SijilEvent<C>[] {
    const stream = streamOf(category, id);
    const events = this.streams.get(stream);
    // Answering "there is none" would make a decision refuse, or allow, for a reason that is not so.
    if (!events) throw new Error(`The decision asks about ${stream}, which its command did not name.`);
    return events as readonly SijilEvent<C>[];
  }

  exists(category: Category, id: string): boolean {
    return this.events(category, id).length > 0;
  }
}
