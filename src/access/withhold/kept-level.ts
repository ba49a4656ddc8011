import { isKnown } from '../../domain/claims/known.js';
import type { ProtectionSet } from '../../domain/events/protection.js';
import type { Label } from '../../domain/values/label.js';
import type { Row, ProtectionRow } from '../../domain/register/rows.js';
import type { ProtectionLevel } from '../../domain/vocabularies/protection-level.js';
import { highest } from './levels.js';

/** What the entries that open a thing, or amend an actor, say of how closely it is kept. */
export interface Guarded {
  readonly protection?: ProtectionLevel;
  readonly person?: boolean;
  readonly publicRole?: string;
  readonly shownAs?: Label;
}

export type GuardedRow = Pick<Row, 'stream' | 'ordinal' | 'from' | 'until'> & { readonly data: Guarded };

const UNLESS_SAID: ProtectionLevel = 'restricted';

const SOMEBODY: Label = [
  { lang: 'en', text: 'a person' },
  { lang: 'ar', text: 'شخص' },
];

/**
 * How closely streams are kept, by what the register says now: it applies to answers about the past too. Made of the entries
 * that open them, the amendments of actors, and the protections set since.
 */
export class KeptLevels {
  private readonly levels = new Map<string, ProtectionLevel>();
  private readonly cleared = new Set<string>();
  private readonly people = new Map<string, { readonly shownAs: Label }>();

  constructor(rows: readonly GuardedRow[], protections: readonly ProtectionRow[]) {
    for (const [stream, versions] of byStream(lastVersions(rows))) {
      const [opening] = versions;
      this.levels.set(stream, opening?.data.protection ?? UNLESS_SAID);
      const person: Guarded = Object.assign({}, ...versions.map(({ data }) => data));
      if (person.person === true && person.publicRole === undefined)
        this.people.set(stream, { shownAs: person.shownAs ?? SOMEBODY });
    }
    const set = protections.filter((row) => row.type === 'ProtectionSet' && isKnown(row, null)).sort(byOrdinal);
    for (const { stream, data } of set) if ('level' in data) this.set(stream, data);
  }

  private set(stream: string, { level, cleared }: Pick<ProtectionSet, 'level' | 'cleared'>): void {
    this.levels.set(stream, level);
    if (cleared === true) this.cleared.add(stream);
    else this.cleared.delete(stream);
  }

  /** Whether there is such a thing, as far as these rows tell. */
  knows(stream: string): boolean {
    return this.levels.has(stream);
  }

  /** Whether what is restricted by its nature, such as a fine point, is kept no closer here than the rest. */
  isCleared(stream: string): boolean {
    return this.cleared.has(stream);
  }

  /** What nobody has said anything about is restricted. */
  of(stream: string): ProtectionLevel {
    return this.levels.get(stream) ?? UNLESS_SAID;
  }

  highestOf(streams: Iterable<string>): ProtectionLevel {
    return highest([...streams].map((stream) => this.of(stream)));
  }

  /** What a person without a public role is called by those who may not know the name; null for everybody else. */
  shownAs(stream: string): Label | null {
    return this.people.get(stream)?.shownAs ?? null;
  }
}

const byOrdinal = (a: Pick<Row, 'ordinal'>, b: Pick<Row, 'ordinal'>) =>
  a.ordinal < b.ordinal ? -1 : a.ordinal > b.ordinal ? 1 : 0;

/** Every entry as it stands or, where it was withdrawn, as it did last; in their order. */
function lastVersions(rows: readonly GuardedRow[]): readonly GuardedRow[] {
  const last = new Map<string, GuardedRow>();
  for (const row of rows) {
    const key = `${row.stream} ${row.ordinal}`;
    if ((last.get(key)?.from ?? '') <= row.from) last.set(key, row);
  }
  return [...last.values()].sort(byOrdinal);
}

function byStream(rows: readonly GuardedRow[]): ReadonlyMap<string, readonly GuardedRow[]> {
  const streams = new Map<string, GuardedRow[]>();
  for (const row of rows) {
    const known = streams.get(row.stream);
    if (known) known.push(row);
    else streams.set(row.stream, [row]);
  }
  return streams;
}
