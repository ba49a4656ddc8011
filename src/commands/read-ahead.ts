import type { SijilEvent } from '../domain/events/index.js';
import type { Category } from '../domain/streams.js';
import type { Vault } from '../vault/vault.js';
import type { Decide } from './decision-log.js';
import { draft, type Drafting } from './decision-log-draft.js';

type Read = (stream: string) => Promise<readonly SijilEvent[]>;

/** Reads each stream once, however often it is asked for. */
export function eachOnce(read: Read): Read {
  const begun = new Map<string, ReturnType<Read>>();
  return (stream) => {
    const known = begun.get(stream);
    if (known) return known;
    const reading = read(stream);
    begun.set(stream, reading);
    return reading;
  };
}

/**
 * The data of an event that begins a stream, as it is if there is no such stream yet; and, begun already, the reads of the
 * streams it names. What goes wrong shows where their answers are asked for.
 */
export function readAhead<C extends Category, Data extends object>(
  vault: Vault,
  { event, body, naming }: Decide<C, Data>,
  read: Read,
): Promise<Drafting<Data>> {
  const drafted = draft(vault, event, body, [], undefined);
  drafted.then(({ data }) => Promise.all((naming?.(data) ?? []).map(read))).catch(() => undefined);
  return drafted;
}
