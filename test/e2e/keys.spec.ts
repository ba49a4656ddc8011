import type { ApiKey, NewApiKey } from '../../src/access/api-keys.js';
import { TestApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { secretOf } from '../support/secret-of.js';

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

const make = async (over: object = {}) =>
  (await app.post<NewApiKey>('/api/keys', { principal: 'maryam', role: 'reader', ...over })).body;
const statusWith = async (token: string) =>
  (await app.get('/api/incidents', { as: null, headers: { authorization: `Bearer ${token}` } })).status;
const listed = async (id: string) => {
  const { body, text } = await app.get<{ items: readonly ApiKey[] }>('/api/keys');
  return { key: body.items.find((one) => one.id === id), text };
};

describe('an API key', () => {
  it('is made by an admin, shown once, and listed without its secret', async () => {
    const made = await app.post<NewApiKey>('/api/keys', { principal: 'maryam', role: 'reader' });
    expect(made.status).toBe(201);
    expect(made.headers.get('cache-control')).toBe('no-store');
    expect(await statusWith(made.body.token)).toBe(200);
    const { key, text } = await listed(made.body.id);
    expect(key).toMatchObject({ principal: 'maryam', role: 'reader', revokedAt: null, replaces: null });
    expect(text).not.toContain(secretOf(made.body.token));
  });

  it('tells when it was last used', async () => {
    const { id, token } = await make();
    expect((await listed(id)).key?.lastUsedAt).toBeNull();
    await statusWith(token);
    await eventually(async () => expect((await listed(id)).key?.lastUsedAt).not.toBeNull());
  });

  it('ends when it is revoked, here at once', async () => {
    const { id, prefix, token } = await make();
    expect(await statusWith(token)).toBe(200);
    const revoked = await app.post<ApiKey>(`/api/keys/${prefix}/revoke`, {});
    expect(revoked).toMatchObject({ status: 200, body: { id } });
    expect(await statusWith(token)).toBe(401);
  });

  it('ends when it expires', async () => {
    const { token } = await make({ expiresAt: new Date(Date.now() + 700).toISOString() });
    expect(await statusWith(token)).toBe(200);
    await eventually(async () => expect(await statusWith(token)).toBe(401));
  });

  it('is rotated: the new secret and the old one are both valid for the time said, then only the new one', async () => {
    const old = await make();
    const { status, body: fresh } = await app.post<NewApiKey>(`/api/keys/${old.id}/rotate`, { overlapSeconds: 2 });
    expect(status).toBe(201);
    expect(fresh).toMatchObject({ principal: 'maryam', role: 'reader', replaces: old.id, expiresAt: null });
    expect([await statusWith(old.token), await statusWith(fresh.token)]).toEqual([200, 200]);
    await eventually(async () => expect(await statusWith(old.token)).toBe(401));
    expect(await statusWith(fresh.token)).toBe(200);
  });

  it('is rotated once only, and not when it has ended; nothing changes then', async () => {
    const old = await make();
    expect((await app.post(`/api/keys/${old.id}/rotate`, {})).status).toBe(201);
    const { key: before } = await listed(old.id);
    expect(new Date(before!.expiresAt!).getTime()).toBeGreaterThan(Date.now() + 86_400_000);
    expect(await app.post(`/api/keys/${old.id}/rotate`, { overlapSeconds: 0 })).toMatchObject({
      status: 422,
      body: { code: 'key-not-possible' },
    });
    expect((await listed(old.id)).key?.expiresAt).toBe(before?.expiresAt);
    await app.post(`/api/keys/${old.id}/revoke`, {});
    expect((await app.post(`/api/keys/${old.id}/rotate`, {})).status).toBe(422);
  });

  it('is rotated once also by many at the same moment', async () => {
    const old = await make();
    const all = await Promise.all(Array.from({ length: 8 }, () => app.post(`/api/keys/${old.id}/rotate`, {})));
    expect(all.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 7 }, () => 422)]);
  });

  it('passes its end on when it is rotated: rotating makes no key live longer', async () => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const old = await make({ expiresAt });
    const { body } = await app.post<NewApiKey>(`/api/keys/${old.id}/rotate`, {});
    expect(body.expiresAt).toBe(expiresAt);
    expect((await listed(old.id)).key?.expiresAt).toBe(expiresAt);
  });

  it.each([
    ['nobody to hold it', { role: 'reader' }, '/principal'],
    ['a name that is none', { principal: 'Maryam!', role: 'reader' }, '/principal'],
    ['a role that is none', { principal: 'maryam', role: 'king' }, '/role'],
    ['a role that is the absence of a key', { principal: 'maryam', role: 'anonymous' }, '/role'],
    ['an end in the past', { principal: 'maryam', role: 'reader', expiresAt: '2020-01-01' }, '/expiresAt'],
    ['an end that is none', { principal: 'maryam', role: 'reader', expiresAt: 'soon' }, '/expiresAt'],
  ])('cannot have %s', async (_, body, pointer) => {
    const refused = await app.post('/api/keys', body);
    expect(refused).toMatchObject({ status: 422, body: { code: 'key-not-possible', errors: [{ pointer }] } });
  });

  it.each([
    ['another field', 'POST', '/api/keys', { principal: 'maryam', role: 'reader', token: 'mine' }],
    ['an overlap without end', 'POST', '/api/keys/x/rotate', { overlapSeconds: 1e12 }],
    ['a key nobody knows', 'POST', '/api/keys/x/revoke', {}],
  ])('is refused %s', async (_, _method, path, body) => {
    expect(await app.post(path, body)).toMatchObject({ status: 422, body: { code: 'key-not-possible' } });
  });

  it.each([
    ['made', () => '/api/keys', { principal: 'maryam', role: 'reader' }],
    ['rotated', (id: string) => `/api/keys/${id}/rotate`, {}],
  ])(
    'is not %s with an Idempotency-Key, which would promise a second answer with the secret',
    async (_, path, body) => {
      const { id } = await make();
      const before = (await listed(id)).text;
      const refused = await app.post(path(id), body, { headers: { 'idempotency-key': 'once' } });
      expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-header' } });
      expect(refused.body['detail']).toContain('Idempotency-Key');
      expect((await listed(id)).text).toBe(before);
    },
  );

  it.each(['subscriber', 'reader', 'recorder', 'reviewer'] as const)('is no business of a %s', async (as) => {
    expect((await app.get('/api/keys', { as })).status).toBe(403);
    for (const path of ['/api/keys', '/api/keys/x/revoke', '/api/keys/x/rotate']) {
      expect((await app.post(path, { principal: 'x', role: 'admin' }, { as })).status).toBe(403);
    }
  });
});
