import type { SijilEvent } from '../events/index.js';
import type { Facts } from './facts.js';
import { fold, type Family, type FamilyRow, type Original } from './fold.js';

/** All rows of the register, each family in the order in which its rows became known. */
export type Register = Omit<Facts, 'subject'>;

const FAMILIES = [
  'acts',
  'claims',
  'links',
  'operations',
  'incidents',
  'identifiers',
  'identities',
  'judgements',
  'series',
  'actors',
  'sources',
  'protections',
] as const satisfies readonly Family[];

type Open = { [F in Family]: FamilyRow<F>[] };

/** The register in memory, told of events one page after another. Rows of one event always end together. */
export class RegisterFold {
  private readonly rows = Object.fromEntries(FAMILIES.map((family) => [family, []])) as unknown as Open;
  private readonly originals = new Map<string, Original>();
  /** Where the open rows of an original event are. */
  private readonly open = new Map<string, { readonly family: Family; readonly at: number }[]>();

  tell(events: readonly SijilEvent[]): this {
    for (const event of events) this.tellOne(event);
    return this;
  }

  register(): Register {
    return this.rows;
  }

  private tellOne(event: SijilEvent): void {
    this.originals.set(event.eventId, { type: event.type, ordinal: event.position });
    const { opened, closed } = fold(event, (eventId) => this.originals.get(eventId));
    if (closed !== null) {
      for (const { family, at } of this.open.get(closed.eventId) ?? []) {
        const rows: FamilyRow[] = this.rows[family];
        const row = rows[at];
        if (row !== undefined) rows[at] = { ...row, until: closed.at };
      }
      this.open.delete(closed.eventId);
    }
    for (const { family, row } of opened) {
      const rows: FamilyRow[] = this.rows[family];
      const places = this.open.get(row.eventId) ?? [];
      places.push({ family, at: rows.length });
      this.open.set(row.eventId, places);
      rows.push(row);
    }
  }
}

/** The whole register that a run of events makes. */
export const registerOf = (events: readonly SijilEvent[]): Register => new RegisterFold().tell(events).register();
