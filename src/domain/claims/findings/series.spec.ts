import {
  aReport,
  aSeries,
  aStatement,
  at,
  inSlot,
  killed,
  onDay,
  SERIES,
  type Happening,
} from '../../../../test/support/builders.js';
import { countsOf, findingsBy, saidBy } from '../../../../test/support/asking.js';
import { factsOf } from '../../../../test/support/facts.js';
import { exactly } from '../../values/figure.js';
import type { FigureBasis } from '../../vocabularies/figure-basis.js';
import type { FindingRule } from '../../vocabularies/finding-rule.js';
import type { Claim } from '../claim.js';
import type { Supersedes } from '../kinds/claim-base.js';

const years = Array.from({ length: 5 }, (_, index) => ({
  slot: `year-${index + 1}`,
  from: `${2015 + index}-09-30`,
  to: `${2016 + index}-09-29`,
}));
const toDate = (to: string) => ({ slot: `to-${to}`, from: '2015-09-30', to });
const series = aSeries({ slots: [...years, ...['2017-12-31', '2018-09-30', '2019-09-30', '2020-09-30'].map(toDate)] });

const civilians = { counted: { status: 'civilian' as const } };
const total = (to: string, n: number, category: 'person' | 'woman' = 'person') =>
  killed(category, exactly(n), {
    claimId: `total-${category}`,
    counted: { status: 'civilian', tally: 'running_total' },
    ...inSlot(`to-${to}`),
  });
const year = (n: number, figure: number, supersedes?: Supersedes) =>
  killed('person', exactly(figure), {
    ...civilians,
    claimId: `year-${n}`,
    ...inSlot(`year-${n}`),
    ...(supersedes && { supersedes }),
  });
const report = (reportId: string, claims: readonly Claim[]) =>
  aReport({ reportId, publishedAt: onDay(`${reportId.slice(1)}-10-01`), claims });

const r2018 = report('r2018', [total('2018-09-30', 6239), year(1, 3734), year(2, 1547), year(3, 958)]);
const r2019 = report('r2019', [total('2019-09-30', 6686), year(1, 3734), year(2, 1547), year(3, 958), year(4, 447)]);
const lowering: Supersedes = {
  claim: 'report-r2019#year-1',
  change: 'revises',
  announced: 'not_found',
  reason: 'unexplained',
};
const r2020 = report('r2020', [
  total('2020-09-30', 6859),
  year(1, 3564, lowering),
  year(2, 1547),
  year(3, 958),
  year(4, 447),
  year(5, 343),
]);

const factsAfter = (...happenings: readonly Happening[]) => factsOf(`series-${SERIES}`, series, ...happenings);
const found = (rule: FindingRule, ...happenings: readonly Happening[]) => findingsBy(factsAfter(...happenings), rule);

describe('vintage_mismatch', () => {
  it('shows a lowered year, and that nobody announced it', () => {
    expect(found('vintage_mismatch', r2018, r2019)).toEqual([]);
    const [finding, ...others] = found('vintage_mismatch', r2018, r2019, r2020);
    expect(others).toEqual([]);
    expect(finding?.key).toBe('snhr slot=year-1 count killed person civilian occurred');
    expect(finding?.changes?.map(({ from, to, announced }) => [from.figure.max, to.figure.max, announced])).toEqual([
      [3734, 3564, 'not_found'],
    ]);
    expect(finding?.members).toEqual(['report-r2018#year-1', 'report-r2019#year-1', 'report-r2020#year-1']);
    expect(findingsBy(factsAfter(r2018, r2019, r2020), 'vintage_mismatch', saidBy('2020-09-30T00:00:00Z'))).toEqual([]);
  });
});

describe('vintage_mismatch of figures known in different ways', () => {
  const inOneYear = (reportId: string, ...figures: readonly (readonly [number, FigureBasis])[]) =>
    report(
      reportId,
      figures.map(([n, basis]) => ({ ...year(1, n), claimId: basis, basis })),
    );

  it('is found where a report gives another figure, however that is known', () => {
    const mismatches = found(
      'vintage_mismatch',
      inOneYear('r2018', [100, 'named']),
      inOneYear('r2019', [120, 'model']),
    );
    expect(mismatches.map(({ key }) => key)).toEqual(['snhr slot=year-1 count killed person civilian occurred']);
    expect(mismatches[0]?.changes?.map(({ from, to }) => [from.figure.max, to.figure.max])).toEqual([[100, 120]]);
  });

  it('is not found where both reports give the same two, or one gives a second beside the first', () => {
    const both = [
      [100, 'named'],
      [120, 'model'],
    ] as const;
    expect(found('vintage_mismatch', inOneYear('r2018', ...both), inOneYear('r2019', ...both))).toEqual([]);
    expect(found('vintage_mismatch', inOneYear('r2018', both[0]), inOneYear('r2019', ...both))).toEqual([]);
  });

  it('shows how the figure changed that is known in the same way', () => {
    const [mismatch] = found(
      'vintage_mismatch',
      inOneYear('r2018', [100, 'named'], [120, 'model']),
      inOneYear('r2019', [100, 'named'], [130, 'model']),
    );
    expect(mismatch?.changes?.map(({ from, to }) => [from.figure.max, to.figure.max])).toEqual([[120, 130]]);
  });
});

describe('series_decrease', () => {
  const women = (id: string, day: string, to: string, n: number) =>
    aReport({ reportId: id, publishedAt: onDay(day), claims: [total(to, n, 'woman')] });
  const w2018 = women('w2018', '2018-01-27', '2017-12-31', 992);
  const w2019 = women('w2019', '2019-09-30', '2019-09-30', 908);

  it('is found between the slots next to each other that have a figure', () => {
    const [finding, ...others] = found(
      'series_decrease',
      w2018,
      w2019,
      women('w2020', '2020-09-30', '2020-09-30', 969),
    );
    expect(others).toEqual([]);
    expect(finding?.key).toBe('slot=to-2019-09-30 snhr count killed woman civilian running_total');
    expect(finding?.extremes?.map(({ figure }) => figure.max)).toEqual([908, 992]);
  });

  it('is not found against a figure that had been taken back', () => {
    const back = aReport({
      reportId: 'back',
      publishedAt: onDay('2018-03-01'),
      claims: [
        killed('woman', undefined, {
          counted: { status: 'civilian', tally: 'running_total' },
          ...inSlot('to-2017-12-31'),
          supersedes: { claim: 'report-w2018#total-woman', change: 'retracts', announced: 'yes' },
        }),
      ],
    });
    expect(found('series_decrease', w2018, back, w2019)).toEqual([]);
  });

  it('is not found when one act lowers both slots', () => {
    const both = aReport({
      reportId: 'both',
      publishedAt: onDay('2019-12-01'),
      claims: [total('2017-12-31', 800, 'woman'), { ...total('2019-09-30', 850, 'woman'), claimId: 'second' }],
    });
    expect(
      found(
        'series_decrease',
        women('w2018', '2018-01-27', '2017-12-31', 700),
        women('w2019', '2019-09-30', '2019-09-30', 908),
        both,
      ),
    ).toEqual([]);
  });
});

describe('sum_mismatch', () => {
  it('is not found while last total and new part make the new total', () => {
    expect(found('sum_mismatch', r2018, r2019)).toEqual([]);
  });

  it('is found when they do not', () => {
    const [finding, ...others] = found('sum_mismatch', r2018, r2019, r2020);
    expect(others).toEqual([]);
    expect(finding?.extremes?.map(({ figure }) => figure.max)).toEqual([6859, 6686, 343]);
    expect(finding?.since.claimed).toBe(r2020.data.publishedAt.to);
  });

  it('is found when the years of one report do not make its total', () => {
    const wrong = report('r2019', [
      total('2019-09-30', 6686),
      year(1, 3734),
      year(2, 1547),
      year(3, 958),
      year(4, 400),
    ]);
    expect(found('sum_mismatch', wrong).map(({ key }) => key)).toEqual([
      'slot=to-2019-09-30 snhr count killed person civilian occurred within report-r2019',
    ]);
  });

  it('says nothing where years are missing', () => {
    expect(found('sum_mismatch', report('r2019', [total('2019-09-30', 6686), year(1, 3734), year(3, 958)]))).toEqual(
      [],
    );
  });

  it('adds days of a daily series that one act gives whole, and flags the day that is wrong, not those after it', () => {
    const days = (sums: readonly number[]) =>
      aReport({
        publishedAt: onDay('2023-11-01'),
        claims: sums.flatMap((sum, index) => [
          killed('person', exactly(5), { claimId: `dead-${index}`, ...inSlot(`2023-10-0${index + 1}`) }),
          killed('person', exactly(sum), {
            claimId: `sum-${index}`,
            counted: { tally: 'running_total' },
            ...inSlot(`2023-10-0${index + 1}`),
          }),
        ]),
      });
    const sums = (...all: readonly number[]) =>
      findingsBy(factsOf(`series-${SERIES}`, aSeries({ slots: 'daily' }), days(all)), 'sum_mismatch').map(
        ({ members }) => members,
      );
    expect(sums(5, 10, 15, 20)).toEqual([]);
    expect(sums(5, 10, 16, 21)).toEqual([['report-r01#sum-2', 'report-r01#sum-1', 'report-r01#dead-2']]);
  });

  it('adds days of a daily series in the same way', () => {
    const daily = aSeries({ slots: 'daily' });
    const day = (date: string, dead: number, sum: number) =>
      aReport({
        reportId: `d${date}`,
        publishedAt: onDay(date),
        claims: [
          killed('person', exactly(dead), { claimId: 'dead', ...inSlot(date) }),
          killed('person', exactly(sum), { claimId: 'sum', counted: { tally: 'running_total' }, ...inSlot(date) }),
        ],
      });
    const sums = (third: number) =>
      findingsBy(
        factsOf(
          `series-${SERIES}`,
          daily,
          day('2023-10-07', 10, 10),
          day('2023-10-08', 5, 15),
          day('2023-10-09', 5, third),
        ),
        'sum_mismatch',
      );
    expect(sums(20)).toEqual([]);
    expect(sums(21)).toHaveLength(1);
  });
});

describe('a series otherwise', () => {
  it('relay_differs: an outlet drops a digit', () => {
    const outlet = aStatement({
      statementId: 'outlet',
      speaker: 'an-outlet',
      issuedAt: at('2018-10-02T00:00:00Z'),
      claims: [{ ...total('2018-09-30', 623), relays: { claim: 'report-r2018#total-person' } }],
    });
    expect(found('relay_differs', r2018, outlet)[0]?.extremes?.map(({ figure }) => figure.max)).toEqual([623, 6239]);
  });

  it('keeps counts by slot', () => {
    const counts = (slot: string) =>
      countsOf(factsAfter(r2018, r2019, r2020), `slot=${slot} count killed person civilian occurred`);
    expect(counts('year-1')?.everyoneElse).toMatchObject({ low: 3564, high: 3564, parties: 1 });
    expect(counts('year-5')?.everyoneElse).toMatchObject({ low: 343, high: 343 });
  });

  it('period_after_issue: a slot whose last day had not begun', () => {
    expect(found('period_after_issue', r2018)).toEqual([]);
    const early = aReport({ reportId: 'early', publishedAt: onDay('2018-09-29'), claims: [total('2018-09-30', 1)] });
    expect(found('period_after_issue', early)).toMatchObject([{ members: ['report-early#total-person'] }]);
  });
});
