import type { CasualtyCounts } from '../../src/domain/claims/casualty-counts.js';
import type { Finding } from '../../src/domain/claims/findings/index.js';
import type { ClaimHistory } from '../../src/domain/claims/history.js';
import { appWithCase } from '../support/example-cases.js';
import type { TestApp } from '../support/app.js';

/** What the register must say about SNHR's reports on Russian forces in Syria, from their figures, over HTTP. */
const SERIES = '/api/series/snhr-russia';
const BY_RUSSIA = 'by=russian-forces';
const TOTAL = `count killed person civilian running_total ${BY_RUSSIA}`;
const YEAR = `count killed person civilian occurred ${BY_RUSSIA}`;

let app: TestApp;
let position: string;
beforeAll(async () => {
  ({ app, position } = await appWithCase('snhr-russia'));
});
afterAll(() => app.stop());

async function ask<Body>(question: string, asOf = ''): Promise<Body> {
  const { status, body, text } = await app.get<Body>(`${SERIES}/${question}?after=${position}&${asOf}`);
  if (status !== 200) throw new Error(`${status}: ${text}`);
  return body;
}
const findings = async (rule: string) =>
  (await ask<{ findings: readonly Finding[] }>('findings')).findings.filter((one) => one.rule === rule);
const standing = async (slot: string, key: string, asOf = '') => {
  const { counts } = await ask<CasualtyCounts>('counts', asOf);
  const figures = counts.filter((one) => one.slot === slot && one.key.endsWith(key)).flatMap((one) => one.figures);
  return figures.filter(({ inRange }) => inRange).map(({ figure }) => figure.min);
};

it('has thirteen reports', async () => {
  const { claims } = await ask<ClaimHistory>('claims');
  expect(new Set(claims.map(({ act }) => act).filter((act) => act.startsWith('report-'))).size).toBe(13);
});

it('leaves out the year whose figures are only arithmetic', async () => {
  const { claims } = await ask<ClaimHistory>('claims');
  expect(claims.map(({ slot }) => slot)).not.toContain('until-2022-09-30');
  expect(claims.flatMap(({ says }) => (says.kind === 'count' ? [says.figure?.min] : []))).not.toContain(6943);
});

it('has the sixth report: 6,910 civilians, 2,030 of them children, and 1,231 attacks on vital facilities', async () => {
  expect(await standing('until-2021-09-30', TOTAL)).toEqual([6910]);
  expect(await standing('until-2021-09-30', `count killed child civilian running_total ${BY_RUSSIA}`)).toEqual([2030]);
  const { claims } = await ask<ClaimHistory>('claims');
  const attacks = claims.flatMap(({ act, says }) =>
    act === 'report-snhr-2021-09' && says.kind === 'count' && says.counted.measure === 'attacks'
      ? [says.figure?.min]
      : [],
  );
  expect(attacks).toEqual([1231]);
});

it('shows the 2020 report lowering year one from 3,734 to 3,564, with no announcement found', async () => {
  const year = (await findings('vintage_mismatch')).find(({ key }) => key.includes('year-1') && key.includes(YEAR));
  expect(year?.changes).toMatchObject([
    { from: { figure: { min: 3734 } }, to: { figure: { min: 3564 } }, announced: 'not_found' },
  ]);
  expect(await standing('year-1', YEAR)).toEqual([3564]);
});

it('still answers 3,734 for year one as of the day before the 2020 report', async () => {
  expect(await standing('year-1', YEAR, 'claimedAsOf=2020-09-28')).toEqual([3734]);
});

it('finds the women falling from 992 to 908', async () => {
  const women = (await findings('series_decrease')).filter(({ key }) => key.includes('woman'));
  expect(women.map(({ extremes }) => extremes?.map(({ figure }) => figure.min))).toEqual([[908, 992]]);
});

it('finds that 6,686 and 343 are not 6,859', async () => {
  const sums = (await findings('sum_mismatch')).map(({ extremes }) => extremes?.map(({ figure }) => figure.min));
  expect(sums).toContainEqual([6859, 6686, 343]);
});

it('finds an outlet passing on 984 for 1,984, and takes it into no range', async () => {
  const [relay] = await findings('relay_differs');
  expect(relay?.extremes?.map(({ figure }) => figure.min)).toEqual([984, 1984]);
  expect(await standing('until-2016-03-15', TOTAL)).toEqual([1984]);
});
