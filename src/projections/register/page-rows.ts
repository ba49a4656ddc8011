import type { Position } from '../../domain/envelope.js';
import type { SijilEvent } from '../../domain/events/index.js';
import { fold, type Family, type FamilyRow, type Original } from '../../domain/register/fold.js';
import { FAMILIES } from './rows/index.js';
import type { KeptRow } from './rows/kept-row.js';

/** The end of the rows that an earlier page opened for an entry. */
export interface Ending {
  readonly stream: string;
  readonly original: Original;
  readonly at: Position;
}

/** What a page does to the register. */
export interface PageRows {
  readonly opened: { readonly [F in Family]: readonly KeptRow<FamilyRow<F>>[] };
  readonly ended: readonly Ending[];
}

/** Finds entries of earlier pages by stream and event id. */
export type EarlierOriginals = (stream: string, eventId: string) => Original | undefined;

/** Folds a page in memory: what it opens, with ends that lie in the same page, and what it ends of earlier pages. */
export function pageRows(events: readonly SijilEvent[], earlier: EarlierOriginals): PageRows {
  const opened = Object.fromEntries(FAMILIES.map((family) => [family, []])) as unknown as Record<Family, KeptRow[]>;
  const originals = new Map<string, Original>();
  const openHere = new Map<string, KeptRow[]>();
  const ended = new Map<string, Ending>();

  for (const event of events) {
    const { stream, eventId } = event;
    const key = (id: string): string => `${stream} ${id}`;
    const original = (id: string): Original | undefined => originals.get(key(id)) ?? earlier(stream, id);
    originals.set(key(eventId), { type: event.type, ordinal: event.position });

    const folded = fold(event, original);
    if (folded.closed) {
      const { eventId: target, at } = folded.closed;
      const here = openHere.get(key(target));
      const found = original(target);
      if (here) for (const row of here) row.until = at;
      else if (found && !ended.has(key(target))) ended.set(key(target), { stream, original: found, at });
      openHere.delete(key(target));
    }
    folded.opened.forEach(({ family, row }, no) => {
      const kept: KeptRow = { row, no, until: row.until };
      opened[family].push(kept);
      const open = openHere.get(key(row.eventId));
      if (open) open.push(kept);
      else openHere.set(key(row.eventId), [kept]);
    });
  }
  return { opened: opened as unknown as PageRows['opened'], ended: [...ended.values()] };
}
