import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { openKurrentEventStore } from '../../src/event-store/kurrent/open.js';
import { CATEGORIES } from '../../src/domain/streams.js';
import { TestApp } from '../support/app.js';
import { bodyOf } from '../support/bodies.js';
import { anActor } from '../support/builders.js';
import { KURRENTDB } from '../support/log-settings.js';
import { recorded } from '../support/recorded.js';

const onKurrent = KURRENTDB ? describe : describe.skip;

onKurrent(`a register whose log is in KurrentDB${KURRENTDB ? '' : ' (skipped: KURRENTDB_URL is not set)'}`, () => {
  it('has its events there under its prefix, none in PostgreSQL, and answers from them', async () => {
    const app = await TestApp.start();
    try {
      const { status, body } = await app.post('/api/actors', bodyOf(anActor('first')));
      expect(status).toBe(201);
      const { rows } = await app.database.pool.query('select from events');
      expect(rows).toHaveLength(0);
      const prefix = app.database.settings['KURRENTDB_PREFIX']!;
      const server = await openKurrentEventStore(KURRENTDB!, { categories: CATEGORIES, prefix });
      const { events } = await server.readAll({ after: null, max: 10 }).finally(() => server.close());
      expect(events.map(({ stream, eventId }) => [stream, eventId])).toEqual([
        ['actor-first', (body['eventIds'] as string[])[0]],
      ]);
      const read = await app.get(`/api/actors/first?after=${String(body['position'])}`);
      expect(read).toMatchObject({ status: 200, body: { id: 'first' } });
    } finally {
      await app.stop();
    }
  }, 60_000);

  it('shares the server with another register without seeing it, where both have the same ids', async () => {
    const [one, other] = await Promise.all([TestApp.start(), TestApp.start()]);
    try {
      const body = bodyOf(anActor('same'));
      expect((await one.post('/api/actors', body)).status).toBe(201);
      expect(await recorded(other)).toEqual([]);
      expect((await other.post('/api/actors', body)).status).toBe(201);
      expect(await recorded(one)).toHaveLength(1);
      expect(await recorded(other)).toHaveLength(1);
    } finally {
      await Promise.all([one.stop(), other.stop()]);
    }
  }, 60_000);
});

describe('npm run test:kurrentdb', () => {
  const [first = ''] = scriptOf('test:kurrentdb').split(' && ');
  const checked = (KURRENTDB_URL: string) => {
    const [program = '', ...args] = first.split(' ');
    return spawnSync(program, args, { env: { PATH: process.env['PATH'], KURRENTDB_URL }, encoding: 'utf8' });
  };

  it.each(['', '  '])('refuses with a sentence where no KurrentDB is named: %j', (url) => {
    const { status, stderr } = checked(url);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Set KURRENTDB_URL to a KurrentDB for tests/);
  });

  it('goes on where one is named', () => {
    expect(checked('kurrentdb://127.0.0.1:2113')).toMatchObject({ status: 0, stderr: '' });
  });
});

function scriptOf(name: string): string {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  return scripts[name] ?? '';
}
