import type { Reading } from '../reading.js';
import type { Spoken } from '../spoken.js';
import { groupBy } from '../standing.js';
import { fromInvolved, ofClaim, type Evidence } from './evidence.js';
import { found, type Found, type Rule } from './finding.js';

/** One side somebody takes in a dispute. */
export interface Side extends Evidence {
  readonly act: string;
  /** What they hold, such as an accused party or a status. */
  readonly holds: string;
  /** Whether they hold the opposite: a denial. */
  readonly denies: boolean;
}

class Tally {
  private readonly counts = new Map<string, number>();

  constructor(sides: readonly Side[], ...names: readonly ((side: Side) => string)[]) {
    for (const side of sides) {
      for (const name of names.map((of) => of(side))) this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    }
  }

  of(name: string): number {
    return this.counts.get(name) ?? 0;
  }
}

const held = ({ holds }: Side) => `held ${holds}`;
const inAct = ({ act }: Side) => `act ${act}`;
const heldInAct = ({ act, holds }: Side) => `held ${holds} in ${act}`;

/** Those who hold what another act denies, or something other than another act holds; and those who deny what is held. */
export function inDispute(sides: readonly Side[]): readonly Side[] {
  const [affirming, denying] = [sides.filter(({ denies }) => !denies), sides.filter(({ denies }) => denies)];
  const affirmed = new Tally(affirming, held, inAct, heldInAct);
  const denied = new Tally(denying, held, heldInAct);
  return sides.filter((side) => {
    if (side.denies) return affirmed.of(held(side)) > affirmed.of(heldInAct(side));
    const others = affirming.length - affirmed.of(held(side)) - affirmed.of(inAct(side)) + affirmed.of(heldInAct(side));
    return others > 0 || denied.of(held(side)) > denied.of(heldInAct(side));
  });
}

type Taking = (claim: Spoken, reading: Reading) => { readonly holds: string; readonly denies: boolean } | null;

/** Who holds what, among standing claims that people make as their own. */
const disputed =
  (rule: Found['rule'], taking: Taking): Rule =>
  (reading, { standing }) => {
    const sides = standing.flatMap((claim) => {
      const side = claim.voice === 'own' ? taking(claim, reading) : null;
      return side === null ? [] : [{ ...ofClaim(claim), ...side, act: claim.act, key: claim.key }];
    });
    return [...groupBy(sides, ({ key }) => key)].flatMap(([key, all]) =>
      found(rule, key, fromInvolved<Side>(all, inDispute)),
    );
  };

/** One party is held responsible and denies it, or two are held responsible by different acts. */
export const responsibilityDisputed = disputed('responsibility', ({ row: { claim, saidTo }, party }, { parties }) => {
  if (claim.kind !== 'responsibility' || claim.stance === 'cannot_say') return null;
  const denies = claim.stance === 'denies';
  if (claim.actor !== undefined) return { holds: parties.partyOf(claim.actor, saidTo), denies };
  if (claim.person !== undefined) return { holds: `person ${claim.person}`, denies };
  return claim.stance === 'attributes' ? null : { holds: party, denies };
});

/** Somebody says that it happened, and somebody that it did not. */
export const occurrenceDisputed = disputed('occurrence', ({ row: { claim } }) =>
  claim.kind === 'occurrence' ? { holds: 'it happened', denies: claim.stance === 'denies' } : null,
);

/** Two acts give one person different statuses. `unknown` contradicts nothing. */
export const civilianStatusDisputed = disputed('civilian_status', ({ row: { claim } }) =>
  claim.kind === 'civilian_status' && claim.status !== 'unknown' ? { holds: claim.status, denies: false } : null,
);
