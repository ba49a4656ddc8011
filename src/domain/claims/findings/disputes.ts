import type { Reading } from '../reading.js';
import type { Spoken } from '../spoken.js';
import { groupBy } from '../standing.js';
import { fromInvolved, ofClaim, type Established, type Evidence } from './evidence.js';
import { found, type Found, type Rule } from './finding.js';

/** What a claim holds in a dispute. */
export interface Held {
  /** An accused party, say, or a status. */
  readonly holds: string;
  /** Coalitions that whom it names was a member of: it is not held beside them. */
  readonly coalitions?: readonly string[];
  /** Whether it holds the opposite: a denial. */
  readonly denies: boolean;
}

export interface Side extends Evidence, Held {
  readonly act: string;
}

/** All that one act holds and denies. */
interface Account extends Evidence {
  readonly sides: readonly Side[];
  readonly held: ReadonlySet<string>;
  readonly coalitions: ReadonlySet<string>;
  readonly denied: ReadonlySet<string>;
  /** The same for all accounts that hold the same. */
  readonly name: string;
}

function accountOf(sides: readonly [Side, ...Side[]]): Account {
  const affirming = sides.filter(({ denies }) => !denies);
  const held = new Set(affirming.map(({ holds }) => holds));
  const coalitions = new Set(affirming.flatMap((side) => side.coalitions ?? []));
  const { claimed, position, recordedAt } = sides[0];
  return {
    claimed,
    position,
    recordedAt,
    refs: sides.flatMap(({ refs }) => refs),
    sides,
    held,
    coalitions,
    denied: new Set(sides.filter(({ denies }) => denies).map(({ holds }) => holds)),
    name: JSON.stringify([[...held].sort(), [...coalitions].sort()]),
  };
}

/** Whether an account holds all that another does, a coalition standing for its member and the member for it. */
const contains = (a: Account, b: Account): boolean =>
  b.sides.every(
    ({ denies, holds, coalitions = [] }) =>
      denies || a.held.has(holds) || a.coalitions.has(holds) || coalitions.some((one) => a.held.has(one)),
  );

/** Whether two accounts can both be true. */
type Agree = (a: Account, b: Account) => boolean;

/** Several may have done it together: who names some of them does not contradict who names more. */
const jointly: Agree = (a, b) => contains(a, b) || contains(b, a);
/** Only one can be so. */
const alone: Agree = (a, b) => a.name === b.name;

const tally = (names: Iterable<string>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

/** Accounts at odds with another act's, each with the claims that put it there; and those that deny what another act holds. */
const atOdds =
  (agree: Agree) =>
  (accounts: readonly Account[]): readonly Account[] => {
    const distinct = [...new Map(accounts.map((account) => [account.name, account])).values()];
    const disagreeing = new Set(
      distinct
        .filter(({ held }) => held.size > 0)
        .filter((one, _index, all) => all.some((other) => !agree(one, other)))
        .map(({ name }) => name),
    );
    const affirmedBy = tally(accounts.flatMap(({ held }) => [...held]));
    const deniedBy = tally(accounts.flatMap(({ denied }) => [...denied]));
    return accounts.flatMap((account) => {
      const { sides, held, denied, name } = account;
      const refs = sides
        .filter(({ denies, holds }) =>
          denies
            ? (affirmedBy.get(holds) ?? 0) > Number(held.has(holds))
            : disagreeing.has(name) || (deniedBy.get(holds) ?? 0) > Number(denied.has(holds)),
        )
        .flatMap((side) => side.refs);
      return refs.length === 0 ? [] : [{ ...account, refs }];
    });
  };

/** Whether acts that hold several things together contradict each other, or one denies what another holds. */
const establish = (sides: readonly Side[], agree: Agree): Established | null =>
  fromInvolved(
    [...groupBy(sides, ({ act }) => act).values()].map((all) => accountOf(all as [Side, ...Side[]])),
    atOdds(agree),
  );

/** A dispute among acts that may hold several things at once, where neither of two holds all that the other does. */
export const disputedJointly = (sides: readonly Side[]): Established | null => establish(sides, jointly);

type Taking = (claim: Spoken, reading: Reading) => Held | null;

/** Who holds what, among standing claims that people make as their own. */
const disputed =
  (rule: Found['rule'], agree: Agree, taking: Taking): Rule =>
  (reading, { standing }) => {
    const sides = standing.flatMap((claim) => {
      const side = claim.voice === 'own' ? taking(claim, reading) : null;
      return side === null ? [] : [{ ...ofClaim(claim), ...side, act: claim.act, key: claim.key }];
    });
    return [...groupBy(sides, ({ key }) => key)].flatMap(([key, all]) => found(rule, key, establish(all, agree)));
  };

/** One party is held responsible and denies it, or different acts hold different parties responsible. */
export const responsibilityDisputed = disputed(
  'responsibility',
  jointly,
  ({ row: { claim, saidTo }, party, coalitions }, { parties: { partyOf, coalitionsOf } }) => {
    if (claim.kind !== 'responsibility' || claim.stance === 'cannot_say') return null;
    const denies = claim.stance === 'denies';
    if (claim.actor !== undefined) {
      const around = coalitionsOf(claim.actor, saidTo).map((one) => partyOf(one, saidTo));
      return { holds: partyOf(claim.actor, saidTo), coalitions: around, denies };
    }
    if (claim.person !== undefined) return { holds: `person ${claim.person}`, denies };
    return claim.stance === 'attributes' ? null : { holds: party, coalitions, denies };
  },
);

/** Somebody says that it happened, and somebody that it did not. */
export const occurrenceDisputed = disputed('occurrence', alone, ({ row: { claim } }) =>
  claim.kind === 'occurrence' ? { holds: 'it happened', denies: claim.stance === 'denies' } : null,
);

/** Two acts give one person different statuses. `unknown` contradicts nothing. */
export const civilianStatusDisputed = disputed('civilian_status', alone, ({ row: { claim } }) =>
  claim.kind === 'civilian_status' && claim.status !== 'unknown' ? { holds: claim.status, denies: false } : null,
);
