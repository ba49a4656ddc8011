import fc from 'fast-check';
import {
  anActor,
  anOperation,
  aStatement,
  at,
  aWithdrawal,
  INCIDENT,
  killed,
  responsibility,
  type Happening,
} from '../../../test/support/builders.js';
import { record } from '../../../test/support/facts.js';
import { eventIdOf, logOf, positionOf } from '../../../test/support/log.js';
import { NOW } from '../as-of.js';
import type { Facts } from '../register/facts.js';
import { factsAbout } from '../register/facts-about.js';
import { RegisterFold, registerOf } from '../register/register.js';
import type { StatementIssued } from '../events/statement-issued.js';
import { about, atLeast, atMost, between, exactly, none, some } from '../values/figure.js';
import { casualtyCounts } from './casualty-counts.js';
import type { Claim } from './claim.js';
import { evolution } from './evolution.js';
import { findings } from './findings/index.js';
import { claimHistory } from './history.js';
import { standingFigures } from './standing-figures.js';

const SUBJECT = `incident-${INCIDENT}`;
const n = fc.integer({ min: 0, max: 12 });
const figure = fc.oneof(
  n.map(exactly),
  n.map(atLeast),
  n.map(atMost),
  n.map(about),
  fc.tuple(n, n).map(([a, b]) => between(Math.min(a, b), Math.max(a, b))),
  fc.constantFrom(some, none),
);
const change = fc.constantFrom('revises' as const, 'reaffirms' as const, 'supplements' as const, 'retracts' as const);

interface Act {
  readonly speaker: string;
  readonly claims: readonly Claim[];
}

/** Claims may supersede one of an earlier act (by its number), whoever made it: between two parties that is void. */
const claimsOf = (number: number): fc.Arbitrary<readonly Claim[]> =>
  fc
    .array(
      fc.record({
        category: fc.constantFrom('person' as const, 'child' as const),
        status: fc.constantFrom(undefined, 'civilian' as const),
        figure,
        older: fc.option(fc.record({ act: fc.nat({ max: Math.max(0, number - 1) }), change }), {
          freq: 2,
          nil: undefined,
        }),
        certainty: fc.constantFrom('reported' as const, 'reported' as const, 'conditional' as const),
        accuses: fc.constantFrom(undefined, undefined, undefined, 'us', 'sohr'),
      }),
      { maxLength: 3 },
    )
    .map((all) =>
      all.map(({ category, status, figure: how, older, certainty, accuses }, index): Claim => {
        const claimId = `c${index}`;
        if (accuses !== undefined) return responsibility('attributes', { claimId, actor: accuses });
        const supersedes =
          older === undefined || number === 0
            ? {}
            : { supersedes: { claim: `statement-s${older.act}#c0`, change: older.change, announced: 'yes' as const } };
        const said = older?.change === 'retracts' && number > 0 ? undefined : how;
        return killed(category, said, { claimId, certainty, ...(status && { counted: { status } }), ...supersedes });
      }),
    );

const acts: fc.Arbitrary<readonly Act[]> = fc
  .integer({ min: 1, max: 10 })
  .chain((length) =>
    fc.tuple(
      ...Array.from({ length }, (_, number) =>
        fc.record({ speaker: fc.constantFrom('us', 'us-dod', 'sohr', 'snhr'), claims: claimsOf(number) }),
      ),
    ),
  );

const minute = (number: number): string => new Date(Date.UTC(2022, 1, 3) + number * 60_000).toISOString();

const statement = (number: number, { speaker, claims }: Act): Happening<StatementIssued> =>
  aStatement({ statementId: `s${number}`, speaker, issuedAt: at(minute(number)), claims });

const around: readonly Happening[] = [
  anActor({ actorId: 'us-dod', partOf: [{ actor: 'us' }] }),
  anOperation({ operators: [{ actor: 'us', role: 'conducted' }] }),
];

const happeningsOf = (said: readonly Act[]): readonly Happening[] => [
  ...around,
  ...said.map((act, number) => statement(number, act)),
];

const OURS = new Set(['recordedAt', 'recorded', 'position', 'eventId', 'from', 'until']);
/** An answer without what tells when we recorded it. */
const asSaid = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer, (name, value: unknown) => (OURS.has(name) ? undefined : value)));

const everyAnswer = (facts: Facts, when = NOW) => ({
  history: claimHistory(facts, when),
  counts: casualtyCounts(facts, when),
  evolution: evolution(facts, when),
  findings: [...findings(facts, when)]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ members, ...one }) => ({ ...one, members: [...members].sort() })),
  standing: standingFigures(facts, when),
});

describe('whatever was said', () => {
  it('no answer depends on how the log is cut into pages', () => {
    fc.assert(
      fc.property(acts, fc.integer({ min: 1, max: 5 }), (said, size) => {
        const log = logOf(...happeningsOf(said), aWithdrawal('statement-s0', eventIdOf(3)));
        const paged = new RegisterFold();
        for (let first = 0; first < log.length; first += size) paged.tell(log.slice(first, first + size));
        expect(everyAnswer(factsAbout(paged.register(), SUBJECT))).toEqual(
          everyAnswer(factsAbout(registerOf(log), SUBJECT)),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('no answer depends on the order of recording, where it is known what was said first', () => {
    fc.assert(
      fc.property(
        acts.chain((said) =>
          fc.tuple(fc.constant(said), fc.shuffledSubarray([...said.keys()], { minLength: said.length })),
        ),
        ([said, order]) => {
          const recorded = order.map((number) => statement(number, said[number] as Act));
          const answer = (facts: Facts) => {
            const { history, counts, evolution: steps, standing } = everyAnswer(facts);
            return asSaid({ history, counts, steps, standing });
          };
          expect(answer(record(...around, ...recorded))).toEqual(answer(record(...happeningsOf(said))));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('as of the last position is the current state, and as of any position that of the log up to it', () => {
    fc.assert(
      fc.property(acts, (said) => {
        const happenings = [...happeningsOf(said), aWithdrawal('statement-s0', eventIdOf(3))];
        const facts = record(...happenings);
        expect(everyAnswer(facts, { claimed: null, recorded: positionOf(happenings.length) })).toEqual(
          everyAnswer(facts),
        );
        for (let last = 1; last <= happenings.length; last += 1) {
          expect(everyAnswer(facts, { claimed: null, recorded: positionOf(last) })).toEqual(
            everyAnswer(record(...happenings.slice(0, last))),
          );
        }
      }),
      { numRuns: 20 },
    );
  });

  it('what had been said by a time is what only the acts until then say', () => {
    fc.assert(
      fc.property(acts, (said) => {
        const facts = record(...happeningsOf(said));
        said.forEach((_, number) => {
          const then = casualtyCounts(facts, { claimed: minute(number), recorded: null });
          expect(then).toEqual(casualtyCounts(record(...happeningsOf(said.slice(0, number + 1))), NOW));
        });
      }),
      { numRuns: 40 },
    );
  });

  it('each step of the evolution is the range as of that act', () => {
    fc.assert(
      fc.property(acts, (said) => {
        const facts = record(...happeningsOf(said));
        for (const { key, steps } of evolution(facts, NOW).counts) {
          said.forEach((_, number) => {
            const then = casualtyCounts(facts, { claimed: minute(number), recorded: null }).counts.find(
              (one) => one.key === key,
            );
            const step = steps.findLast(({ saidTo }) => saidTo <= minute(number));
            expect([step?.partiesToTheHarm ?? null, step?.everyoneElse ?? null]).toEqual([
              then?.partiesToTheHarm ?? null,
              then?.everyoneElse ?? null,
            ]);
          });
        }
      }),
      { numRuns: 100 },
    );
  });

  it('a range begins and ends at bounds that somebody gave: it is never a sum or an average', () => {
    fc.assert(
      fc.property(acts, (said) => {
        for (const { figures, partiesToTheHarm, everyoneElse } of casualtyCounts(record(...happeningsOf(said)), NOW)
          .counts) {
          const bounds = new Set(figures.flatMap(({ figure: { min, max } }) => [min, max]));
          for (const range of [partiesToTheHarm, everyoneElse]) {
            if (range === null) continue;
            expect(range.low === null || bounds.has(range.low)).toBe(true);
            expect(range.high === null || bounds.has(range.high)).toBe(true);
            expect(range.low === null || range.high === null || range.low <= range.high).toBe(true);
            expect(range.parties).toBeGreaterThan(0);
            expect(range.parties).toBeLessThanOrEqual(range.claims);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('no two findings have one id, and none is without members or a time', () => {
    fc.assert(
      fc.property(acts, (said) => {
        const all = findings(record(...happeningsOf(said)), NOW);
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        for (const { members, since } of all) {
          expect(members.length).toBeGreaterThan(0);
          expect(since.claimed).not.toBeNull();
        }
      }),
      { numRuns: 100 },
    );
  });

  it('a finding dates from one of the acts, and from a position of the log', () => {
    fc.assert(
      fc.property(acts, (said) => {
        const facts = record(...happeningsOf(said));
        for (const { id, since } of findings(facts, NOW)) {
          expect(said.map((_, number) => minute(number))).toContain(since.claimed);
          expect(since.position <= positionOf(around.length + said.length)).toBe(true);
          expect(id).toMatch(/^sha256:[0-9a-f]{64}$/);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('one more conditional, relayed, compiled or according-to claim moves no range', () => {
    const beside = fc.constantFrom(
      { certainty: 'conditional' as const },
      { accordingTo: ['media'] },
      { compiled: true },
      { relays: { actor: 'somebody-else' } },
    );
    fc.assert(
      fc.property(
        acts,
        beside,
        figure,
        fc.nat({ max: 20 }),
        fc.constantFrom('us', 'sohr', 'nobody-yet'),
        (said, over, how, when, speaker) => {
          const more = aStatement({
            statementId: 'more',
            speaker,
            issuedAt: at(`2022-02-03T00:${String(when).padStart(2, '0')}:30Z`),
            claims: [killed('child', how, over)],
          });
          const ranges = (facts: Facts) =>
            casualtyCounts(facts, NOW)
              .counts.map(({ key, partiesToTheHarm, everyoneElse }) => ({ key, partiesToTheHarm, everyoneElse }))
              .filter(({ partiesToTheHarm, everyoneElse }) => partiesToTheHarm !== null || everyoneElse !== null);
          const happenings = happeningsOf(said);
          expect(ranges(record(...happenings, more))).toEqual(ranges(record(...happenings)));
        },
      ),
      { numRuns: 100 },
    );
  });
});
