import type { SijilEvent } from '../events/index.js';
import { streamOf, type Category } from '../streams.js';

/** The streams a decision may ask, each read whole; a stream that does not exist is empty. */
export interface StreamsRead {
  events<C extends Category>(category: C, id: string): readonly SijilEvent<C>[];
}

/** The streams a decision may ask, with the one it is about. */
export interface StreamsAround extends StreamsRead {
  /** The stream that is decided about. */
  readonly stream: string;
}

export function around<C extends Category>(
  streams: StreamsRead,
  category: C,
  id: string,
  own: readonly SijilEvent<C>[],
): StreamsAround {
  const stream = streamOf(category, id);
  return {
    stream,
    events: <Asked extends Category>(asked: Asked, of: string) =>
      streamOf(asked, of) === stream ? (own as unknown as readonly SijilEvent<Asked>[]) : streams.events(asked, of),
  };
}
