import type { Register } from '../../domain/register/register.js';
import type { Row } from '../../domain/register/rows.js';
import type { KeptLevels } from './kept-level.js';
import { highest, isAbove } from './levels.js';
import { namedByClaim, namedByEntry } from './named-streams.js';
import { streamOf } from '../../domain/streams.js';
import type { ProtectionLevel } from '../../domain/vocabularies/protection-level.js';

/** What the reader may see, and what decides it. */
export interface Seeing {
  readonly most: ProtectionLevel;
  readonly levels: KeptLevels;
  /** What the claims of each version of an act name, those that are not among the rows too. By {@link versionOf}. */
  readonly namedByClaims: ReadonlyMap<string, readonly string[]>;
  /** What acts name that are themselves not among the rows, but named by them. By stream. */
  readonly namedElsewhere: ReadonlyMap<string, readonly string[]>;
}

/** One version of an entry. */
export const versionOf = ({ stream, from }: Pick<Row, 'stream' | 'from'>): string => `${stream}@${from}`;

/** Whether a thing is not to be shown by its id at all: it is kept more closely, or is a person without a public role. */
export const isKeptFrom = (stream: string, { levels, most }: Pick<Seeing, 'levels' | 'most'>): boolean =>
  most !== 'confidential' && (isAbove(levels.of(stream), most) || levels.shownAs(stream) !== null);

type Rows = Pick<Register, 'acts' | 'claims' | 'operations'>;

/**
 * Which acts the reader may not see: those kept more closely themselves, or that name an actor, source, incident or series
 * that is. A past version may name more than the present one, and is then hidden by itself.
 */
export class HiddenActs {
  private readonly versions = new Set<string>();
  private readonly streams = new Set<string>();

  constructor(
    rows: Rows,
    private readonly seeing: Seeing,
  ) {
    const named = new Map<string, string[]>();
    const name = (version: string, streams: readonly string[]) => {
      const all = named.get(version);
      if (all) all.push(...streams);
      else named.set(version, [...streams]);
    };
    for (const [version, streams] of seeing.namedByClaims) name(version, streams);
    for (const row of rows.claims) name(versionOf(row), [streamOf('actor', row.claimant), ...namedByClaim(row.claim)]);

    const last = new Map<string, Row>();
    for (const row of [...rows.acts, ...rows.operations]) {
      const { stream, type, data } = row;
      if (type === 'OperationAssessed') continue;
      const level = highest([
        seeing.levels.of(stream),
        seeing.levels.highestOf(namedByEntry(type, data)),
        seeing.levels.highestOf(named.get(versionOf(row)) ?? []),
      ]);
      if (isAbove(level, seeing.most)) this.versions.add(versionOf(row));
      if ((last.get(stream)?.from ?? '') <= row.from) last.set(stream, row);
    }
    for (const [stream, row] of last) if (this.versions.has(versionOf(row))) this.streams.add(stream);
  }

  /** Whether nothing of an act may be shown. */
  has(stream: string): boolean {
    return this.streams.has(stream) || isAbove(this.levelElsewhere(stream), this.seeing.most);
  }

  hides(row: Pick<Row, 'stream' | 'from'>): boolean {
    return this.has(row.stream) || this.versions.has(versionOf(row));
  }

  private levelElsewhere(stream: string): ProtectionLevel {
    const { levels, namedElsewhere } = this.seeing;
    return highest([levels.of(stream), levels.highestOf(namedElsewhere.get(stream) ?? [])]);
  }
}
