import { jest } from '@jest/globals';
import pg from 'pg';
import type { Role } from '../../src/access/principal.js';
import { exactly } from '../../src/domain/values/figure.js';
import { collectionOf } from '../../src/http/collections.js';
import { TestApp } from '../support/app.js';
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
  for (const happening of happenings) await post(`/api/${collectionOf(happening.category)}`, happening);
  await post(`/api/incidents/${SECRET}/identifiers`, anIdentifier({ incidentId: SECRET, code: SECRET }));
  await post(`/api/incidents/${INCIDENT}/merge`, aMerge(SECRET));
});
afterAll(() => app.stop());

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
