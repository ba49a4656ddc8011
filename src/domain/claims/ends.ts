import type { Position } from '../envelope.js';
import type { ActRow, ClaimRow } from '../register/rows.js';
import { sameSubject } from './claim-key.js';
import type { About } from './kinds/claim-base.js';
import type { Identity } from './incident-identity.js';
import { isKnown, wasKnown } from './known.js';
import type { Parties } from './party.js';

/** A claim as an end of links: as the register holds it, or as it did last. */
export interface End {
  readonly row: ClaimRow;
  /** `withdrawn` with its act; `gone` when a correction of its act took it out, or to another subject. */
  readonly state: 'stands' | 'withdrawn' | 'gone';
  readonly party: string;
  /** Incidents it is about, by what was merged and split. */
  readonly incidents: readonly string[];
}

export interface Ends extends ReadonlyMap<string, End> {
  /** The same slot, or an incident in common. */
  sameSubject(a: End, b: End): boolean;
}

/** What a claim is about, with the incidents that merges and splits made of those it names. */
const aboutNow = ({ row: { claim }, incidents }: End): About =>
  claim.about.series === undefined ? { incidents } : claim.about;

/** The last version of every claim that the register had held by then, in the order of the log. */
export function endsAt(
  claims: readonly ClaimRow[],
  acts: readonly ActRow[],
  recorded: Position | null,
  identity: Identity,
  parties: Parties,
): Ends {
  const last = new Map<string, ClaimRow>();
  for (const row of claims) {
    if (!wasKnown(row, recorded)) continue;
    const other = last.get(row.ref);
    if (other === undefined || other.from < row.from) last.set(row.ref, row);
  }
  const actsHeld = new Set(acts.filter((row) => isKnown(row, recorded)).map(({ stream }) => stream));
  const ends = new Map<string, End>();
  for (const [ref, row] of last) {
    ends.set(ref, {
      row,
      state: isKnown(row, recorded) ? 'stands' : actsHeld.has(row.stream) ? 'gone' : 'withdrawn',
      party: parties.partyOf(row.claimant, row.saidTo),
      incidents: [
        ...new Set((row.claim.about.incidents ?? []).map((incident) => identity.homeOf(ref, incident))),
      ].sort(),
    });
  }
  return Object.assign(ends, { sameSubject: (a: End, b: End) => sameSubject(aboutNow(a), aboutNow(b)) });
}
