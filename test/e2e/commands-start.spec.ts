import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examine } from '../../src/cli/doctor/examine.js';
import { readConfig, type Config } from '../../src/config.js';
import { EventStore, type JsonObject, type StoredEvent } from '../../src/event-store/event-store.js';
import { startService } from '../../src/service.js';
import { ReadModelsOfAnotherLog } from '../../src/projector/errors.js';
import { startFailure } from '../../src/start-failure.js';
import { TestApp } from '../support/app.js';
import { bodyOf } from '../support/bodies.js';
import { anActor, anErasure, aSource, aStatement, SPEAKER } from '../support/builders.js';
import { testDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { newLogSettings } from '../support/log-settings.js';

const FOREIGN_ROW = `
insert into history.events (position, event_id, stream, revision, category, type, schema_version, recorded_at_text, recorded_by,
  correlation_id, causation_id, incidents, actors, sources, series, data)
values ('0000000000000000007', gen_random_uuid(), 'actor-elsewhere', 0, 'actor', 'ActorRegistered', 1, '', '', '', '', '{}', '{}', '{}',
  '{}', '{}')`;

describe('the service, started again', () => {
  it('has everything it ever acknowledged', async () => {
    const app = await TestApp.start();
    try {
      const ids = Array.from({ length: 20 }, (_, n) => `actor-${n}`);
      await Promise.all(ids.map((id) => app.post('/api/actors', bodyOf(anActor(id)))));
      await app.restart();
      const answers = await Promise.all(ids.map((id) => app.post('/api/actors', bodyOf(anActor(id)))));
      expect(answers.map(({ status, body }) => [status, body['repeated']])).toEqual(ids.map(() => [200, true]));
    } finally {
      await app.stop();
    }
  });

  it('ends what is under way before it stops', async () => {
    const app = await TestApp.start();
    try {
      await app.get('/api/health');
      const under = Array.from({ length: 10 }, (_, n) => app.post('/api/actors', bodyOf(anActor(`late-${n}`))));
      const settled = Promise.allSettled(under);
      await new Promise((resolve) => setTimeout(resolve, 10));
      await app.restart();
      for (const one of await settled) {
        if (one.status !== 'fulfilled' || one.value.status !== 201) continue;
        const again = await app.post('/api/actors', bodyOf(anActor(String(one.value.body['id']))));
        expect(again).toMatchObject({ status: 200, body: { repeated: true } });
      }
    } finally {
      await app.stop();
    }
  });

  it('empties what was erased when a crash came before that could be done', async () => {
    const app = await TestApp.start();
    try {
      const words = { lang: 'en', value: 'words to be erased' };
      await app.post('/api/actors', bodyOf(anActor(SPEAKER)));
      await app.post('/api/sources', bodyOf(aSource()));
      const sent = await app.post('/api/statements', {
        ...bodyOf(aStatement({ statementId: 'said' })),
        passage: words,
      });
      expect(sent.status).toBe(201);
      const log = app.service.app.get(EventStore);
      let stored: StoredEvent | undefined;
      for await (const event of log.readStream('statement-said')) stored = event;
      const { passage } = stored!.data['passage'] as { passage: string };
      const vault = () =>
        app.database.pool.query('select value, erased_reason from vault.passages where id = $1', [passage]);
      expect((await vault()).rows).toEqual([{ value: words.value, erased_reason: null }]);

      // What the command appends, and no more.
      const erased = anErasure('statement-said', passage);
      const event = {
        ...stored!,
        eventId: randomUUID(),
        type: erased.type,
        data: erased.data as unknown as JsonObject,
      };
      await log.append('statement-said', 0, [event]);
      await app.restart();
      await eventually(async () => expect((await vault()).rows).toEqual([{ value: null, erased_reason: 'consent' }]));
    } finally {
      await app.stop();
    }
  });

  it('refuses a database that was filled from another log, says what to do, and changes nothing', async () => {
    const database = await testDatabase();
    try {
      await database.pool.query(FOREIGN_ROW);
      await database.pool.query(
        `insert into projector.checkpoints (projection, position) select 'history', position from history.events`,
      );
      const config = { ...readConfig({ ...database.settings, PORT: '0' }), logLevel: 'fatal' as const };
      const refused = await startService(config).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(ReadModelsOfAnotherLog);
      expect(startFailure(refused)).toMatch(
        /^What this database holds to be read was folded from another log.*empty database/s,
      );
      const { findings } = await examine(config);
      expect(findings.find(({ about }) => about === 'projections')).toMatchObject({
        well: false,
        says: expect.stringContaining('of another log'),
      });
      expect((await database.pool.query('select from history.events')).rowCount).toBe(1);
    } finally {
      await database.drop();
    }
  });

  it('listens nowhere when its port is taken, and leaves nothing behind', async () => {
    const app = await TestApp.start();
    try {
      const port = Number(new URL(app.url).port);
      await expect(TestApp.start({ port, databaseUrl: app.database.url })).rejects.toThrow('EADDRINUSE');
    } finally {
      await app.stop();
    }
  });
});

describe('the first start of an embedded register', () => {
  let dataFolder: string;
  const log = newLogSettings();
  const config = (): Config => ({
    ...readConfig(log),
    host: '127.0.0.1',
    port: 0,
    dataFolder,
    publicRead: false,
    logLevel: 'fatal',
  });

  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'sijil-first-'));
  });
  afterAll(() => rm(dataFolder, { recursive: true, force: true }));

  it('makes an admin key once, where only its owner can read it', async () => {
    const file = join(dataFolder, 'admin-key');
    const first = await startService(config());
    const key = (await readFile(file, 'utf8')).trim();
    const record = (url: string) =>
      fetch(`${url}/api/actors`, {
        method: 'POST',
        body: JSON.stringify(bodyOf(anActor())),
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      });
    try {
      expect(first.firstKeyFile).toBe(file);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      expect((await record(first.url)).status).toBe(201);
    } finally {
      await first.close();
    }

    const second = await startService(config());
    try {
      expect(second.firstKeyFile).toBeNull();
      expect((await readFile(file, 'utf8')).trim()).toBe(key);
      expect((await record(second.url)).status).toBe(200);
    } finally {
      await second.close();
    }
  });

  it('makes one key also when two instances start at once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sijil-twice-'));
    const started = await Promise.allSettled([1, 2].map(() => startService({ ...config(), dataFolder: folder })));
    const services = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    try {
      expect(started.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []))).toEqual([]);
      expect(services.filter(({ firstKeyFile }) => firstKeyFile !== null)).toHaveLength(1);
      const key = (await readFile(join(folder, 'admin-key'), 'utf8')).trim();
      for (const { url } of services) {
        const headers = { authorization: `Bearer ${key}` };
        const { items } = (await (await fetch(`${url}/api/keys`, { headers })).json()) as { items: readonly object[] };
        expect(items).toMatchObject([{ principal: 'admin', role: 'admin' }]);
      }
    } finally {
      await Promise.all(services.map((one) => one.close()));
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('makes none where a database of your own is used', async () => {
    const app = await TestApp.start();
    try {
      expect(app.service.firstKeyFile).toBeNull();
      const { rows } = await app.database.pool.query('select from access.api_keys');
      expect(rows).toHaveLength(0);
    } finally {
      await app.stop();
    }
  });
});
