import type { CasualtyCounts, CountsOfKey } from '../../src/domain/claims/casualty-counts.js';
import type { Evolution } from '../../src/domain/claims/evolution.js';
import type { Finding } from '../../src/domain/claims/findings/index.js';
import type { ClaimHistory, HistoryEntry } from '../../src/domain/claims/history.js';
import { appWithCase } from '../support/example-cases.js';
import type { TestApp } from '../support/app.js';

/** What the register must say about the raid on Atmeh, from its facts, over HTTP. */
const INCIDENT = '/api/incidents/atmeh-2022';
const BY_3_FEBRUARY = 'claimedAsOf=2022-02-03';
const THAT_DAY = '2022-02-03T22:00:00Z';

const CHILDREN = 'count killed child not_stated occurred';
const PEOPLE = 'count killed person any occurred';
const CIVILIANS = 'count killed person civilian occurred';
const FIGHTERS = 'count killed person combatant occurred';

let app: TestApp;
let position: string;
beforeAll(async () => {
  ({ app, position } = await appWithCase('atmeh-2022'));
});
afterAll(() => app.stop());

async function ask<Body>(question: string, asOf = ''): Promise<Body> {
  const { status, body, text } = await app.get<Body>(`${INCIDENT}/${question}?after=${position}&${asOf}`);
  if (status !== 200) throw new Error(`${status}: ${text}`);
  return body;
}
const counts = async (asOf = '') => {
  const { counts: all } = await ask<CasualtyCounts>('casualty-counts', asOf);
  return (key: string): CountsOfKey => {
    const one = all.find((each) => each.key === key);
    if (!one) throw new Error(`No figures on ${key}: ${all.map((each) => each.key).join('; ')}`);
    return one;
  };
};
const claims = async (asOf = '') => {
  const { claims: all } = await ask<ClaimHistory>('claims', asOf);
  return (ref: string): HistoryEntry => {
    const one = all.find(({ claim }) => claim === ref);
    if (!one) throw new Error(`No claim ${ref} among ${all.map(({ claim }) => claim).join(', ')}`);
    return one;
  };
};
const findings = async (asOf = '') => (await ask<{ findings: readonly Finding[] }>('findings', asOf)).findings;
const bounds = ({ figures }: CountsOfKey) =>
  Object.fromEntries(figures.map(({ claim, figure }) => [claim.replace(/#.*/, ''), [figure.min, figure.max]]));

describe('what had been said by the end of 3 February 2022 in Damascus', () => {
  it('is asked in the zone of the incident', async () => {
    const { asOf } = await ask<{ asOf: { claimed: string } }>('casualty-counts', BY_3_FEBRUARY);
    expect(Date.parse(asOf.claimed)).toBe(Date.parse(THAT_DAY));
  });

  it('SOHR raised its children from two to four, explicitly', async () => {
    const claim = await claims(BY_3_FEBRUARY);
    expect(claim('statement-a08#killed-child')).toMatchObject({
      says: { figure: { min: 4, max: 4 } },
      place: 'stands',
      supersedes: [{ claim: 'statement-a04#killed-child', change: 'revises', by: 'source', void: null }],
    });
    expect(claim('statement-a04#killed-child')).toMatchObject({
      says: { figure: { min: 2, max: 2 } },
      place: 'superseded',
    });
  });

  it('the White Helmets, SANA and SNHR say six children, UNICEF at least six, the US at least three', async () => {
    const children = bounds((await counts(BY_3_FEBRUARY))(CHILDREN));
    expect(children).toMatchObject({
      'statement-a06': [6, 6],
      'statement-a07': [6, 6],
      'statement-a08': [4, 4],
      'statement-a10': [6, 6],
      'statement-a11': [6, null],
      'statement-a15': [3, null],
    });
  });

  it('children killed are 4 to 6, open, by everyone else, and at least 3 by the parties', async () => {
    const children = (await counts(BY_3_FEBRUARY))(CHILDREN);
    expect(children.everyoneElse).toMatchObject({ low: 4, high: 6, open: true });
    expect(children.partiesToTheHarm).toMatchObject({ low: 3, open: true, parties: 1 });
  });

  it('the US, who operated, is a party to the harm, and White Helmets are not', async () => {
    const { partiesToTheHarm } = await ask<CasualtyCounts>('casualty-counts', BY_3_FEBRUARY);
    expect(partiesToTheHarm).toContain('united-states');
    expect(partiesToTheHarm).not.toContain('white-helmets');
  });

  it('what Syria told the United Nations on the day after is only possibly said by then and counts in nothing', async () => {
    const claim = (await counts(BY_3_FEBRUARY))(PEOPLE).figures.find(({ act }) => act === 'statement-a17');
    expect(claim === undefined || (claim.place === 'possibly_said' && !claim.inRange)).toBe(true);
  });

  it('nothing said later has moved anything: the briefings of 10 February are not there', async () => {
    const { claims: all } = await ask<ClaimHistory>('claims', BY_3_FEBRUARY);
    expect(all.map(({ act }) => act)).not.toEqual(expect.arrayContaining(['statement-a18']));
    expect(all.map(({ act }) => act)).not.toEqual(expect.arrayContaining(['report-a23']));
  });
});

describe('how the acts are recorded', () => {
  it('all twenty-three are there', async () => {
    const ids = [...Array(23).keys()].map((index) => `a${String(index + 1).padStart(2, '0')}`);
    const reports = new Set(['a21', 'a22', 'a23']);
    const answers = await Promise.all(
      ids.map((id) => app.get(`/api/${reports.has(id) ? 'reports' : 'statements'}/${id}?after=${position}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200));
  });

  it("A09's thirteen reaffirms A08's", async () => {
    expect((await claims())('statement-a09#killed-person')).toMatchObject({
      place: 'stands',
      supersedes: [{ claim: 'statement-a08#killed-person', change: 'reaffirms' }],
    });
  });

  it("A09's \"at least one fighter\" is set beside A08's three, and A08's other figures stand", async () => {
    const claim = await claims();
    expect(claim('statement-a09#killed-combatant-person').place).toBe('set_beside');
    for (const ref of ['killed-combatant-person', 'killed-civilian-person', 'killed-child', 'killed-woman'])
      expect(claim(`statement-a08#${ref}`).place).toBe('stands');
    expect((await counts())(FIGHTERS).everyoneElse).toMatchObject({ low: 3, high: 3 });
  });

  it('A14 and A15 are two statements, an explicit revision', async () => {
    const claim = await claims();
    expect(claim('statement-a15#killed-civilian-person')).toMatchObject({
      says: { figure: { min: 4, max: null } },
      supersedes: [{ claim: 'statement-a14#killed-civilian-person', change: 'revises', announced: 'yes' }],
    });
    expect(claim('statement-a14#killed-civilian-person')).toMatchObject({
      says: { figure: { min: 3, max: null } },
      place: 'superseded',
    });
  });

  it('A18 supplements; seven in the building and two outside are parts and are not added up', async () => {
    const claim = await claims();
    expect(claim('statement-a18#killed-child').supersedes).toMatchObject([{ change: 'supplements' }]);
    const said = await counts();
    const inside = said(`${PEOPLE} subgroup=inside-building`);
    const outside = said(`${FIGHTERS} subgroup=outside`);
    expect(bounds(inside)).toEqual({ 'statement-a18': [7, null] });
    expect(bounds(outside)).toEqual({ 'statement-a18': [2, 2] });
    expect(said(PEOPLE).partiesToTheHarm).toMatchObject({ low: 9, open: true });
  });

  it('A19 cannot say who set off the blast, superseding A12 within one party', async () => {
    const claim = await claims();
    const [later, earlier] = [claim('statement-a19#cannot-say-explosion'), claim('statement-a12#attributes-explosion')];
    expect(later).toMatchObject({
      says: { kind: 'responsibility', stance: 'cannot_say' },
      supersedes: [{ claim: 'statement-a12#attributes-explosion', change: 'revises', void: null }],
    });
    expect(earlier.place).toBe('superseded');
    expect([later.party, earlier.party]).toEqual(['united-states', 'united-states']);
  });

  it("A10 says six children and three women, civilian; nine is nobody's figure", async () => {
    const { claims: all } = await ask<ClaimHistory>('claims');
    const figures = all.flatMap(({ act, says }) =>
      act === 'statement-a10' && says.kind === 'count'
        ? [[says.counted.category, says.counted.status, says.figure?.min]]
        : [],
    );
    expect(figures).toEqual([
      ['child', 'civilian', 6],
      ['woman', 'civilian', 3],
    ]);
  });

  it('A12 names no number', async () => {
    const { claims: all } = await ask<ClaimHistory>('claims');
    const kinds = all.filter(({ act }) => act === 'statement-a12').map(({ says }) => says.kind);
    expect(kinds.length).toBeGreaterThan(0);
    expect(kinds).not.toContain('count');
  });

  it('A16 is a position and a conditional call', async () => {
    const { claims: all } = await ask<ClaimHistory>('claims');
    expect(all.filter(({ act }) => act === 'statement-a16').map(({ says }) => says)).toMatchObject([
      { kind: 'position', stance: 'supports', topic: 'counter_terrorism' },
      { kind: 'investigation', act: 'calls_for', certainty: 'conditional', addressedTo: ['united-states'] },
    ]);
  });

  it("A21 and A23 are Airwars' location, grade and compiled figures, as Airwars' claims", async () => {
    const claim = await claims();
    expect(claim('report-a21#location').says).toMatchObject({
      kind: 'location',
      place: { precision: 'exact_location', point: { lat: 36.318883, lon: 36.68166 } },
    });
    expect(claim('report-a23#grade').says).toMatchObject({ kind: 'grade', grade: 'contested' });
    expect(claim('report-a23#operation-status').says).toMatchObject({ kind: 'operation_status', status: 'declared' });
    const civilians = (await counts())(CIVILIANS).figures.find(({ act }) => act === 'report-a23');
    expect(civilians).toMatchObject({ compiled: true, inRange: false, figure: { min: 9, max: 13 } });
  });

  it('A22 closes as a duplicate: it neither accepts nor denies', async () => {
    const { claims: all } = await ask<ClaimHistory>('claims');
    expect(all.filter(({ act }) => act === 'report-a22').map(({ says }) => says)).toMatchObject([
      { kind: 'investigation', act: 'closes', outcome: 'duplicate', duplicateOf: 'atmeh-2022' },
    ]);
  });
});

describe('what moves no count', () => {
  it.each(['statement-a16', 'report-a22', 'report-a23', 'statement-a17'])('%s', async (act) => {
    const { counts: all } = await ask<Evolution>('casualty-counts/evolution');
    const moved = all.flatMap(({ steps }) => steps).filter((step) => step.act === act && step.moved);
    expect(moved).toEqual([]);
  });

  it('while A06 and A08 do', async () => {
    const { counts: all } = await ask<Evolution>('casualty-counts/evolution');
    const moved = new Set(all.flatMap(({ steps }) => steps.filter((step) => step.moved).map((step) => step.act)));
    expect([...moved]).toEqual(expect.arrayContaining(['statement-a06', 'statement-a08', 'statement-a15']));
  });
});

describe('what contradicts', () => {
  it('four children against six do', async () => {
    const children = (await findings(BY_3_FEBRUARY)).find(
      ({ rule, key }) => rule === 'range_disjoint' && key === CHILDREN,
    );
    expect(children).toMatchObject({ status: 'open', subject: 'incident-atmeh-2022' });
    expect(children?.extremes?.[0]).toMatchObject({ claimant: 'sohr', figure: { min: 4, max: 4 } });
    expect(children?.extremes?.[1]?.figure.min).toBe(6);
  });

  it('thirteen people against ten civilians do not', async () => {
    const disjoint = (await findings()).filter(({ rule }) => rule === 'range_disjoint');
    for (const { members } of disjoint) {
      expect(
        members.includes('statement-a08#killed-civilian-person') && members.includes('statement-a09#killed-person'),
      ).toBe(false);
    }
    expect(disjoint.map(({ key }) => key)).not.toContain(CIVILIANS);
  });
});

describe('the register itself on an earlier day', () => {
  it('had nothing about Atmeh before it was recorded', async () => {
    const { status } = await app.get(`${INCIDENT}?recordedAsOf=2022-02-03T22:00:00Z`);
    expect(status).toBe(404);
  });

  it('answers with the position it stands at as it does without one', async () => {
    const now = await ask<CasualtyCounts & { position: string }>('casualty-counts');
    const then = await ask<CasualtyCounts>('casualty-counts', `recordedAsOf=${now.position}`);
    expect(then.counts).toEqual(now.counts);
  });
});

it('shows the same findings to those who may see no more than what is public', async () => {
  const of = async (as: 'subscriber' | 'admin') => {
    const { body } = await app.get<{ findings: readonly Finding[] }>(`${INCIDENT}/findings`, { as });
    return body.findings.map(({ id, rule, status }) => [id, rule, status]);
  };
  expect(await of('subscriber')).toEqual(await of('admin'));
});
