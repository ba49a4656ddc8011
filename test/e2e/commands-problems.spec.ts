import { StoreUnavailable } from '../../src/event-store/errors.js';
import { EventStore } from '../../src/event-store/event-store.js';
import { TestApp, type Answer } from '../support/app.js';
import { bodyOf, someWords } from '../support/bodies.js';
import { anActor, anIdentifier, anIncident, aSource, aStatement, INCIDENT } from '../support/builders.js';
import { recorded, recordedIn } from '../support/recorded.js';

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start();
  for (const one of [anActor(), aSource()]) await app.post(`/api/${one.category}s`, bodyOf(one));
  await app.post('/api/incidents', bodyOf(anIncident()));
});
afterAll(() => app.stop());

const statement = (over: object = {}) => ({ ...bodyOf(aStatement({ statementId: 'refused' })), ...over });

it('a DELETE that names a content type and has no body has no body: it is answered as without one', async () => {
  const authorization = `Bearer ${await app.key('admin')}`;
  const deleting = async (headers: Record<string, string>) => {
    const answer = await fetch(new URL('/api/statements/none', app.url), { method: 'DELETE', headers });
    const { status, code } = (await answer.json()) as { status: number; code: string };
    return [status, code];
  };
  const without = await deleting({ authorization });
  expect(without[1]).not.toMatch(/^malformed/);
  expect(await deleting({ authorization, 'content-type': 'application/json' })).toEqual(without);
});

describe('a request that is not done', () => {
  it.each([
    ['a body that is no JSON', () => send('{"statementId": '), 400, 'malformed-json'],
    [
      'a body that is not UTF-8',
      () => send(Buffer.from('{"statementId": "caf\u00e9"}', 'latin1')),
      400,
      'malformed-json',
    ],
    ['no body', () => send(''), 400, 'malformed-json'],
    [
      'a body that names a key twice',
      () => send('{"protection":"confidential","statementId":"s-1","\\u0070rotection":"public"}'),
      400,
      'malformed-json',
      '/protection',
    ],
    ['a body with fields nobody may set', () => send('{"__proto__": {"role": "admin"}}'), 400, 'malformed-json'],
    ['an address that cannot be read', () => app.get('/api/%zz'), 400, 'malformed-request'],
    [
      'an If-Match that is no revision',
      () => app.post('/api/statements', statement(), { headers: { 'if-match': '*' } }),
      400,
      'invalid-header',
    ],
    [
      'an Idempotency-Key with spaces in it',
      () => app.post('/api/statements', statement(), { headers: { 'idempotency-key': 'a b' } }),
      400,
      'invalid-header',
    ],
    ['no key', () => app.post('/api/statements', statement(), { as: null }), 401, 'key-missing'],
    [
      'a role that does not reach',
      () => app.post('/api/statements', statement(), { as: 'reader' }),
      403,
      'role-too-low',
    ],
    ['an address nobody knows', () => app.get('/api/everything'), 404, 'not-found'],
    ['an address outside the API', () => app.get('/'), 404, 'not-found'],
    [
      'a method that an address does not take',
      () => app.ask('DELETE', '/api/statements', undefined, {}),
      405,
      'method-not-allowed',
    ],
    [
      'another thing under the same id',
      () => app.post('/api/incidents', { ...bodyOf(anIncident()), label: [{ lang: 'en', text: 'Another' }] }),
      409,
      'already-exists',
    ],
    ['a revision that has passed', () => correct({ 'if-match': '"99"' }), 412, 'stale-revision'],
    [
      'a body over the limit',
      () => app.post('/api/statements', statement({ capacity: 'x'.repeat(1024 * 1024) })),
      413,
      'too-large',
    ],
    ['a body that is text', () => send('statement', 'text/plain'), 415, 'unsupported-media-type'],
    [
      'a body that is a form',
      () => send('statementId=refused', 'application/x-www-form-urlencoded'),
      415,
      'unsupported-media-type',
    ],
    ['a list instead of an object', () => app.post('/api/statements', [statement()]), 422, 'invalid-data'],
    [
      'an actor nobody registered',
      () => app.post('/api/statements', statement({ speaker: 'nobody' })),
      422,
      'actor-unknown',
    ],
    [
      'a thing that is not there',
      () => app.post('/api/incidents/x/identifiers', bodyOf(anIdentifier({ incidentId: 'x' }))),
      422,
      'incident-unknown',
    ],
    ['no word on what the sender saw', () => correct({}), 428, 'if-match-required'],
  ] as readonly (readonly [string, () => Promise<Answer>, number, string])[])(
    'says what was wrong: %s',
    async (_, request, status, code) => {
      const before = await events();
      const answer = await request();
      expect(answer).toMatchObject({ status, body: { status, code, type: `/problems/${code}` } });
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(answer.body['detail']).toMatch(/\S+ \S+.*\.$/s);
      expect(answer.body['traceId']).toMatch(/^[0-9a-f]{32}$/);
      expect(answer.text).not.toMatch(/node_modules|\.ts:|\.js:/);
      expect(await events()).toBe(before);
    },
  );

  it('names every place at once, by JSON Pointer', async () => {
    const claims = [
      { claimId: 'c', kind: 'count', about: { incidents: [INCIDENT] }, certainty: 'surely', counted: {} },
    ];
    const { body, status } = await app.post('/api/statements', statement({ claims, speaker: 7, mood: 'angry' }));
    expect(status).toBe(422);
    const pointers = (body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(pointers).toEqual(
      expect.arrayContaining(['/speaker', '/mood', '/claims/0/certainty', '/claims/0/counted/measure']),
    );
  });

  it('is refused where an id is no text at all', async () => {
    for (const statementId of [{ toString: 1 }, 7, null, 'UPPER', '\u0000', ['a']]) {
      const { status, body } = await app.post('/api/statements', statement({ statementId }));
      expect([status, body['code']]).toEqual([422, 'invalid-data']);
    }
  });

  it('is refused where the address holds no id', async () => {
    for (const id of ['UPPER', '..%2F..', `${'x'.repeat(65)}`]) {
      const { incidentId: _, ...body } = bodyOf(anIdentifier());
      expect((await app.post(`/api/incidents/${id}/identifiers`, body)).status).toBe(422);
      const { status } = await app.post(`/api/incidents/${id}/protection`, { level: 'public', reason: someWords() });
      expect(status).toBe(422);
    }
  });

  it.each([200, 20_000])('is refused, not choked on, where a body is nested %d deep', async (depth) => {
    const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const body = JSON.stringify(statement({ claims: 'HERE' })).replace('"HERE"', nested);
    for (const headers of [{}, { 'idempotency-key': `deep-${depth}` }]) {
      const answer = await app.ask<Record<string, unknown>>('POST', '/api/statements', body, {
        headers: { 'content-type': 'application/json', ...headers },
      });
      expect(answer).toMatchObject({ status: 422, body: { code: 'invalid-data' } });
    }
  });

  it('carries the sender’s trace', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const { body } = await app.get('/api/everything', { headers: { traceparent } });
    expect(body['traceId']).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
  });

  it('is refused where the address holds what no text holds', async () => {
    expect(await app.get('/api/incidents/%00')).toMatchObject({ status: 400, body: { code: 'malformed-request' } });
    expect((await app.get('/api/incidents?q=%00')).status).toBe(400);
  });

  it('says which methods an address takes, and how to send a key', async () => {
    expect((await app.ask('DELETE', '/api/statements', undefined, {})).headers.get('allow')).toBe('GET, HEAD, POST');
    expect((await app.post('/api/statements', {}, { as: null })).headers.get('www-authenticate')).toContain('Bearer');
  });
});

describe('when something fails', () => {
  const failing = async (refusal: Error) => {
    const log = app.service.app.get(EventStore);
    const append = log.append;
    log.append = async () => {
      throw refusal;
    };
    try {
      return await app.post('/api/statements', statement());
    } finally {
      log.append = append;
    }
  };

  it('says that the log is out of reach, and when to ask again', async () => {
    const answer = await failing(new StoreUnavailable('connection to 10.0.0.7 refused'));
    expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(answer.text).not.toContain('10.0.0.7');
  });

  it('tells nothing of an error nobody foresaw', async () => {
    const answer = await failing(new Error('password=secret'));
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect(answer.text).not.toContain('secret');
  });
});

const send = (body: string | Uint8Array, type = 'application/json'): Promise<Answer> =>
  app.ask('POST', '/api/statements', body, { headers: { 'content-type': type } });

async function correct(headers: Record<string, string>): Promise<Answer> {
  const [opened] = await recordedIn(app, `incident-${INCIDENT}`);
  const { eventId: target, data } = opened!;
  const after = { ...data, protection: 'restricted' };
  return app.post(`/api/incidents/${INCIDENT}/corrections`, { target, reason: 'protection', after }, { headers });
}

const events = async (): Promise<number> => (await recorded(app)).length;

describe('a problem', () => {
  it('is told in Arabic to those who prefer it, with the sentence about the single case in English', async () => {
    const ask = (language: string) => app.get('/api/everything', { headers: { 'accept-language': language } });
    const [english, arabic] = [await ask('en'), await ask('ar-SY,en;q=0.3')];
    expect(arabic.headers.get('content-language')).toBe('ar, en');
    expect(arabic.headers.get('vary')).toContain('accept-language');
    expect(arabic.body['title']).toMatch(/\p{Script=Arabic}/u);
    expect(arabic.body['explanation']).toMatch(/\p{Script=Arabic}/u);
    for (const same of ['type', 'status', 'code', 'detail']) expect(arabic.body[same]).toEqual(english.body[same]);
    expect(english.headers.get('content-language')).toBe('en');
  });

  it('has a page at its type, in both languages, for whoever asks', async () => {
    const { body } = await app.get('/api/everything');
    const page = await app.get(String(body['type']), { as: null });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.text).toContain('lang="ar" dir="rtl"');
    expect(page.text).not.toContain('<script');
    const list = await app.get('/problems', { as: null });
    expect(list.text).toContain('href="/problems/not-found"');
    expect(await app.get('/problems/%3Cscript%3E', { as: null })).toMatchObject({ status: 404 });
  });
});
