import { Client } from 'pg';
import { EventStore } from '../../src/event-store/event-store.js';
import { OUTCOMES } from '../../src/metrics/outcome.js';
import { Projector } from '../../src/projector/projector.js';
import type { Examination } from '../../src/cli/doctor/examine.js';
import { openWrite } from '../chaos/stepping.js';
import { aNewEvent } from '../contract/a-new-event.js';
import { TestApp } from '../support/app.js';
import { bodyOf } from '../support/bodies.js';
import { anActor } from '../support/builders.js';
import { sijil } from '../support/command-line.js';
import { eventually } from '../support/eventually.js';
import { itInPostgres } from '../support/in-postgres.js';

interface Readiness {
  readonly status: string;
  readonly details?: {
    readonly log: { readonly blockers: readonly { readonly pid: number; readonly statement: string }[] };
    readonly projections: readonly { readonly projection: string; readonly stop: object | null }[];
  };
}

const SECRET = 'a-word-of-ours';

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start({ publicRead: true });
});
afterAll(() => app.stop());

const ready = (as: 'admin' | 'reviewer' | null) => app.get<Readiness>('/api/ready', { as });

function valueIn(text: string, line: string): number {
  const found = text.split('\n').find((one) => one.startsWith(`${line} `));
  if (found === undefined) throw new Error(`There is no metric ${line}.`);
  return Number(found.slice(line.length + 1));
}

const metric = async (line: string) => valueIn((await app.get('/metrics')).text, line);

describe('whoever watches the service', () => {
  it('is told that it is ready, and an admin how far everything is', async () => {
    const { body } = await app.post('/api/actors', bodyOf(anActor('watched')));
    await app.get(`/api/actors?after=${String(body['position'])}`);
    for (const as of [null, 'reviewer'] as const) {
      const all = { status: 'ready', database: 'well', log: 'well', projections: 'well' };
      expect(await ready(as)).toMatchObject({ status: 200, body: all });
      expect((await ready(as)).body.details).toBeUndefined();
    }
    const { details } = (await ready('admin')).body;
    expect(details).toMatchObject({ log: { head: body['position'], lagMs: 0, blockers: [] } });
    expect(details?.projections).toMatchObject([
      { projection: 'register', stop: null },
      { projection: 'history', stop: null },
    ]);
  });

  it('is answered whatever key it shows', async () => {
    const headers = { authorization: 'Bearer of-nothing' };
    expect((await app.get('/api/ready', { as: null, headers })).body).toEqual((await ready(null)).body);
  });

  itInPostgres('learns that a write holds the log back; who it is and what it runs, only an admin', async () => {
    const writer = new Client({ connectionString: app.database.url, application_name: 'somebody at a prompt' });
    await writer.connect();
    try {
      await openWrite(writer, 'statement-open');
      await writer.query(`select '${SECRET}'`);
      const anonymous = await eventually(async () => {
        const answer = await ready(null);
        expect(answer).toMatchObject({ status: 200, body: { status: 'degraded', log: 'held-back' } });
        return answer;
      });
      expect(anonymous.text).not.toMatch(new RegExp(`${SECRET}|prompt|pid`));
      const { rows } = await writer.query<{ pid: number }>(`select pg_backend_pid() as pid, '${SECRET}'`);
      const admin = await ready('admin');
      expect(admin.body.details?.log.blockers).toMatchObject([
        {
          pid: rows[0]!.pid,
          application: 'somebody at a prompt',
          state: 'idle in transaction',
          statement: expect.stringContaining(SECRET),
          end: `select pg_terminate_backend(${rows[0]!.pid})`,
        },
      ]);
      const { text } = await app.get('/metrics');
      expect(valueIn(text, 'sijil_log_blockers')).toBe(1);
      expect(valueIn(text, 'sijil_log_lag_seconds')).toBeGreaterThan(0);
      expect(valueIn(text, `sijil_log_blocker_seconds{process="${rows[0]!.pid}"}`)).toBeGreaterThan(0);
      expect(text).not.toMatch(new RegExp(`${SECRET}|prompt`));
      expect((await app.post('/api/actors', bodyOf(anActor('meanwhile')))).status).toBe(201);
    } finally {
      await writer.query('rollback');
      await writer.end();
    }
    await eventually(async () => expect((await ready(null)).body.status).toBe('ready'));
    const { text } = await app.get('/metrics');
    expect(valueIn(text, 'sijil_log_blockers')).toBe(0);
    expect(text).not.toContain('sijil_log_blocker_seconds{');
  });

  it('counts requests by their route, never by what was asked about', async () => {
    const counted = 'sijil_http_request_duration_seconds_count{method="GET",route="/api/incidents/:id",status="4xx"}';
    const ask = () => app.get(`/api/incidents/${SECRET}?after=`);
    await ask();
    const before = await metric(counted);
    await ask();
    await eventually(async () => expect(await metric(counted)).toBe(before + 1));
    await app.get(`/nowhere/${SECRET}`);
    const { text, headers } = await app.get('/metrics');
    expect(headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(text).toContain('route="(none)"');
    expect(text).not.toContain(SECRET);
  });

  it('sees what became of commands', async () => {
    const send = (id: string, headers = {}) => app.post('/api/actors', bodyOf(anActor(id)), { headers });
    await send('counted');
    await send('counted');
    await app.post('/api/actors', { ...bodyOf(anActor('counted')), type: 'court' });
    await app.post('/api/actors', { actorId: 'odd' });
    const counts = async () => {
      const { text } = await app.get('/metrics');
      return OUTCOMES.map((one) => valueIn(text, `sijil_commands_total{outcome="${one}"}`));
    };
    const before = await counts();
    const events = await metric('sijil_events_recorded_total');
    await send('counted-too');
    await send('counted-too');
    await app.post('/api/actors', { ...bodyOf(anActor('counted')), type: 'hospital' });
    await app.post('/api/actors', { actorId: 'odd' });
    const added = (await counts()).map((count, n) => count - before[n]!);
    expect(Object.fromEntries(OUTCOMES.map((one, n) => [one, added[n]]))).toEqual({
      recorded: 1,
      repeated: 1,
      refused: 1,
      conflict: 1,
      failed: 0,
    });
    expect(await metric('sijil_events_recorded_total')).toBe(events + 1);
  });

  it('sees how the process and the projections are', async () => {
    expect(await metric('process_resident_memory_bytes')).toBeGreaterThan(1e6);
    expect(await metric('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
    expect(await metric('sijil_reachable{part="log"}')).toBe(1);
    for (const projection of ['register', 'history']) {
      expect(await metric(`sijil_projection_stopped{projection="${projection}"}`)).toBe(0);
    }
  });
});

describe('a service on which a projection has stopped', () => {
  it('says so at once to whoever waits, names the event to admins alone, and goes on serving', async () => {
    const stopped = await TestApp.start({ publicRead: true });
    try {
      const log = stopped.service.app.get(EventStore);
      const { position } = await log.append('statement-odd', 'none', [aNewEvent({ type: 'NeverHeardOf' })]);
      const { body } = await stopped.post('/api/actors', bodyOf(anActor('later')));
      await eventually(async () => {
        const states = (await stopped.service.app.get(Projector).status()).map(({ state }) => state);
        expect(states).toEqual(['stopped', 'stopped']);
      });

      const waiting = await stopped.get(`/api/actors?after=${String(body['position'])}`, {
        as: null,
        headers: { 'accept-language': 'ar' },
      });
      expect(waiting).toMatchObject({ status: 503, body: { code: 'projection-stopped' } });
      expect(waiting.body['title']).toMatch(/\p{Script=Arabic}/u);
      expect(waiting.headers.get('retry-after')).toBeNull();
      expect(waiting.text).not.toContain('NeverHeardOf');
      expect((await stopped.get('/problems/projection-stopped', { as: null })).status).toBe(200);
      expect((await stopped.get('/api/actors', { as: null })).status).toBe(200);

      const anonymous = await stopped.get('/api/ready', { as: null });
      expect(anonymous).toMatchObject({ status: 200, body: { status: 'degraded', projections: 'stopped' } });
      expect(anonymous.text).not.toContain('odd');
      const event = { stream: 'statement-odd', position };
      const { body: known } = await stopped.get<Readiness>('/api/ready');
      expect(known.details?.projections).toMatchObject([{ stop: { event } }, { stop: { event } }]);
      expect((await stopped.get('/metrics')).text).toContain('sijil_projection_stopped{projection="register"} 1');

      const { out, code } = await sijil(['doctor', '--json'], { ...stopped.database.settings, PORT: '0' });
      const found = (JSON.parse(out) as Examination).findings.find(({ about }) => about === 'projections');
      expect(code).toBe(1);
      expect(found?.says).toContain(`register stopped at the event of statement-odd at ${position}`);
      expect(found?.says).toContain('NeverHeardOf');
    } finally {
      await stopped.stop();
    }
  });
});

describe('a service whose log is away', () => {
  it('is not ready, and says which part it is; why, only to admins', async () => {
    const lost = await TestApp.start();
    try {
      await lost.key('admin');
      await lost.service.app.get(EventStore).close();
      const anonymous = await lost.get('/api/ready', { as: null });
      expect(anonymous).toMatchObject({ status: 503, body: { code: 'not-ready', detail: 'Away: the log.' } });
      const admin = await lost.get('/api/ready');
      expect(admin.body['detail']).toMatch(/^Away: the log\. .*closed/);
      expect((await lost.get('/api/health', { as: null })).status).toBe(200);
    } finally {
      await lost.stop();
    }
  });
});
