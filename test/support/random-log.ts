import * as fc from 'fast-check';
import type { Claim } from '../../src/domain/claims/claim.js';
import { versionOf } from '../../src/domain/states/entry-version.js';
import { atLeast, between, exactly, type Figure } from '../../src/domain/values/figure.js';
import {
  aCorrection,
  aGrading,
  aLink,
  aMerge,
  anActor,
  anActorAmendment,
  anAmendment,
  anIdentifier,
  anIncident,
  anOperation,
  anOperationAssessment,
  anUnlink,
  anUnmerge,
  aProtection,
  aReport,
  aRelayLink,
  aSeries,
  aSettingAside,
  aSource,
  aSplit,
  aStatement,
  at,
  aWithdrawal,
  inSlot,
  killed,
  responsibility,
  type Happening,
} from './builders.js';
import { eventIdOf } from './log.js';

const INCIDENTS = ['i0', 'i1', 'i2'];
const ACTORS = ['p0', 'p1', 'p2', 'p3'];

/** The subjects that random logs are about. */
export const RANDOM_SUBJECTS = [...INCIDENTS.map((id) => `incident-${id}`), 'series-killed-by-year'];

const START: readonly Happening[] = [
  ...INCIDENTS.map((incidentId) => anIncident({ incidentId, sources: [{ source: 'page-0' }] })),
  ...ACTORS.map((actorId) => anActor({ actorId })),
  aSource({ sourceId: 'page-0', publisher: 'p3' }),
  aSeries(),
];

interface Seed {
  readonly what: number;
  readonly dice: readonly number[];
}

/** Draws from a seed's dice, round and round. */
class Dice {
  private next = 0;

  constructor(private readonly dice: readonly number[]) {}

  roll(sides: number): number {
    return (this.dice[this.next++ % this.dice.length] ?? 0) % sides;
  }

  of<T>(all: readonly T[]): T {
    return all[this.roll(all.length)] as T;
  }
}

const figure = (dice: Dice): Figure =>
  dice.of([exactly(dice.roll(9)), atLeast(dice.roll(9)), between(dice.roll(4), 4 + dice.roll(4))]);

const refsOf = (earlier: readonly Happening[]): readonly string[] =>
  earlier.flatMap(({ stream, data }) =>
    ((data as { claims?: readonly Claim[] }).claims ?? []).map(({ claimId }) => `${stream}#${claimId}`),
  );

function claims(dice: Dice, earlier: readonly Happening[]): readonly Claim[] {
  const refs = refsOf(earlier);
  return Array.from({ length: dice.roll(4) }, (_, n): Claim => {
    const incidents = [...new Set([dice.of(INCIDENTS), dice.of(INCIDENTS)])].slice(0, 1 + dice.roll(2));
    const base = { claimId: `c${n}`, ...(dice.roll(5) === 0 ? inSlot('year-1') : { about: { incidents } }) };
    if (dice.roll(4) === 0) return responsibility('attributes', { ...base, actor: dice.of(ACTORS) });
    const link =
      refs.length === 0 || dice.roll(2) === 0
        ? {}
        : dice.roll(2) === 0
          ? { relays: { claim: dice.of(refs) } }
          : { supersedes: { claim: dice.of(refs), change: 'revises' as const, announced: 'yes' as const } };
    return killed(dice.of(['person', 'child']), figure(dice), { ...base, ...link });
  });
}

const act = (dice: Dice, n: number, earlier: readonly Happening[]): Happening => {
  const said = at(`2022-02-0${1 + dice.roll(9)}T08:00:00Z`);
  return dice.roll(4) === 0
    ? aReport({ reportId: `r${n}`, publisher: dice.of(ACTORS), publishedAt: said, claims: claims(dice, earlier) })
    : aStatement({ statementId: `s${n}`, speaker: dice.of(ACTORS), issuedAt: said, claims: claims(dice, earlier) });
};

function targets(earlier: readonly Happening[]): readonly number[] {
  const entry = ({ type }: Happening): boolean => type !== 'EntryCorrected' && type !== 'EntryWithdrawn';
  return earlier.flatMap((one, index) => (index >= START.length && entry(one) ? [index] : []));
}

/** A correction keeps the type and the stream of what it corrects, and says something else. */
function corrected(dice: Dice, earlier: readonly Happening[]): Happening {
  const all = targets(earlier);
  if (all.length === 0) return aGrading('fair', { incidentId: dice.of(INCIDENTS) });
  const index = dice.of(all);
  const { stream, type, data } = earlier[index]!;
  if (dice.roll(3) === 0) return aWithdrawal(stream, eventIdOf(index + 1), { of: versionOf({ type }), before: data });
  const change =
    type === 'StatementIssued' || type === 'ReportPublished'
      ? { claims: claims(dice, earlier) }
      : type === 'OperationConducted'
        ? { incidents: [dice.of(INCIDENTS)] }
        : type === 'IncidentMerged'
          ? { into: dice.of(INCIDENTS) }
          : type === 'ActorAmended'
            ? { partOf: [{ actor: dice.of(ACTORS) }] }
            : {};
  return aCorrection(stream, eventIdOf(index + 1), { ...data, ...change }, { of: versionOf({ type }), before: data });
}

function happening({ what, dice: numbers }: Seed, earlier: readonly Happening[]): Happening {
  const dice = new Dice(numbers);
  const n = earlier.length;
  const incidentId = dice.of(INCIDENTS);
  const other = dice.of(INCIDENTS.filter((id) => id !== incidentId));
  const refs = refsOf(earlier);
  const operations = earlier.filter(({ type }) => type === 'OperationConducted');
  switch (what) {
    case 0:
      return anOperation({
        operationId: `o${n}`,
        incidents: [incidentId],
        operators: [{ actor: dice.of(ACTORS), role: 'conducted' }],
        sources: [{ source: 'page-0' }],
      });
    case 1:
      return operations.length === 0
        ? anIdentifier({ incidentId })
        : anOperationAssessment({ operationId: dice.of(operations).id });
    case 2:
      return anActorAmendment({
        actorId: dice.of(ACTORS),
        effective: at('2022-01-01T00:00:00Z'),
        [dice.of(['partOf', 'memberOf'])]: [{ actor: dice.of(ACTORS) }],
      });
    case 3:
      return aMerge(other, { incidentId });
    case 4:
      return anUnmerge(other, { incidentId });
    case 5:
      return aSplit([other], { incidentId, allocation: refs.slice(0, 1).map((claim) => ({ claim, to: other })) });
    case 6:
      return refs.length === 0 ? anAmendment({ incidentId }) : aSettingAside(dice.of(refs), { incidentId });
    case 7:
      return refs.length === 0 ? aProtection(`incident-${incidentId}`, 'restricted') : link(dice, refs);
    case 8:
    case 9:
      return corrected(dice, earlier);
    case 10:
      return aProtection(`actor-${dice.of(ACTORS)}`, 'confidential');
    default:
      return act(dice, n, earlier);
  }
}

function link(dice: Dice, refs: readonly string[]): Happening {
  const [from, to] = [dice.of(refs), dice.of(refs)];
  return dice.of([aLink(from, to), aRelayLink(from, to), anUnlink(from, to)]);
}

/** Believable and unbelievable things that happen, in some order: acts, links, merges, corrections and the rest. */
export const randomHappenings = (maxLength = 40): fc.Arbitrary<readonly Happening[]> =>
  fc
    .array(fc.record({ what: fc.nat(20), dice: fc.array(fc.nat(1000), { minLength: 12, maxLength: 24 }) }), {
      minLength: 1,
      maxLength,
      size: 'max',
    })
    .map((seeds) =>
      seeds.reduce<readonly Happening[]>((earlier, seed) => [...earlier, happening(seed, earlier)], START),
    );
