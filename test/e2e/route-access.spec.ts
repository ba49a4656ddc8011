import { ROLES } from '../../src/access/roles.js';
import { CATEGORIES } from '../../src/domain/streams.js';
import { collectionOf } from '../../src/http/collections.js';
import { TestApp } from '../support/app.js';
import { routesOf } from '../support/routes.js';

const collections = CATEGORIES.map(collectionOf);
const inEach = (path: string) => collections.map((collection) => `POST /api/${collection}/:id/${path}`);
const ofIncidents = (...paths: readonly string[]) => paths.map((path) => `POST /api/incidents/:id/${path}`);

/** Every route there is, under the least role that may use it. A new one is added here, or this fails. */
const MATRIX = {
  anyone: ['/api/health', '/api/ready', '/api/docs', '/api/openapi.json', '/problems', '/problems/:code'].map(
    (path) => `GET ${path}`,
  ),
  anonymous: [
    ...collections.flatMap((collection) => [`GET /api/${collection}`, `GET /api/${collection}/:id`]),
    ...['claims', 'casualty-counts', 'casualty-counts/evolution', 'findings', 'history'].map(
      (path) => `GET /api/incidents/:id/${path}`,
    ),
    ...['claims', 'counts', 'findings'].map((path) => `GET /api/series/:id/${path}`),
    'GET /api/claims',
    'GET /api/findings',
    'GET /api/identifiers/:code',
    'GET /api/vocabularies',
    'GET /api/vocabularies/:name',
  ],
  subscriber: [],
  reader: [],
  recorder: [
    ...collections.map((collection) => `POST /api/${collection}`),
    ...inEach('corrections'),
    ...inEach('withdrawals'),
    ...['incidents', 'series', 'actors'].map((collection) => `POST /api/${collection}/:id/amendments`),
    ...['copies', 'verifications', 'removals'].map((path) => `POST /api/sources/:id/${path}`),
    ...ofIncidents('identifiers', 'identifiers/withdrawals', 'links'),
    ...['statements', 'reports'].flatMap((one) => [`POST /api/${one}/:id/links`, `POST /api/${one}/:id/unlinks`]),
  ],
  reviewer: [
    ...inEach('protection'),
    ...ofIncidents('merge', 'unmerge', 'split', 'grades', 'casualty-assessments', 'locations', 'set-aside'),
    ...['incidents', 'series'].map((collection) => `POST /api/${collection}/:id/resolutions`),
    'POST /api/operations/:id/assessments',
  ],
  admin: [
    'GET /metrics',
    ...inEach('erasures'),
    'GET /api/keys',
    'POST /api/keys',
    'POST /api/keys/:key/revoke',
    'POST /api/keys/:key/rotate',
  ],
} as const;

const listed = Object.entries(MATRIX).flatMap(([least, routes]) => routes.map((route) => `${route} ${least}`));
const rows = Object.entries(MATRIX).flatMap(([least, routes]) => routes.map((route) => [route, least] as const));

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start({ publicRead: true });
});
afterAll(() => app.stop());

/** How a request by a role ends at the door; one that gets in may fail for any other reason. */
async function door(route: string, role: (typeof ROLES)[number], service = app): Promise<'in' | 401 | 403> {
  const [method = '', path = ''] = route.split(' ');
  const address = path.replace(/:\w+/, 'nothing');
  const as = role === 'anonymous' ? null : role;
  const headers = { 'content-type': 'application/json' };
  const body = method === 'GET' ? undefined : '{}';
  const { status } = await service.ask(method, address, body, { as, ...(body !== undefined && { headers }) });
  return status === 401 || status === 403 ? status : 'in';
}

describe('the routes', () => {
  it('are all in the list, each under the role it asks for', () => {
    const served = routesOf(app.service.app).map(({ method, path, least }) => `${method} ${path} ${least}`);
    expect([...served].sort()).toEqual([...listed].sort());
  });

  it.each(rows)('%s lets in %s and above, and nobody else', async (route, least) => {
    for (const role of ROLES) {
      const reached = least === 'anyone' || ROLES.indexOf(role) >= ROLES.indexOf(least as (typeof ROLES)[number]);
      const expected = reached ? 'in' : role === 'anonymous' ? 401 : 403;
      expect([role, await door(route, role)]).toEqual([role, expected]);
    }
  });

  it('let nobody in without a key where public reading is off, but to what is for anyone', async () => {
    const closed = await TestApp.start({ publicRead: false });
    try {
      for (const [route, least] of rows) {
        expect([route, await door(route, 'anonymous', closed)]).toEqual([route, least === 'anyone' ? 'in' : 401]);
      }
    } finally {
      await closed.stop();
    }
  });
});
