import * as fc from 'fast-check';
import * as build from '../../test/support/builders.js';
import type { Happening } from '../../test/support/builders.js';
import { decided } from '../../test/support/given.js';
import { eventIdOf, logOf } from '../../test/support/log.js';
import { DomainError } from '../domain/domain-error.js';
import type { SijilEvent } from '../domain/events/index.js';
import { exactly } from '../domain/values/figure.js';
import { knownFrom } from '../domain/states/known.js';
import { statedLevel } from '../domain/states/protection.js';
import { standingEntries } from '../domain/states/standing-entries.js';
import { CATEGORIES, categoryOf, idOf, type Category } from '../domain/streams.js';

const [A, B] = ['one', 'two'] as const;
const CLAIM = 'statement-a01#killed-child';
const OTHER = 'statement-a02#killed-child';
const act = (statementId: string, speaker: string, n: number) =>
  build.aStatement({
    statementId,
    speaker,
    claims: [build.killed('child', exactly(n), { about: { incidents: [A] } })],
  });

/** Everything that can happen, each naming a few others, so that any of them may be missing, merged or withdrawn. */
const THINGS: readonly Happening[] = [
  build.anActor(build.SPEAKER),
  build.anActor(build.ASSESSOR),
  build.anActor({ actorId: 'us-forces', partOf: [{ actor: build.SPEAKER }] }),
  build.anActorAmendment({ actorId: build.SPEAKER, partOf: [{ actor: 'us-forces' }] }),
  build.anActorAmendment({ actorId: build.SPEAKER, partOf: [] }),
  build.aSource(),
  build.aCopy(),
  build.aVerification(),
  build.aRemoval(),
  build.anIncident({ incidentId: A }),
  build.anIncident({ incidentId: B }),
  build.anAmendment({ incidentId: A, place: build.aPlace() }),
  build.anIdentifier({ incidentId: A }),
  build.anIdentifierWithdrawal({ incidentId: A }),
  build.aMerge(B, { incidentId: A }),
  build.aMerge(A, { incidentId: B }),
  build.anUnmerge(B, { incidentId: A }),
  build.aSplit([B], { incidentId: A, allocation: [{ claim: CLAIM, to: B }] }),
  build.anIncidentLink(B, { incidentId: A }),
  build.aGrading('fair', { incidentId: A, basis: [CLAIM, OTHER] }),
  build.aCasualtyAssessment({ incidentId: A, basis: [CLAIM] }),
  build.aGeolocation({ incidentId: B, basis: [CLAIM] }),
  build.aSettingAside(CLAIM, { incidentId: A }),
  build.aResolution([CLAIM], { subject: `incident-${A}` }),
  build.anOperation({ incidents: [A] }),
  build.anOperationAssessment({ basis: [CLAIM] }),
  build.aSeries(),
  build.aSeriesAmendment({ slots: [{ slot: 'year-1', from: '2015-09-30', to: '2016-09-30' }] }),
  act('a01', build.SPEAKER, 2),
  act('a02', 'us-forces', 4),
  build.aReport({ publisher: build.ASSESSOR }),
  build.aLink(OTHER, CLAIM),
  build.anUnlink(OTHER, CLAIM),
  build.aProtection(`incident-${A}`, 'confidential'),
];

/** Enough for most of it to be possible; all of it may be withdrawn. */
const FOUNDATION: readonly Happening[] = [
  build.anActor(build.SPEAKER),
  build.anActor(build.ASSESSOR),
  build.anActor({ actorId: 'us-forces', partOf: [{ actor: build.SPEAKER }] }),
  build.aSource(),
  build.anIncident({ incidentId: A }),
  build.anIncident({ incidentId: B }),
  act('a01', build.SPEAKER, 2),
];

/** What somebody wants, given what happened; nothing where there is nothing to correct or withdraw. */
type Wish = (log: readonly Happening[]) => Happening | undefined;

const anEntry: fc.Arbitrary<Wish> = fc.constantFrom(...THINGS).map((thing) => () => thing);
const aWithdrawalOf: fc.Arbitrary<Wish> = fc.nat(30).map((n) => (log) => {
  const target = log[n];
  return target && build.aWithdrawal(target.stream, eventIdOf(n + 1));
});
const aCorrectionOf: fc.Arbitrary<Wish> = fc.tuple(fc.nat(30), fc.nat(9)).map(([n, pick]) => (log) => {
  const target = log[n];
  if (target === undefined || target.type.startsWith('Entry')) return undefined;
  const alike = THINGS.filter(({ stream, type }) => stream === target.stream && type === target.type);
  const after = pick === 0 ? target.data : { ...(alike[pick % alike.length] ?? target).data, channel: `${pick}` };
  return build.aCorrection(target.stream, eventIdOf(n + 1), after);
});
const aWish = fc.oneof(
  { weight: 6, arbitrary: anEntry },
  { weight: 1, arbitrary: aWithdrawalOf },
  { weight: 1, arbitrary: aCorrectionOf },
);
const wishes = fc.array(aWish, { maxLength: 50 });

/** A log that came about by deciding: what was refused is not in it. */
async function grown(wanted: readonly Wish[]): Promise<readonly Happening[]> {
  let log = FOUNDATION;
  for (const wish of wanted) {
    const one = wish(log);
    if (one === undefined) continue;
    const facts = await decided(log, one).catch((error: unknown) => {
      if (error instanceof DomainError) return [];
      throw error;
    });
    log = [...log, ...facts.map((fact) => ({ ...one, ...fact }) as Happening)];
  }
  return log;
}

const known = (events: readonly SijilEvent[]) =>
  knownFrom({
    events: <C extends Category>(category: C, id: string) =>
      events.filter(({ stream }) => stream === `${category}-${id}`) as unknown as readonly SijilEvent<C>[],
  });

describe('decisions, whatever happened before', () => {
  it('only ever decide or refuse', () =>
    fc.assert(
      fc.asyncProperty(wishes, async (wanted) => {
        await grown(wanted);
      }),
    ));

  it('never correct or withdraw what was withdrawn', () =>
    fc.assert(
      fc.asyncProperty(wishes, async (wanted) => {
        const withdrawn = new Set<string>();
        for (const { type, data } of logOf(...(await grown(wanted)))) {
          if (type !== 'EntryWithdrawn' && type !== 'EntryCorrected') continue;
          expect(withdrawn).not.toContain(data.target);
          if (type === 'EntryWithdrawn') withdrawn.add(data.target);
        }
      }),
    ));

  it('fill in what a correction or withdrawal found', () =>
    fc.assert(
      fc.asyncProperty(wishes, async (wanted) => {
        const log = logOf(...(await grown(wanted)));
        log.forEach((event, index) => {
          if (event.type !== 'EntryWithdrawn' && event.type !== 'EntryCorrected') return;
          const before = standingEntries(log.slice(0, index).filter(({ stream }) => stream === event.stream));
          expect(event.data.before).toEqual(before.find(({ eventId }) => eventId === event.data.target)?.data);
        });
      }),
    ));

  it('decide nothing when the last thing is wanted again, or refuse it', () =>
    fc.assert(
      fc.asyncProperty(wishes, async (wanted) => {
        const log = await grown(wanted);
        const last = log.at(-1);
        if (last === undefined) return;
        const again = await decided(log, last).catch((error: unknown) => {
          expect(error).toBeInstanceOf(DomainError);
          return [];
        });
        expect(again).toEqual([]);
      }),
    ));
});

describe('states', () => {
  it('can be told of any event, in any order', () =>
    fc.assert(
      fc.property(wishes, (wanted) => {
        const events = logOf(
          ...wanted.reduce<readonly Happening[]>((log, wish) => [...log, ...[wish(log) ?? []].flat()], []),
        );
        const asked = known(events);
        for (const stream of new Set(events.map((event) => event.stream))) {
          const [category, id] = [categoryOf(stream), idOf(stream)];
          expect(CATEGORIES).toContain(category);
          expect(typeof asked.has(category, id)).toBe('boolean');
          statedLevel(events.filter((event) => event.stream === stream));
        }
      }),
    ));
});
