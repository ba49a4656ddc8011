import type { EventFilter, StoredEvent } from './event-store.js';

/** A stream's category: what stands before its first hyphen. */
export function categoryOf(stream: string): string {
  const hyphen = stream.indexOf('-');
  return hyphen < 0 ? stream : stream.slice(0, hyphen);
}

/** The filter as a function; an empty list lets nothing through. */
export function matching(filter: EventFilter = {}): (event: Pick<StoredEvent, 'stream' | 'type'>) => boolean {
  const categories = filter.categories && new Set(filter.categories);
  const types = filter.types && new Set(filter.types);
  return (event) => (categories?.has(categoryOf(event.stream)) ?? true) && (types?.has(event.type) ?? true);
}
