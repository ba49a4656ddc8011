import type { DataSource } from 'typeorm';
import { MemoryEventStore } from '../../event-store/memory/memory-event-store.js';
import { StoreUnavailable } from '../../event-store/errors.js';
import type { Blocker } from '../../event-store/log-condition.js';
import type { ProjectionStatus } from '../../projector/projection-status.js';
import type { Projector } from '../../projector/projector.js';
import { inTime, Readiness } from './readiness.js';

const live: ProjectionStatus = {
  projection: 'register',
  state: 'live',
  checkpoint: null,
  head: null,
  lagMs: 0,
  error: null,
  stop: null,
};
const blocker = { pid: 7, heldMs: 60_000 } as Blocker;

let log: MemoryEventStore;
let query: () => Promise<unknown>;
let statuses: readonly ProjectionStatus[];

beforeEach(() => {
  log = new MemoryEventStore();
  query = async () => [];
  statuses = [live];
});

const look = () =>
  new Readiness({ query: () => query() } as unknown as DataSource, log, {
    status: async () => statuses,
  } as unknown as Projector).look();

function heldBack(lagMs: number): void {
  log.condition = async () => ({ lagMs, blockers: [blocker], reconnections: 0 });
}

describe('one look', () => {
  it('finds all well', async () => {
    expect(await look()).toMatchObject({
      parts: { database: 'well', log: 'well', projections: 'well' },
      log: { head: null },
      failures: [],
    });
  });

  it('finds a database away, and says why', async () => {
    query = () => Promise.reject(Object.assign(new Error(''), { code: 'ECONNREFUSED' }));
    expect(await look()).toMatchObject({ parts: { database: 'away', log: 'well' }, failures: ['ECONNREFUSED'] });
  });

  it('finds a log away', async () => {
    await log.close();
    expect(await look()).toMatchObject({ parts: { database: 'well', log: 'away' }, failures: ['The log is closed.'] });
  });

  it('takes a log whose head nobody can tell for held back while a writer is in the way, not for away', async () => {
    log.head = () => Promise.reject(new StoreUnavailable('the head cannot be told yet'));
    heldBack(1_000);
    expect(await look()).toMatchObject({ parts: { log: 'held-back' }, log: { blockers: [blocker] }, failures: [] });
  });

  it('takes no ordinary write for a hindrance', async () => {
    heldBack(3);
    expect((await look()).parts.log).toBe('well');
  });

  it.each([
    ['stopped', { state: 'stopped' }, 'stopped'],
    ['behind for long', { state: 'catching-up', lagMs: 60_000 }, 'behind'],
    ['behind for a moment', { state: 'catching-up', lagMs: 200 }, 'well'],
  ] as const)('tells of a projection that is %s', async (_what, over, expected) => {
    statuses = [live, { ...live, ...over }];
    expect((await look()).parts.projections).toBe(expected);
  });
});

it('who does not answer is not waited for', async () => {
  const never = new Promise<never>(() => undefined);
  expect(await inTime('The log', never, 20)).toEqual({ failure: 'The log has not answered within 0.02 s.' });
});
