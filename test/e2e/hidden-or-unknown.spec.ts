import { jest } from '@jest/globals';
import pg from 'pg';
import type { Role } from '../../src/access/principal.js';
import { exactly } from '../../src/domain/values/figure.js';
import { collectionOf } from '../../src/http/collections.js';
import { TestApp, type Answer } from '../support/app.js';
import { bodyOf } from '../support/bodies.js';
import {
  aMerge,
  anActor,
  anIdentifier,
  anIncident,
  anOperation,
  aReport,
  aSeries,
  aSource,
  aStatement,
  INCIDENT,
  killed,
  PUBLISHER,
  SPEAKER,
  type Happening,
} from '../support/builders.js';
import { routesOf } from '../support/routes.js';

const ASKERS = [null, 'subscriber', 'reader', 'recorder'] as const satisfies readonly (Role | null)[];
/** As long as each other, so that not even the length of an answer differs. */
const [SECRET, NOWHERE] = ['kept-to-ourselves', 'never-heard-about'] as const;
/** Public by itself, of somebody or something that is not. */
const TELLING = 'tells-of-the-kept';
const protection = 'confidential';

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start({ publicRead: true });
  const about = { incidents: [SECRET] };
  const happenings: readonly Happening[] = [
    ...[SPEAKER, PUBLISHER, 'us-forces'].map((actor) => anActor(actor)),
    anActor({ actorId: SECRET, protection }),
    aSource(),
    aSource({ sourceId: SECRET, protection }),
    anIncident(),
    anIncident({ incidentId: SECRET, protection }),
    aSeries({ seriesId: SECRET, protection }),
    anOperation({ operationId: SECRET, incidents: [SECRET], protection }),
    aStatement({ statementId: SECRET, claims: [killed('child', exactly(4), { about })], protection }),
    aReport({ reportId: SECRET, claims: [killed('child', exactly(9), { about })], protection }),
  ];
  const telling: readonly Happening[] = [
    aStatement({ statementId: TELLING, speaker: SECRET, claims: [killed('child', exactly(4))] }),
    aReport({ reportId: TELLING, claims: [killed('child', exactly(9), { about })] }),
    anOperation({ operationId: TELLING, incidents: [SECRET] }),
    aSource({ sourceId: TELLING, publisher: SECRET }),
  ];
  for (const happening of [...happenings, ...telling, ...contradictions()])
    await post(`/api/${collectionOf(happening.category)}`, happening);
  await post(`/api/incidents/${SECRET}/identifiers`, anIdentifier({ incidentId: SECRET, code: SECRET }));
  await post(`/api/incidents/${INCIDENT}/merge`, aMerge(SECRET));
});
afterAll(() => app.stop());

/** Incidents in which something does not go together: for everybody, for some, and for everybody but those. */
function contradictions(): readonly Happening[] {
  const [open, quiet, cleared, secret] = ['all-may-see-it', 'few-may-see-it', 'few-know-better', 'few-know-of-it'];
  const label = [{ lang: 'en', text: 'What does not go together' }];
  const said = (statementId: string, incident: string | undefined, figure: number, more: object = {}) =>
    aStatement({
      statementId,
      claims: [killed('child', exactly(figure), { about: { incidents: [incident!] }, claimId: 'killed' })],
      ...more,
    });
  const revised = { claim: 'statement-c2#killed', change: 'revises', announced: 'yes' } as const;
  const revising = killed('child', exactly(4), {
    about: { incidents: [cleared!] },
    claimId: 'killed',
    supersedes: revised,
  });
  return [
    ...[open, quiet, cleared].map((incidentId) => anIncident({ incidentId, label })),
    aStatement({
      statementId: 'o1',
      claims: (['child', 'woman', 'man'] as const).map((who) =>
        killed(who, exactly(-1), { about: { incidents: [open!] }, claimId: who }),
      ),
    }),
    said('q1', quiet, -1, { protection }),
    said('c1', cleared, 4),
    said('c2', cleared, 9, { speaker: 'us-forces' }),
    aStatement({ statementId: 'c3', speaker: 'us-forces', claims: [revising], protection }),
    ...['1', '2', '3'].flatMap((nth) => [
      anIncident({ incidentId: `${secret}-${nth}`, label, protection }),
      said(`s${nth}`, `${secret}-${nth}`, -1, { protection }),
    ]),
  ];
}

let last = '';
async function post(path: string, happening: Happening): Promise<void> {
  const answer = await app.post(path, bodyOf(happening));
  if (answer.status >= 300) throw new Error(answer.text);
  last = String(answer.body['position']);
}

/** All that an asker is told, but for the name they asked for and the mark of this one request. */
async function told(path: string, name: string, as: Role | null) {
  const { status, text, headers } = await app.get(path.replace(/:\w+/, name), { as });
  const said = text.replaceAll(name, '…').replace(/"traceId":"\w+"/, '');
  const kept = [...headers].filter(([header]) => !['date', 'x-request-id', 'traceparent'].includes(header));
  return { status, said, headers: kept, length: text.length };
}

/** How often the database is asked for one answer; others ask it meanwhile, so the least of several counts. */
async function queriesFor(ask: () => Promise<unknown>): Promise<number> {
  const counts: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    const spy = jest.spyOn(pg.Client.prototype, 'query');
    await ask();
    counts.push(spy.mock.calls.length);
    spy.mockRestore();
  }
  return Math.min(...counts);
}

/** The lists that everybody may ask for. */
const lists = () =>
  routesOf(app.service.app)
    .map(({ method, path }) => ({ method, path }))
    .filter(({ method, path }) => method === 'GET' && /^\/api\/[a-z]+$/.test(path) && LISTS.has(path))
    .map(({ path }) => path);

const LISTS: ReadonlySet<string> = new Set(
  ['incidents', 'series', 'statements', 'reports', 'operations', 'actors', 'sources', 'claims', 'findings'].map(
    (name) => `/api/${name}`,
  ),
);

interface Listed {
  readonly items: readonly object[];
  readonly next: string | null;
  readonly withheld?: number;
}

/** All pages of a list, by their links. */
async function pagesOf(list: string, limit: number, as: Role | null): Promise<readonly Listed[]> {
  const pages: Listed[] = [];
  for (let next: string | null = `${list}${list.includes('?') ? '&' : '?'}limit=${limit}`; next !== null;) {
    const { body, headers }: Answer<Listed> = await app.get<Listed>(next, { as });
    pages.push(body);
    if (pages.length > 100) throw new Error(`${list} never ends.`);
    next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1] ?? null;
  }
  return pages;
}

/** What by its id is hidden by what it names. */
const tellingPaths = ['statements', 'reports', 'operations', 'sources'].map((name) => `/api/${name}/:id`);

const paths = () =>
  routesOf(app.service.app)
    .filter(({ method, path }) => method === 'GET' && /\/:(id|code)/.test(path) && path.startsWith('/api'))
    .map(({ path }) => path);

describe('whoever may not know of something', () => {
  it('can ask about it at every address that names a thing', async () => {
    await app.get(`/api/incidents?after=${last}`);
    expect(paths().length).toBeGreaterThanOrEqual(16);
    for (const path of paths()) expect([path, (await told(path, SECRET, 'reviewer')).status]).toEqual([path, 200]);
  });

  it.each(ASKERS)('is told the same as of what never was: %s', async (as) => {
    for (const path of paths()) {
      for (const query of ['', '?claimedAsOf=2022-02-04', `?recordedAsOf=${last}`, '?nonsense=1']) {
        const [hidden, unknown] = [await told(path + query, SECRET, as), await told(path + query, NOWHERE, as)];
        expect([path, query, hidden]).toEqual([path, query, unknown]);
        expect(hidden.status).toBeGreaterThanOrEqual(400);
      }
    }
  });

  it('is answered after as much work', async () => {
    for (const as of [null, 'reader'] as const) {
      for (const path of [...paths(), '/api/claims?claimant=:id', '/api/claims?party=:id']) {
        const [hidden, unknown] = [SECRET, NOWHERE].map((name) => () => told(path, name, as));
        expect([path, as, await queriesFor(hidden!)]).toEqual([path, as, await queriesFor(unknown!)]);
      }
    }
  });

  it('gets lists in pages that are full, and as many of them as if there were nothing hidden', async () => {
    expect(lists()).toHaveLength(LISTS.size);
    const facets = [
      '/api/incidents?openFindings=true',
      '/api/claims?claimant=us-forces',
      `/api/findings?recordedAsOf=${last}`,
    ];
    for (const as of [null, 'reader', 'reviewer'] as const) {
      for (const list of [...lists(), ...facets]) {
        const [whole, ...more] = await pagesOf(list, 100, as);
        expect([list, as, more]).toEqual([list, as, []]);
        for (const limit of [1, 2]) {
          const pages = await pagesOf(list, limit, as);
          expect([list, as, pages.map(({ items }) => items.length)]).toEqual([
            list,
            as,
            fullPages(whole!.items.length, limit),
          ]);
          expect(pages.flatMap(({ items }) => items)).toHaveLength(whole!.items.length);
          if (whole!.withheld === undefined) continue;
          // Claims are listed by when they were said: what lies between two pages' ends is not counted.
          const isSaidBetween = list === '/api/claims' && pages.length > 1;
          expect([list, as, sum(pages)]).toEqual([list, as, isSaidBetween ? 0 : whole!.withheld]);
        }
      }
    }
  });

  it('is told of the same findings in the list of all as of each incident', async () => {
    const ids = ({ items }: { items: readonly object[] }) => items.map((one) => (one as { id: string }).id).sort();
    for (const as of ['reader', 'reviewer'] as const) {
      const incidents = await app.get<Listed>('/api/incidents', { as });
      const each: { id: string; status: string }[] = [];
      for (const id of ids(incidents.body)) {
        const { body } = await app.get<{ findings: { id: string; status: string }[] }>(
          `/api/incidents/${id}/findings`,
          { as },
        );
        each.push(...body.findings);
      }
      const all = await app.get<Listed>('/api/findings', { as });
      expect([as, ids(all.body)]).toEqual([as, ids({ items: each })]);
      const rules = all.body.items.map((one) => (one as { rule: string }).rule);
      const expected = { reader: { negative: 3, range_disjoint: 1 }, reviewer: { negative: 7, range_disjoint: 1 } }[as];
      expect([as, countsIn(rules)]).toEqual([as, expected]);
    }
  });

  it('gets the same answer, after as much work, where what it names is hidden', async () => {
    await app.get(`/api/incidents?after=${last}`);
    for (const path of tellingPaths) {
      expect([path, (await told(path, TELLING, 'reviewer')).status]).toEqual([path, 200]);
      for (const as of ASKERS) {
        for (const query of ['', '?claimedAsOf=2022-02-04', `?recordedAsOf=${last}`]) {
          const hidden = await told(path + query, TELLING, as);
          expect([path, query, as, hidden]).toEqual([path, query, as, await told(path + query, NOWHERE, as)]);
        }
        const [hidden, unknown] = [TELLING, NOWHERE].map((name) => () => told(path, name, as));
        expect([path, as, await queriesFor(hidden!)]).toEqual([path, as, await queriesFor(unknown!)]);
      }
    }
  });

  it('gets the same answer to what they would add to it', async () => {
    const target = '00000000-0000-7000-8000-000000009001';
    for (const name of [SECRET, TELLING]) {
      for (const collection of ['statements', 'reports', 'operations', 'sources', 'incidents', 'actors', 'series']) {
        if (name === TELLING && !tellingPaths.includes(`/api/${collection}/:id`)) continue;
        for (const [route, body] of [
          ['withdrawals', { target, reason: 'duplicate_entry' }],
          ['corrections', { target, reason: 'transcription', after: {} }],
          ['protection', { level: 'public', reason: { lang: 'en', value: 'why' } }],
        ] as const) {
          const sent = async (id: string) => {
            const { status, text } = await app.post(`/api/${collection}/${id}/${route}`, body, {
              as: 'recorder',
              headers: { 'if-match': '0' },
            });
            return [status, text.replaceAll(id, '…').replace(/"traceId":"\w+"/, '')];
          };
          expect([collection, route, await sent(name)]).toEqual([collection, route, await sent(NOWHERE)]);
        }
      }
    }
  });

  it('finds no further page by a search that only it would be on', async () => {
    const search = async (as: Role | null) => {
      const { body } = await app.get<{ items: { id: string }[]; next: string | null }>(
        '/api/incidents?q=raid&limit=1',
        { as },
      );
      return [body.items.map(({ id }) => id), body.next !== null];
    };
    expect(await search('reader')).toEqual([[INCIDENT], false]);
    expect(await search('reviewer')).toEqual([[SECRET], false]);
  });

  it('sees an incident that was merged into it as standing by itself', async () => {
    expect((await app.get(`/api/incidents/${INCIDENT}`, { as: 'reader' })).status).toBe(200);
    expect((await app.get(`/api/incidents/${INCIDENT}`, { as: 'reviewer' })).status).toBe(307);
  });
});

const fullPages = (items: number, limit: number): readonly number[] =>
  items === 0
    ? [0]
    : Array.from({ length: Math.ceil(items / limit) }, (_, nth) => Math.min(limit, items - nth * limit));

const sum = (pages: readonly Listed[]): number => pages.reduce((all, { withheld = 0 }) => all + withheld, 0);

const countsIn = (words: readonly string[]): Readonly<Record<string, number>> =>
  words.reduce<Record<string, number>>((counts, word) => ({ ...counts, [word]: (counts[word] ?? 0) + 1 }), {});
