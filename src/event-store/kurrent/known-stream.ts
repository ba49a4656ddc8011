import { EventIdReused } from '../errors.js';

/** The event ids of one stream from its beginning on, as far as anybody looked. */
export class KnownStream {
  private readonly revisions = new Map<string, number>();
  private count = 0;

  constructor(readonly stream: string) {}

  /** The last revision looked at, -1 when there was none. */
  get last(): number {
    return this.count - 1;
  }

  add(eventId: string): void {
    // Somebody else's writer may have repeated an id; the first one is the one that counts.
    if (!this.revisions.has(eventId)) this.revisions.set(eventId, this.count);
    this.count += 1;
  }

  /** Revision of the last of these ids when all of them are here, one after another; null when none is. Throws {@link EventIdReused}. */
  lastOf(ids: readonly string[]): number | null {
    const found = ids.map((id) => this.revisions.get(id));
    const known = ids.find((id) => this.revisions.has(id));
    if (known === undefined) return null;
    const [first] = found;
    const inOneGo = first !== undefined && found.every((revision, index) => revision === first + index);
    if (!inOneGo) throw new EventIdReused(this.stream, known);
    return first + ids.length - 1;
  }
}
