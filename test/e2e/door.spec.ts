import { readConfig } from '../../src/config.js';
import { TestApp } from '../support/app.js';
import { sendRaw } from '../support/raw-request.js';

const defaults = readConfig({});
const withApp = async (settings: Parameters<typeof TestApp.start>[0], work: (app: TestApp) => Promise<void>) => {
  const app = await TestApp.start(settings);
  await work(app).finally(() => app.stop());
};
const problemIn = (answer: string) => JSON.parse(answer.split('\r\n\r\n')[1] ?? '') as Record<string, unknown>;

describe('too many requests', () => {
  it('are refused by key, with when to go on, and other keys go on', () =>
    withApp({ rates: { perKey: 5, perAddress: 0 } }, async (app) => {
      const ask = () => app.get('/api/everything', { as: 'reader' });
      for (let left = 4; left >= 0; left -= 1) {
        const { headers } = await ask();
        expect([headers.get('ratelimit-limit'), headers.get('ratelimit-remaining')]).toEqual(['5', String(left)]);
      }
      const refused = await ask();
      expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-requests', status: 429 } });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
      expect((await app.get('/api/everything', { as: 'recorder' })).status).toBe(404);
      expect((await app.get('/api/health', { as: 'reader' })).status).toBe(200);
    }));

  it('are counted by address without a valid key, so that guessing many keys helps nobody', () =>
    withApp({ rates: { perKey: 100, perAddress: 5 } }, async (app) => {
      const guess = (n: number) =>
        app.get('/api/everything', {
          as: null,
          headers: { authorization: `Bearer sijil_00000000000${n}_${'a'.repeat(43)}` },
        });
      const statuses = [];
      for (let n = 0; n < 8; n += 1) statuses.push((await guess(n)).status);
      expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429, 429]);
      expect((await app.get('/api/everything', { as: 'reader' })).status).toBe(404);
    }));

  it.each([
    [[], 429],
    [['loopback'], 404],
  ])('are not hidden by an address that the sender made up: believing %p, the second gets %d', (trustProxy, status) =>
    withApp({ rates: { perKey: 0, perAddress: 1 }, trustProxy }, async (app) => {
      const ask = (address: string) => app.get('/', { as: null, headers: { 'x-forwarded-for': address } });
      await ask('203.0.113.1');
      expect((await ask('203.0.113.2')).status).toBe(status);
    }),
  );
});

describe('pages of other origins', () => {
  const headers = { origin: 'https://example.org' };

  it('may not ask from a browser, unless their origin is named', () =>
    withApp({}, async (app) => {
      expect((await app.get('/api/health', { headers })).headers.get('access-control-allow-origin')).toBeNull();
    }));

  it('may ask where their origin is named, and no other may', () =>
    withApp({ corsOrigins: ['https://example.org', 'https://example.net'] }, async (app) => {
      const origin = async (name: string) =>
        (await app.get('/api/health', { headers: { origin: name } })).headers.get('access-control-allow-origin');
      expect(await origin('https://example.org')).toBe('https://example.org');
      expect(await origin('https://elsewhere.example')).toBeNull();
      const preflight = await app.ask('OPTIONS', '/api/statements', undefined, {
        as: null,
        headers: { ...headers, 'access-control-request-method': 'POST' },
      });
      expect(preflight.headers.get('access-control-allow-headers')).toContain('Authorization');
    }));
});

describe('every answer', () => {
  it('forbids what a page could be tricked into', () =>
    withApp({}, async (app) => {
      for (const path of ['/api/docs', '/api/openapi.json', '/api/everything', '/']) {
        const { headers } = await app.get(path, { as: null });
        expect(headers.get('content-security-policy')).toContain("default-src 'none'");
        expect(headers.get('content-security-policy')).not.toContain('script-src');
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('x-frame-options')).toBe('DENY');
        expect(headers.get('referrer-policy')).toBe('no-referrer');
      }
    }));
});

describe('a sender that does not come to an end', () => {
  const start = 'POST /api/statements HTTP/1.1\r\nHost: x\r\n';

  it.each([
    ['in its headers', [start, 'X-A: 1\r\n', 'X-B: 2\r\n', 'X-C: 3\r\n', 'X-D: 4\r\n', 'X-E: 5\r\n']],
    [
      'in its body',
      [`${start}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{`, ' ', ' ', ' ', ' ', ' '],
    ],
  ])('%s is told so and cut off', (_, pieces) =>
    withApp({ requestTimeout: 1 }, async (app) => {
      const began = Date.now();
      const answer = await sendRaw(app.url, pieces, 700);
      expect(Date.now() - began).toBeLessThan(6_000);
      expect(answer).toMatch(/^HTTP\/1.1 408 /);
      expect(problemIn(answer)).toMatchObject({ code: 'too-slow', status: 408, type: '/problems/too-slow' });
      expect((await app.get('/api/health')).status).toBe(200);
    }),
  );

  it('keeps no place for long unless it is told to', () => {
    expect(defaults.requestTimeout).toBeLessThanOrEqual(60);
  });
});

describe('what is no request, or not as one should be', () => {
  let app: TestApp;
  beforeAll(async () => (app = await TestApp.start()));
  afterAll(() => app.stop());
  const close = 'Connection: close\r\n\r\n';

  it.each([
    ['something else than HTTP', 'hello\r\n\r\n', 400, 'malformed-request'],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`, 431, 'headers-too-large'],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
      'malformed-request',
    ],
    ['no host', `GET /api/health HTTP/1.1\r\n${close}`, 400, 'malformed-request'],
    ['no host, nor an address', `GET /nothing HTTP/1.1\r\n${close}`, 400, 'malformed-request'],
    ['an address that cannot be read', `GET /api/%zz HTTP/1.1\r\nHost: x\r\n${close}`, 400, 'malformed-request'],
    ['U+0000 in the address', `GET /api/%00 HTTP/1.1\r\nHost: x\r\n${close}`, 400, 'malformed-request'],
    ['a tunnel', 'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n', 405, 'method-not-allowed'],
    ['an expectation', `GET /api/health HTTP/1.1\r\nHost: x\r\nExpect: more\r\n${close}`, 417, 'expectation-failed'],
  ])('is refused as a problem, as safely as anything else is: %s', async (_, bytes, status, code) => {
    const answer = await sendRaw(app.url, [bytes]);
    expect(answer).toContain(`HTTP/1.1 ${status} `);
    const headers = headersIn(answer);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(problemIn(answer)).toMatchObject({ status, code });
    const { headers: usual } = await app.get('/api/health');
    const safety = [...usual].filter(
      ([name]) => !/^(content-(type|length)|connection|date|keep-alive|vary)$/.test(name),
    );
    expect(safety.length).toBeGreaterThan(10);
    for (const [name, value] of safety) expect([name, headers.get(name)]).toEqual([name, value]);
  });

  it.each([
    ['that cannot be read', 'GET / HTTP/1.1\r\nHost: x\r\nAccept-Language: ar\r\nno header\r\n\r\n'],
    ['for a tunnel', 'CONNECT x:1 HTTP/1.1\r\nHost: x:1\r\nAccept-Language: ar\r\n\r\n'],
    ['whose address cannot be read', `GET /api/%zz HTTP/1.1\r\nHost: x\r\nAccept-Language: ar\r\n${close}`],
    ['without a host', `GET / HTTP/1.1\r\nAccept-Language: ar\r\n${close}`],
  ])('is refused in the language asked for: a request %s', async (_, bytes) => {
    const answer = await sendRaw(app.url, [bytes]);
    expect(headersIn(answer).get('content-language')).toBe('ar, en');
    expect(problemIn(answer)['title']).toMatch(/\p{Script=Arabic}/u);
  });

  it('names what can be asked where a tunnel is wanted', async () => {
    const answer = await sendRaw(app.url, ['CONNECT x:1 HTTP/1.1\r\nHost: x:1\r\n\r\n']);
    expect(headersIn(answer).get('allow')).toBe('GET, HEAD, POST');
  });

  it.each([
    ['of HTTP/1.0, without a host', 'GET /api/health HTTP/1.0\r\n\r\n'],
    [
      'to speak something else from now on, which it need not heed',
      'GET /api/health HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: upgrade, close\r\n\r\n',
    ],
  ])('is not any request %s: that is answered', async (_, bytes) => {
    expect(await sendRaw(app.url, [bytes])).toMatch(/^HTTP\/1.1 200 [^]*"alive"/);
  });
});

function headersIn(answer: string): ReadonlyMap<string, string> {
  const lines = (answer.split('\r\n\r\n')[0] ?? '').split('\r\n').slice(1);
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.replace(/^[^:]*: /, '')]));
}
