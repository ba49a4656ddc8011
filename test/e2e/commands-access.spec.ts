import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { ApiKeys } from '../../src/access/api-keys.js';
import { AccessUndeclared, DeclaredAccess } from '../../src/access/declared-access.js';
import { ROLES } from '../../src/access/roles.js';
import { TestApp } from '../support/app.js';
import { bodyOf } from '../support/bodies.js';
import { anActor, aGrading, anIncident, INCIDENT } from '../support/builders.js';
import { recordedIn } from '../support/recorded.js';
import { secretOf } from '../support/secret-of.js';

let app: TestApp;
let keys: ApiKeys;

beforeAll(async () => {
  app = await TestApp.start();
  keys = new ApiKeys(app.database.pool);
  await app.post('/api/incidents', bodyOf(anIncident()));
});
afterAll(() => app.stop());

const withKey = (key: string) =>
  app.post('/api/actors', bodyOf(anActor()), { as: null, headers: { authorization: `Bearer ${key}` } });

describe('a route', () => {
  it('says who may use it: all of them do', () => {
    const routes = app.service.app.get(DeclaredAccess).routes();
    expect(routes.length).toBeGreaterThan(30);
    expect(routes.filter(({ least }) => least === undefined)).toEqual([]);
  });

  it('that does not say so keeps the service from starting', async () => {
    @Controller()
    class Forgotten {
      @Get('forgotten')
      answer() {
        return 'to anybody';
      }
    }
    @Module({ imports: [DiscoveryModule], controllers: [Forgotten], providers: [DeclaredAccess] })
    class Careless {}

    const start = NestFactory.createApplicationContext(Careless, { logger: false, abortOnError: false });
    await expect(start).rejects.toThrow(AccessUndeclared);
    await expect(start).rejects.toThrow('Forgotten.answer');
  });

  it.each([
    ['/api/actors', 'recorder', () => bodyOf(anActor())],
    [`/api/incidents/${INCIDENT}/grades`, 'reviewer', () => bodyOf(aGrading('weak'))],
    [`/api/incidents/${INCIDENT}/erasures`, 'admin', () => ({})],
  ] as const)('%s is for the role %s and above', async (path, least, body) => {
    for (const role of ROLES.filter((one) => one !== 'anonymous')) {
      const { status } = await app.post(path, body(), { as: role });
      const reached = ROLES.indexOf(role) >= ROLES.indexOf(least);
      expect([role, status === 403]).toEqual([role, !reached]);
      expect(status).not.toBe(401);
    }
  });

  it.each(['/api/health', '/api/ready', '/api/docs', '/api/openapi.json'])('%s is for anyone', async (path) => {
    expect((await app.get(path, { as: null })).status).toBe(200);
    expect((await app.get(path, { as: null, headers: { authorization: 'Bearer nonsense' } })).status).toBe(200);
  });
});

describe('an API key', () => {
  it('is shown once and kept only as a hash', async () => {
    const { token, id } = await keys.create({ principal: 'once', role: 'recorder' });
    const { rows } = await app.database.pool.query('select * from access.api_keys where id = $1', [id]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(secretOf(token));
    expect(JSON.stringify(await keys.list())).not.toContain(secretOf(token));
  });

  it('names who recorded something', async () => {
    const { token } = await keys.create({ principal: 'maryam', role: 'recorder' });
    await withKey(token);
    expect(await recordedIn(app, anActor().stream)).not.toHaveLength(0);
    const second = await app.post('/api/actors', bodyOf(anActor('second')), {
      as: null,
      headers: { authorization: `bearer ${token}` },
    });
    expect(second.status).toBe(201);
    const own = await recordedIn(app, 'actor-second');
    expect(own.map(({ metadata }) => metadata['recordedBy'])).toEqual(['maryam']);
  });

  it('ends when it is revoked, and says no more than that it is not valid', async () => {
    const { token, prefix } = await keys.create({ principal: 'leaves', role: 'recorder' });
    await keys.revoke(prefix);
    expect(await withKey(token)).toMatchObject({ status: 401, body: { code: 'key-refused' } });
    expect((await keys.list()).find((key) => key.prefix === prefix)?.revokedAt).toBeInstanceOf(Date);
  });

  it('ends when it expires', async () => {
    const { token } = await keys.create({
      principal: 'guest',
      role: 'recorder',
      expiresAt: new Date(Date.now() + 400),
    });
    expect((await withKey(token)).status).toBeLessThan(300);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await withKey(token)).status).toBe(401);
  });

  it('is trusted for seconds only after another instance revoked it', async () => {
    const { token, id } = await keys.create({ principal: 'elsewhere', role: 'recorder' });
    expect((await withKey(token)).status).toBeLessThan(300);
    await new ApiKeys(app.database.pool).revoke(id);
    await new Promise((resolve) => setTimeout(resolve, 2_200));
    expect((await withKey(token)).status).toBe(401);
  });

  it.each(['', 'nonsense', `sijil_${'0'.repeat(12)}_${'A'.repeat(43)}`, "' or 1=1 --"])('is not %j', async (key) => {
    expect((await withKey(key)).status).toBe(401);
  });

  it('with a right prefix and a wrong secret is refused', async () => {
    const key = await app.key('recorder');
    expect((await withKey(key.slice(0, -2) + (key.endsWith('AA') ? 'BB' : 'AA'))).status).toBe(401);
  });

  it.each([
    [{ principal: 'Has Spaces', role: 'reader' as const }],
    [{ principal: 'x', role: 'anonymous' as const }],
    [{ principal: 'x', role: 'emperor' as never }],
    [{ principal: 'x', role: 'reader' as const, expiresAt: new Date(0) }],
    [{ principal: 'x', role: 'reader' as const, expiresAt: new Date(NaN) }],
  ])('cannot be made for %j', async (wish) => {
    await expect(keys.create(wish)).rejects.toMatchObject({ code: 'key-not-possible' });
  });

  it('that is not there cannot be revoked', async () => {
    await expect(keys.revoke('nothing')).rejects.toMatchObject({ code: 'key-not-possible' });
  });
});

describe('reading in public', () => {
  it('lets nobody write, and still refuses a key that is not valid', async () => {
    const open = await TestApp.start({ publicRead: true });
    try {
      const write = await open.post('/api/actors', bodyOf(anActor()), { as: null });
      expect(write).toMatchObject({ status: 401, body: { code: 'key-missing' } });
      const wrong = { as: null, headers: { authorization: 'Bearer nonsense' } };
      expect(await open.post('/api/actors', bodyOf(anActor()), wrong)).toMatchObject({ body: { code: 'key-refused' } });
    } finally {
      await open.stop();
    }
  });
});
