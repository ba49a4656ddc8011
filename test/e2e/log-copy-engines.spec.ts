import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { ApiKeys } from '../../src/access/api-keys.js';
import { readConfig } from '../../src/config.js';
import { createPool } from '../../src/database/index.js';
import { CATEGORIES } from '../../src/domain/streams.js';
import { atLeast } from '../../src/domain/values/figure.js';
import { copyLog } from '../../src/event-store/copy/copy-log.js';
import { EventStore } from '../../src/event-store/event-store.js';
import { openKurrentEventStore } from '../../src/event-store/kurrent/open.js';
import { startService, type Service } from '../../src/service.js';
import { copyPassages } from '../../src/vault/index.js';
import { allPages } from '../contract/reading.js';
import { TestApp } from '../support/app.js';
import { bodyOf, someWords } from '../support/bodies.js';
import { aStatement, killed } from '../support/builders.js';
import { sijil } from '../support/command-line.js';
import { emptyDatabase, testDatabase, type TestDatabase } from '../support/database.js';
import { dyingAfter } from '../support/dying-store.js';
import { KURRENTDB } from '../support/log-settings.js';
import { numbered, readModels, wordsOf } from '../support/read-models.js';
import { WORLD } from '../support/world.js';

const onKurrent = KURRENTDB ? describe : describe.skip;
const ASKED = [
  '/api/statements/s-0',
  '/api/statements/s-3',
  '/api/incidents/atmeh-2022/claims',
  '/api/incidents/atmeh-2022/casualty-counts',
  '/api/incidents/atmeh-2022/history',
  '/api/claims?kind=count',
  '/api/actors',
];

onKurrent(
  `sijil log copy, from PostgreSQL to KurrentDB and back${KURRENTDB ? '' : ' (skipped: KURRENTDB_URL is not set)'}`,
  () => {
    const prefix = `test${randomUUID().slice(0, 8)}.`;
    const services: Service[] = [];
    let folder: string;
    let app: TestApp;
    let onServer: TestDatabase;
    let target: Awaited<ReturnType<typeof emptyDatabase>>;
    let targetPool: pg.Pool;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'sijil-engines-'));
      app = await TestApp.start({ kurrentUrl: undefined, kurrentPrefix: '' });
      [onServer, target] = await Promise.all([testDatabase(), emptyDatabase()]);
      targetPool = createPool(target.url, 2);
      await fill(app);
    }, 60_000);
    afterAll(async () => {
      for (const service of services) await service.close();
      await targetPool.end();
      await Promise.all([app.stop(), onServer.drop(), target.drop()]);
      await rm(folder, { recursive: true, force: true });
    });

    const kurrent = () => openKurrentEventStore(KURRENTDB!, { categories: CATEGORIES, prefix });
    const copy = async (from: string, to: string) => {
      const { code, out, err } = await sijil(['log', 'copy', '--from', from, '--to', to, '--json'], {
        KURRENTDB_PREFIX: prefix,
      });
      expect([code, err]).toEqual([0, expect.stringContaining('Copying')]);
      return JSON.parse(out) as Awaited<ReturnType<typeof copyLog>>;
    };
    const start = async (settings: Record<string, string>) => {
      const service = await startService(
        readConfig({ DATA_DIR: folder, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'fatal', ...settings }),
      );
      services.push(service);
      return service;
    };

    it('goes on after it died half-way, and keeps ids, order, data, metadata and the chain on both ways', async () => {
      const original = await allPages(app.service.app.get(EventStore));
      const half = Math.floor(original.length / 2);
      const server = await kurrent();
      const dying = dyingAfter(server, half);
      await expect(copyLog({ from: app.service.app.get(EventStore), to: dying })).rejects.toThrow('killed');
      await server.close();

      const there = await copy(app.database.url, KURRENTDB!);
      expect(there.alreadyThere).toBeGreaterThanOrEqual(half);
      expect(there.copied).toBe(original.length - there.alreadyThere);
      expect(there.copied).toBeGreaterThan(0);
      const back = await copy(KURRENTDB!, target.url);
      expect(back).toMatchObject({ copied: original.length, alreadyThere: 0 });
      const chains = [there.source, there.target, back.source, back.target].map(({ chain }) => chain);
      expect(new Set(chains).size).toBe(1);

      const copied = await kurrent();
      const events = await allPages(copied).finally(() => copied.close());
      const placeless = (event: object) => ({ ...event, position: null });
      expect(events.map(placeless)).toEqual(original.map(placeless));
      expect(await copy(app.database.url, KURRENTDB!)).toMatchObject({ copied: 0, alreadyThere: original.length });
    }, 60_000);

    it('makes registers that answer the same in every read model, with the words of the vault', async () => {
      await copyPassages(app.database.pool, onServer.pool);
      const there = await start({
        DATABASE_URL: onServer.url,
        KURRENTDB_URL: KURRENTDB!,
        KURRENTDB_PREFIX: prefix,
      });
      // The way back brought no words: they never were in KurrentDB.
      expect(await wordsOf(targetPool)).toEqual([]);
      await copyPassages(onServer.pool, targetPool);
      const back = await start({ DATABASE_URL: target.url });

      const before = await readModels(app.service, app.database.pool);
      expect(before['claims']!.length).toBeGreaterThan(5);
      expect(await readModels(there, onServer.pool)).toEqual(before);
      expect(await readModels(back, targetPool)).toEqual(before);
      const words = await wordsOf(app.database.pool);
      expect(words.filter(({ value }) => value === null)).toHaveLength(1);
      expect(await wordsOf(onServer.pool)).toEqual(words);
      expect(await wordsOf(targetPool)).toEqual(words);

      const said = await answers(app.service, app.database.pool);
      expect(said.join()).toContain('At least 16.');
      expect(await answers(there, onServer.pool)).toEqual(said);
      expect(await answers(back, targetPool)).toEqual(said);
    }, 60_000);
  },
);

/** Statements with claims and words, the words of one of which are erased again. */
async function fill(app: TestApp): Promise<void> {
  for (const one of WORLD) await app.post(`/api/${one.category}${one.category === 'series' ? '' : 's'}`, bodyOf(one));
  for (let n = 0; n < 5; n += 1) {
    const claims = [killed('person', atLeast(13 + n)), killed('child', atLeast(4 + n))];
    const body = bodyOf(aStatement({ statementId: `s-${n}`, claims }));
    const { status } = await app.post('/api/statements', { ...body, passage: someWords(`At least ${13 + n}.`) });
    expect(status).toBe(201);
  }
  const [first] = await wordsOf(app.database.pool);
  expect(await app.post('/api/statements/s-0/erasures', { passage: first!.id, reason: 'protection' })).toMatchObject({
    status: 200,
  });
}

/** What a register says to an admin, with numbers for positions. */
async function answers(service: Service, pool: pg.Pool): Promise<readonly string[]> {
  const { token } = await new ApiKeys(pool).create({ principal: 'asking', role: 'admin' });
  const toNumbers = await numbered(service);
  return Promise.all(
    ASKED.map(async (path) => {
      const answer = await fetch(new URL(path, service.url), { headers: { authorization: `Bearer ${token}` } });
      expect([path, answer.status]).toEqual([path, 200]);
      return toNumbers(await answer.text());
    }),
  );
}
