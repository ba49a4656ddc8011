import { exactly, atLeast } from '../../src/domain/values/figure.js';
import { streamOf } from '../../src/domain/streams.js';
import { collectionOf } from '../../src/http/collections.js';
import { TestApp, type Answer, type Ask } from '../support/app.js';
import { bodyOf, someWords } from '../support/bodies.js';
import {
  aGrading,
  aMerge,
  anActor,
  anIdentifier,
  anIncident,
  anOperation,
  aPassage,
  aReport,
  aSeries,
  ASSESSOR,
  aSource,
  aStatement,
  at,
  civilianStatus,
  INCIDENT,
  inSlot,
  killed,
  onDay,
  PUBLISHER,
  responsibility,
  SERIES,
  SPEAKER,
  type Happening,
} from '../support/builders.js';
import { recordedIn } from '../support/recorded.js';

/** What came back: as loosely as a reader of JSON knows it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Json = any;

let app: TestApp;
let last = '';

beforeAll(async () => {
  app = await TestApp.start({ publicRead: true });
  await record(
    anActor(SPEAKER),
    anActor({ actorId: PUBLISHER, names: [{ lang: 'ar', text: 'الشبكة السورية لحقوق الإنسان' }] }),
    anActor('us-forces'),
    anActor(ASSESSOR),
    anActor({ actorId: 'witness', person: true, shownAs: [{ lang: 'en', text: 'a local journalist' }] }),
    aSource(),
    aSource({ sourceId: 'private-note', protection: 'restricted' }),
    anIncident({ occurred: { ...onDay('2022-02-02'), zone: 'Asia/Damascus' } }),
    anOperation(),
    aSeries(),
  );
});
afterAll(() => app.stop());

describe('two acts and a correction of ours', () => {
  const path = `/api/incidents/${INCIDENT}/casualty-counts`;
  const positions: string[] = [];

  beforeAll(async () => {
    const early = aStatement({ statementId: 'early', claims: [killed('child', exactly(2))] });
    const late = aReport({
      reportId: 'late',
      publishedAt: at('2022-02-05T09:00:00Z'),
      claims: [killed('child', atLeast(6))],
    });
    const [event] = await record(early);
    positions.push(last);
    await record(late);
    positions.push(last);
    const after = { ...early.data, claims: [killed('child', exactly(4))] };
    const correction = { target: event, reason: 'transcription', after };
    await sent('/api/statements/early/corrections', correction, { headers: { 'if-match': '0' } });
    positions.push(last);
  });

  it('says what had been said by a day, which ends where the incident is', async () => {
    expect(await figures(`${path}?claimedAsOf=2022-02-03`)).toEqual([[SPEAKER, 4, 4]]);
    expect(await figures(`${path}?claimedAsOf=2022-02-05`)).toEqual([
      [SPEAKER, 4, 4],
      [PUBLISHER, 6, null],
    ]);
    // 08:00 UTC is 10:00 in Damascus on the same day, but still the day before in Honolulu.
    const { body } = await ask(`${path}?claimedAsOf=2022-02-03`);
    expect(body.asOf.claimed).toBe('2022-02-03T22:00:00Z');
    expect(await figures(`${path}?claimedAsOf=2022-02-02&zone=Pacific/Honolulu`)).toEqual([[SPEAKER, 4, 4]]);
  });

  it('says what the register held, also before we corrected it', async () => {
    expect(await figures(`${path}?recordedAsOf=${positions[0]}`)).toEqual([[SPEAKER, 2, 2]]);
    expect(await figures(`${path}?recordedAsOf=${positions[1]}&claimedAsOf=2022-02-04`)).toEqual([[SPEAKER, 2, 2]]);
    expect(await figures(`${path}?recordedAsOf=${positions[2]}&claimedAsOf=2022-02-04`)).toEqual([[SPEAKER, 4, 4]]);
    const { body } = await ask(`${path}?recordedAsOf=${positions[0]}`);
    expect(body.asOf).toEqual({ claimed: null, recorded: positions[0] });
    expect(body.position >= positions[2]!).toBe(true);
  });

  it('resolves an instant of the recorded clock to a position', async () => {
    const { body } = await ask(`/api/incidents/${INCIDENT}/claims`);
    const { recordedAt, position } = body.claims.find((one: Json) => one.claimant === PUBLISHER);
    const then = await ask(`${path}?recordedAsOf=${encodeURIComponent(recordedAt)}`);
    expect(then.body.asOf.recorded).toBe(position);
    expect((await ask(`${path}?recordedAsOf=2001-01-01`)).status).toBe(404);
  });

  it('tells the history of a claim with what we corrected, and the words of its act', async () => {
    const { body } = await ask(`/api/incidents/${INCIDENT}/claims`);
    const early = body.claims.find((one: Json) => one.act === 'statement-early');
    expect(early).toMatchObject({ says: { figure: { min: 4 } }, corrections: [{ claim: { figure: { min: 2 } } }] });
    expect(body.actors[PUBLISHER].names[0].lang).toBe('ar');
  });

  it('tells how the ranges moved, and what does not go together', async () => {
    const evolution = (await ask(`${path}/evolution`)).body.counts[0];
    expect(evolution.steps.map(({ act }: Json) => act)).toEqual(['statement-early', 'report-late']);
    const { body } = await ask(`/api/incidents/${INCIDENT}/findings`);
    expect(body.findings).toMatchObject([{ rule: 'range_disjoint', status: 'open' }]);
    const open = await ask('/api/findings?rule=range_disjoint');
    expect(open.body.items).toMatchObject([{ subject: streamOf('incident', INCIDENT), id: body.findings[0].id }]);
    expect((await ask('/api/findings?rule=range_disjoint', { as: null })).body.items).toEqual(open.body.items);
    expect((await ask(`/api/findings?recordedAsOf=${positions[0]}`)).body.items).toEqual([]);
    expect((await ask('/api/findings?rule=vintage_mismatch')).body.items).toEqual([]);
  });

  it('shows an act as it stands, with the revision to send back', async () => {
    expect((await ask('/api/statements/early')).body).toMatchObject({
      id: 'early',
      revision: 1,
      speaker: SPEAKER,
      claims: [{ figure: { min: 4 } }],
    });
    expect((await ask(`/api/statements/early?recordedAsOf=${positions[0]}`)).body).toMatchObject({
      revision: 0,
      claims: [{ figure: { min: 2 } }],
    });
    expect((await ask(`/api/reports/late?recordedAsOf=${positions[0]}`)).body.code).toBe('unknown-report');
  });

  it('tells its history event by event, page by page', async () => {
    const first = await ask(`/api/incidents/${INCIDENT}/history?limit=3`);
    expect(first.body.items.map(({ type }: Json) => type)).toEqual([
      'IncidentOpened',
      'OperationConducted',
      'StatementIssued',
    ]);
    const rest = await ask(nextOf(first)!);
    expect(rest.body.items.map(({ type }: Json) => type)).toEqual(['ReportPublished', 'EntryCorrected']);
    expect(rest.body.items[1].data).toMatchObject({
      before: { claims: [{ figure: { min: 2 } }] },
      after: { claims: [{ figure: { min: 4 } }] },
    });
    expect(nextOf(rest)).toBeNull();
  });
});

describe('claims across the register', () => {
  beforeAll(async () => {
    const days = ['2021-01-01', '2021-01-02', '2021-01-03', '2021-01-04', '2021-01-05'];
    for (const [n, day] of days.entries()) {
      await record(
        aStatement({
          statementId: `daily-${n}`,
          issuedAt: onDay(day),
          claims: [killed('person', exactly(n)), civilianStatus(`person-${n}`, 'civilian')],
        }),
      );
    }
  });

  it('come page by page in the order in which they were said, each once', async () => {
    const refs: string[] = [];
    let path: string | null = '/api/claims?saidFrom=2021-01-01&saidTo=2021-01-05&limit=3';
    for (let pages = 0; path !== null && pages < 10; pages += 1) {
      const page: Answer<Json> = await ask(path);
      expect(page.body.items.length).toBeLessThanOrEqual(3);
      refs.push(...page.body.items.map(({ claim }: Json) => claim));
      path = nextOf(page);
    }
    expect(refs).toEqual(
      [0, 1, 2, 3, 4].flatMap((n) => [`statement-daily-${n}#killed-person`, `statement-daily-${n}#status-person-${n}`]),
    );
  });

  it('are found by kind, by claimant, by party and by when they were said', async () => {
    const listed = async (query: string) => (await ask(`/api/claims?${query}`)).body.items.map(({ act }: Json) => act);
    expect(await listed('kind=civilian_status&saidFrom=2021-01-04')).toEqual([
      'statement-daily-3',
      'statement-daily-4',
    ]);
    expect(await listed(`claimant=${PUBLISHER}`)).toEqual(['report-late']);
    expect(await listed(`party=${PUBLISHER}`)).toEqual(['report-late']);
    expect(await listed('claimedAsOf=2021-01-01&kind=count')).toEqual(['statement-daily-0']);
  });

  it('refuses what it does not understand rather than answer something else', async () => {
    expect((await ask('/api/claims?claimedasof=2021-01-01')).body).toMatchObject({
      status: 400,
      code: 'invalid-query',
    });
    expect((await ask('/api/claims?kind=rumour')).body).toMatchObject({ status: 400, code: 'invalid-query' });
    const { body } = await ask('/api/claims?limit=1');
    const stolen = await ask(`/api/claims?kind=count&limit=1&cursor=${body.next}`);
    expect(stolen.body).toMatchObject({ status: 400, code: 'invalid-cursor' });
    expect((await ask('/api/claims?recordedAsOf=7')).body).toMatchObject({ status: 400, code: 'invalid-query' });
  });
});

describe('answers know where they stand', () => {
  it('and are not sent again to those who have them', async () => {
    const path = `/api/incidents/${INCIDENT}`;
    const first = await ask(path);
    const etag = first.headers.get('etag')!;
    expect(first.headers.get('sijil-position')).toBe(first.body.position);
    const again = await ask(path, { headers: { 'if-none-match': etag } });
    expect(again).toMatchObject({ status: 304, text: '' });
    expect((await ask(path, { as: 'reader', headers: { 'if-none-match': etag } })).status).toBe(200);
    await record(anIdentifier());
    expect((await ask(path, { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  it('wait for what the asker has written, and say so when that takes too long', async () => {
    const { body } = await sent('/api/actors', bodyOf(anActor('just-now')));
    expect((await app.get(`/api/actors/just-now?after=${body['position']}`)).status).toBe(200);
    const never = await app.get<Json>(`/api/actors/just-now?after=${'9'.repeat(last.length)}`);
    expect(never).toMatchObject({ status: 503, body: { code: 'not-caught-up' } });
    expect(never.headers.get('retry-after')).toBe('1');
  });

  it('refuse a period that ends before it begins', async () => {
    const { status, body } = await app.get<Json>('/api/claims?saidFrom=2022-02-03&saidTo=2022-02-02');
    expect([status, body['code']]).toEqual([400, 'invalid-query']);
  });

  it.each(['abc', '50', '../x'])('refuse to wait for what is no position of this log: %s', async (after) => {
    const { status, body } = await app.get<Json>(`/api/actors?after=${encodeURIComponent(after)}`);
    expect([status, body['code']]).toEqual([400, 'invalid-query']);
  });
});

describe('incidents', () => {
  beforeAll(async () => {
    await record(
      anIncident({ incidentId: 'double', label: [{ lang: 'ar', text: 'غارة في أطمة' }] }),
      anIncident({
        incidentId: 'elsewhere',
        occurred: onDay('2019-05-01'),
        label: [{ lang: 'en', text: '100%_sure "so"' }],
      }),
      anIncident({
        incidentId: 'hidden',
        protection: 'confidential',
        label: [{ lang: 'en', text: 'A hidden matter' }],
      }),
      anIncident({ incidentId: 'absorbed' }),
      aGrading('contested', { incidentId: 'double', assessedBy: ASSESSOR }),
      aMerge('double', { incidentId: 'absorbed' }),
    );
  });

  it('answer in place of those that were merged into them', async () => {
    await ask('/api/incidents');
    const moved = await app.get('/api/incidents/absorbed/casualty-counts?claimedAsOf=2022-02-03');
    expect(moved.status).toBe(307);
    expect(moved.headers.get('location')).toBe('/api/incidents/double/casualty-counts?claimedAsOf=2022-02-03');
    expect((await ask('/api/incidents/double')).body).toMatchObject({ mergedFrom: ['absorbed'], revision: 1 });
  });

  it('are found by text in either script, period, place, grade, party and open findings', async () => {
    const found = async (query: string, asking?: Ask) => {
      const { body } = await ask(`/api/incidents?${query}`, asking);
      return body.items.map(({ id }: Json) => id);
    };
    expect(await found('')).toEqual([INCIDENT, 'double', 'elsewhere', 'hidden']);
    expect(await found('', { as: null })).toEqual([INCIDENT, 'double', 'elsewhere']);
    expect(await found(`q=${encodeURIComponent('غارة')}`)).toEqual(['double']);
    expect(await found(`q=${encodeURIComponent('100%_SURE "so"')}`)).toEqual(['elsewhere']);
    expect(await found('q=cs1977')).toEqual([INCIDENT]);
    expect(await found('occurredTo=2020-01-01')).toEqual(['elsewhere']);
    expect(await found('occurredFrom=2022-02-02&place=SY&grade=contested')).toEqual(['double']);
    expect(await found(`party=${PUBLISHER}`)).toEqual([INCIDENT]);
    expect(await found('party=us-forces')).toEqual([INCIDENT]);
    expect(await found('openFindings=true')).toEqual([INCIDENT]);
    expect(await found('place=IQ')).toEqual([]);
  });

  it('are paged through, with those that may not be seen only counted', async () => {
    const pages: string[][] = [];
    let path: string | null = '/api/incidents?limit=2';
    let withheld = 0;
    while (path !== null) {
      const page: Answer<Json> = await ask(path, { as: null });
      pages.push(page.body.items.map(({ id }: Json) => id));
      withheld += page.body.withheld;
      path = nextOf(page);
    }
    expect(pages.flat()).toEqual([INCIDENT, 'double', 'elsewhere']);
    expect(withheld).toBe(1);
    expect((await ask('/api/incidents?q=hidden', { as: null })).body).toMatchObject({ items: [], withheld: 0 });
  });

  it('are named by public codes', async () => {
    const { body } = await ask('/api/identifiers/CS1977');
    expect(body.incidents).toMatchObject([{ incidentId: INCIDENT, scheme: 'airwars', withdrawn: null }]);
    expect((await ask('/api/identifiers/CS0')).body).toMatchObject({ status: 404, code: 'unknown-identifier' });
  });

  it('that nobody opened are not there', async () => {
    const { body } = await ask('/api/incidents/nowhere/findings');
    expect(body).toMatchObject({ status: 404, code: 'unknown-incident' });
  });
});

describe('what is not public', () => {
  beforeAll(async () => {
    await record(
      anActor('only-in-kept'),
      aStatement({
        statementId: 'kept',
        speaker: 'only-in-kept',
        protection: 'restricted',
        claims: [killed('woman', exactly(3))],
      }),
      aStatement({
        statementId: 'by-source',
        sources: [{ source: 'private-note' }],
        claims: [killed('man', exactly(1))],
      }),
      aStatement({
        statementId: 'witnessed',
        speaker: 'witness',
        claims: [killed('man', exactly(2), { quote: aPassage() })],
      }),
    );
  });

  it('is left out before anything is counted, and its number is told', async () => {
    const path = `/api/incidents/${INCIDENT}/casualty-counts`;
    const categories = (answer: Answer<Json>) => answer.body.counts.map((one: Json) => one.counted.category);
    const [all, some] = [await ask(path), await ask(path, { as: null })];
    expect(categories(all)).toEqual(expect.arrayContaining(['woman', 'man', 'child']));
    expect(categories(some)).not.toContain('woman');
    expect(all.body.withheld).toEqual({ acts: 0, claims: 0, points: 0 });
    expect(some.body.withheld).toEqual({ acts: 2, claims: 2, points: 0 });
    for (const id of ['kept', 'by-source']) {
      expect((await ask(`/api/statements/${id}`, { as: null })).body).toMatchObject({ code: 'unknown-statement' });
      expect((await ask(`/api/statements/${id}`, { as: 'reader' })).status).toBe(200);
    }
    expect(some.text).not.toMatch(/kept|by-source|private-note/);
  });

  it('is counted the same whatever had been said by then, so that nobody finds out when it was said', async () => {
    const { from } = aStatement().data.issuedAt;
    const justBefore = new Date(Date.parse(from) - 1000).toISOString();
    const counted = async (path: string) => (await ask(path, { as: null })).body.withheld;
    for (const question of ['', '/claims', '/casualty-counts', '/casualty-counts/evolution', '/findings']) {
      const path = `/api/incidents/${INCIDENT}${question}`;
      expect((await counted(path)).acts).toBe(2);
      for (const claimed of ['1999-01-01', justBefore, from]) {
        const at = `claimedAsOf=${encodeURIComponent(claimed)}`;
        expect([path, claimed, await counted(`${path}?${at}`)]).toEqual([path, claimed, await counted(path)]);
        expect([claimed, await counted(`/api/claims?${at}`)]).toEqual([claimed, 0]);
      }
    }
    expect(await counted('/api/claims?limit=200')).toBe(2);
    const [{ body }, first] = [await ask('/api/claims', { as: null }), await ask('/api/claims?limit=1', { as: null })];
    expect(body.items.length).toBeGreaterThan(1);
    expect(first.body.withheld).toBe(0);
    expect(await counted(nextOf(first)!)).toBe(0);
  });

  it.each(['claims', 'casualty-counts', 'casualty-counts/evolution', 'findings'])(
    'does not tell who spoke in it: %s',
    async (question) => {
      const path = `/api/incidents/${INCIDENT}/${question}`;
      expect(Object.keys((await ask(path)).body.actors)).toEqual(
        question === 'findings' ? expect.anything() : expect.arrayContaining(['only-in-kept']),
      );
      expect((await ask(path, { as: null })).text).not.toContain('only-in-kept');
    },
  );

  it('shows persons without a public role by what they are, under a name for the answer', async () => {
    const { body, text } = await ask(`/api/incidents/${INCIDENT}/claims`, { as: 'reader' });
    expect(text).not.toContain('"witness"');
    const said = body.claims.find((one: Json) => one.act === 'statement-witnessed');
    expect(said.claimant).toMatch(/^withheld-person-/);
    expect(body.actors[said.claimant]).toEqual({ shownAs: [{ lang: 'en', text: 'a local journalist' }] });
    expect(said.says.quote).toEqual(someWords());
    expect((await ask('/api/actors/witness', { as: 'reader' })).status).toBe(404);
    expect((await ask('/api/actors/witness', { as: 'reviewer' })).status).toBe(200);
    expect((await ask('/api/claims?claimant=witness', { as: 'reader' })).body).toMatchObject({
      items: [],
      withheld: 0,
    });
    expect((await ask('/api/claims?claimant=witness')).body.items).toHaveLength(1);
  });

  it('shows such persons so in acts, operations and sources themselves, by id and in lists', async () => {
    await record(
      aReport({ reportId: 'accusing', claims: [responsibility('attributes', { actor: 'witness' })] }),
      aReport({ reportId: 'by-witness', publisher: 'witness', claims: [responsibility('denies')] }),
      anOperation({ operationId: 'by-witness', operators: [{ actor: 'witness', role: 'conducted' }] }),
      aSource({ sourceId: 'diary', publisher: 'witness' }),
    );
    const paths = ['statements/witnessed', 'reports/by-witness', 'reports/accusing', 'operations/by-witness'];
    const described = { shownAs: [{ lang: 'en', text: 'a local journalist' }] };
    for (const path of [...paths, 'sources/diary']) {
      const [collection, id] = path.split('/');
      const one = await ask(`/api/${path}`, { as: 'reader' });
      const [name] = Object.entries(one.body.actors).find(([, is]) => 'shownAs' in (is as object)) ?? [];
      expect([path, name]).toEqual([path, expect.stringMatching(/^withheld-person-\d+$/)]);
      expect([path, one.body.actors[name!]]).toEqual([path, described]);
      expect(JSON.stringify({ ...one.body, actors: null })).toContain(`"${name}"`);
      const list = await ask(`/api/${collection}?limit=200`, { as: 'reader' });
      expect(one.text + list.text).not.toContain('"witness"');
      const item = JSON.stringify(list.body.items.find((each: Json) => each.id === id));
      const among = Object.keys(list.body.actors).filter((actor) => item.includes(`"${actor}"`));
      // In lists acts come without their claims.
      if (path !== 'reports/accusing') expect(among.map((actor) => list.body.actors[actor])).toContainEqual(described);
      expect((await ask(`/api/${path}`)).body.actors['witness']).toMatchObject(described);
    }
  });

  it('is not told of by what actors are called who are only named in it', async () => {
    const { body } = await ask('/api/statements', { as: null });
    expect(Object.keys(body.actors)).not.toContain('only-in-kept');
    expect(Object.keys((await ask('/api/statements')).body.actors)).toContain('only-in-kept');
  });

  it('is shown as withheld in the history', async () => {
    const { body, text } = await ask(`/api/incidents/${INCIDENT}/history`, { as: null });
    expect(body.withheld).toBe(2);
    expect(body.items.filter((one: Json) => 'withheld' in one)).toHaveLength(2);
    expect(body.items[0].recordedBy).toEqual({ withheld: 'restricted' });
    expect(text).not.toMatch(/statement-kept|"witness"|private-note/);
  });

  it('hides single fields from those who may not see them', async () => {
    const reader = await ask('/api/claims?kind=civilian_status', { as: 'reader' });
    const anyone = await ask('/api/claims?kind=civilian_status', { as: null });
    expect(reader.body.items[0].says.who).toBe('person-0');
    expect(anyone.body.items[0].says.who).toMatch(/^withheld-[0-9a-f]{12}$/);
    expect(anyone.body.items[0].key).toBe(`civilian_status ${anyone.body.items[0].says.who}`);
  });

  it('becomes so when its protection is raised, in answers about the past too', async () => {
    const path = '/api/statements/daily-0';
    const before = last;
    expect((await ask(path, { as: null })).status).toBe(200);
    await sent(`${path}/protection`, { level: 'confidential', reason: someWords() });
    expect((await ask(`${path}?recordedAsOf=${before}`, { as: null })).status).toBe(404);
    expect((await ask(`${path}?recordedAsOf=${before}`, { as: 'reader' })).status).toBe(404);
    expect((await ask(`${path}?recordedAsOf=${before}`, { as: 'reviewer' })).status).toBe(200);
  });

  it('shows erased words as withheld, and why', async () => {
    const { body } = await ask(`/api/incidents/${INCIDENT}/history`);
    const witnessed = body.items.find((one: Json) => one.stream === 'statement-witnessed');
    const [event] = await recordedIn(app, witnessed.stream as string);
    expect(event!.eventId).toBe(witnessed.eventId);
    await sent('/api/statements/witnessed/erasures', {
      passage: (event!.data as Json).claims[0].quote.passage,
      reason: 'consent',
    });
    const { body: after } = await ask('/api/statements/witnessed');
    expect(after.claims[0].quote).toEqual({ withheld: 'consent' });
  });

  it('needs a key where nothing may be read without one', async () => {
    const closed = await TestApp.start();
    try {
      expect((await closed.get('/api/incidents', { as: null })).status).toBe(401);
      expect((await closed.get('/api/incidents', { as: 'subscriber' })).status).toBe(200);
    } finally {
      await closed.stop();
    }
  });
});

describe('the other things', () => {
  it('are listed and shown by id, each with its revision', async () => {
    await record(aReport({ reportId: 'yearly', claims: [{ ...killed('person', exactly(13)), ...inSlot('year-1') }] }));
    for (const [collection, id] of [
      ['actors', PUBLISHER],
      ['sources', 'briefing-page'],
      ['operations', 'atmeh-raid'],
      ['series', SERIES],
      ['reports', 'yearly'],
      ['statements', 'early'],
    ] as const) {
      const { body } = await ask(`/api/${collection}`);
      const listed = body.items.find((one: Json) => one.id === id);
      const one = await ask(`/api/${collection}/${id}`);
      expect(one.body).toMatchObject({ ...listed, position: expect.any(String) as string });
      expect(listed.revision).toBeGreaterThanOrEqual(0);
      expect((await ask(`/api/${collection}/nothing`)).status).toBe(404);
    }
    expect((await ask(`/api/series/${SERIES}/counts`)).body.counts).toMatchObject([{ slot: 'year-1' }]);
    expect((await ask(`/api/series/${SERIES}/claims`)).body.claims).toHaveLength(1);
    expect((await ask(`/api/series/${SERIES}/findings`)).body.findings).toEqual([]);
  });

  it('are gone once withdrawn, and still there as of before', async () => {
    const [event] = await record(aStatement({ statementId: 'mistaken' }));
    const before = last;
    await sent(
      '/api/statements/mistaken/withdrawals',
      { target: event, reason: 'duplicate_entry' },
      { headers: { 'if-match': '0' } },
    );
    expect((await ask('/api/statements/mistaken')).body).toMatchObject({ status: 410, code: 'withdrawn' });
    expect((await ask(`/api/statements/mistaken?recordedAsOf=${before}`)).status).toBe(200);
  });

  it('have codes with labels in both languages', async () => {
    const { body } = await ask('/api/vocabularies/grade');
    expect(body.codes).toContainEqual({
      code: 'confirmed',
      en: 'Confirmed',
      ar: expect.stringMatching(/\p{Script=Arabic}/u) as string,
    });
    expect((await ask('/api/vocabularies')).body.vocabularies.length).toBeGreaterThan(30);
    expect((await ask('/api/vocabularies/moods')).status).toBe(404);
  });

  it('describe every question', async () => {
    const { body } = await app.get<{ paths: Record<string, Json> }>('/api/openapi.json');
    const reads = Object.entries(body.paths).filter(
      ([path, item]) => item.get && !/openapi|docs|health|ready|metrics|problems|keys/.test(path),
    );
    expect(reads.length).toBeGreaterThanOrEqual(27);
    for (const [, { get }] of reads) {
      expect(get.summary).toBeTruthy();
      expect(get.parameters.map(({ name }: Json) => name)).toEqual(
        expect.arrayContaining(['claimedAsOf', 'recordedAsOf', 'zone', 'after']),
      );
    }
  });
});

/** Records these in order; answers the ids of their events. */
async function record(...happenings: readonly Happening[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const one of happenings) {
    const { type, category, id } = one;
    const route = ROUTES[type];
    const path = `/api/${collectionOf(category)}${route === undefined ? '' : `/${id}/${route}`}`;
    const { body } = await sent(path, bodyOf(one));
    ids.push((body['eventIds'] as string[])[0]!);
  }
  return ids;
}

const ROUTES: Readonly<Record<string, string>> = {
  IncidentMerged: 'merge',
  IncidentGraded: 'grades',
  IdentifierAssigned: 'identifiers',
};

async function sent(path: string, body: unknown, asking: Ask = {}): Promise<Answer> {
  const answer = await app.post(path, body, asking);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
  last = answer.body['position'] as string;
  return answer;
}

/** Asks, once the register has come as far as the last write. */
function ask(path: string, asking?: Ask): Promise<Answer<Json>> {
  const url = new URL(path, 'http://sijil.test');
  if (!url.searchParams.has('after')) url.searchParams.set('after', last);
  return app.get<Json>(`${url.pathname}${url.search}`, asking);
}

async function figures(path: string): Promise<unknown[]> {
  const { body } = await ask(path);
  return body.counts[0].figures.map(({ claimant, figure }: Json) => [claimant, figure.min, figure.max]);
}

/** The address of the next page, as the Link header gives it. */
const nextOf = ({ headers }: Answer<Json>): string | null =>
  /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1] ?? null;
