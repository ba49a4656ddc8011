import { ConsoleLogger, Logger } from '@nestjs/common';
import type { Pool } from 'pg';
import { aNewEvent } from '../../test/contract/a-new-event.js';
import { append } from '../../test/support/appending.js';
import { anErasure, aStatement } from '../../test/support/builders.js';
import { testDatabase, type TestDatabase } from '../../test/support/database.js';
import { eventually } from '../../test/support/eventually.js';
import type { ReadAll } from '../event-store/event-store.js';
import { StoreUnavailable } from '../event-store/errors.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import { PostgresVault } from '../vault/index.js';
import { ErasureSweep } from './erasure-sweep.js';
import { SweepsErasures } from './sweeps-erasures.js';

const PASSAGE = '01986f2e-0000-7000-8000-00000000000';
const passage = (n: number) => ({
  id: `${PASSAGE}${n}`,
  text: { lang: 'en', value: `words ${n}` },
  salt: Buffer.alloc(16),
  hash: `sha256:${'0'.repeat(64)}`,
});
const erasure = (n: number) => anErasure('statement-s', `${PASSAGE}${n}`);

let database: TestDatabase;
let log: MemoryEventStore;
let vault: PostgresVault;

/** The log after a crash: the erasures are in it, the words are still there. */
beforeEach(async () => {
  database = await testDatabase();
  log = new MemoryEventStore();
  vault = new PostgresVault(database.pool);
  await vault.put([1, 2, 3].map(passage));
  await append(log, [aStatement({ statementId: 's' }), erasure(1)]);
});
afterEach(() => database.drop());

const sweep = (signal?: AbortSignal) => new ErasureSweep(log, vault, database.pool).run(signal);

/** One that no release yet can read, as stored event 3. */
const unreadable = () => {
  const metadata = { schemaVersion: '999', recordedAt: '2024-01-01T00:00:00Z', recordedBy: 'later' };
  return log.append('statement-s', 1, [aNewEvent({ type: 'PassageErased', data: {}, metadata })]);
};
const words = async () => [...(await vault.read([1, 2, 3].map((n) => `${PASSAGE}${n}`))).values()];

describe('a sweep', () => {
  it('empties what the log says was erased, with the reason, and nothing else', async () => {
    expect(await sweep()).toBe(1);
    expect(await words()).toEqual([{ withheld: 'consent' }, passage(2).text, passage(3).text]);
  });

  it('goes on where the last one ended, and reads nothing twice', async () => {
    await sweep();
    const looks: (string | null)[] = [];
    const readAll = log.readAll.bind(log);
    log.readAll = (read: ReadAll) => {
      looks.push(read.after);
      return readAll(read);
    };
    const end = await log.head();
    await append(log, [erasure(2)], 2);
    expect(await sweep()).toBe(1);
    expect(looks).toEqual([end]);
    expect(await words()).toEqual([{ withheld: 'consent' }, { withheld: 'consent' }, passage(3).text]);
    expect(await sweep()).toBe(0);
  });

  it('that was interrupted leaves its work to the next one', async () => {
    expect(await sweep(AbortSignal.abort())).toBe(0);
    const { readAll } = log;
    log.readAll = () => Promise.reject(new StoreUnavailable('away'));
    await expect(sweep()).rejects.toThrow('away');
    log.readAll = readAll;
    expect(await sweep()).toBe(1);
  });

  it('goes past an erasure that it cannot read, and the next process tries that one again', async () => {
    const { position } = await unreadable();
    await append(log, [erasure(2)], 3);
    const looks: (string | null)[] = [];
    const readAll = log.readAll.bind(log);
    log.readAll = (read: ReadAll) => {
      looks.push(read.after);
      return readAll(read);
    };
    const process = new ErasureSweep(log, vault, database.pool);
    expect(await process.run()).toBe(2);
    expect(await process.run()).toBe(0);
    expect(process.unread.map((one) => one.position)).toEqual([position]);
    expect(looks).toEqual([null, await log.head()]);

    const next = new ErasureSweep(log, vault, database.pool);
    await next.run();
    expect(next.unread.map((one) => one.position)).toEqual([position]);
  });

  it('names an erasure that it cannot read in the log of the service, by its place alone', async () => {
    const { position } = await unreadable();
    const lines: string[] = [];
    const note = (line: string) => void lines.push(line);
    Logger.overrideLogger({ log: note, warn: note, error: note });
    const sweeps = new SweepsErasures(log, vault, database.pool as Pool);
    sweeps.onApplicationBootstrap();
    try {
      await eventually(async () => expect(lines).toHaveLength(2));
    } finally {
      await sweeps.beforeApplicationShutdown();
      Logger.overrideLogger(new ConsoleLogger());
    }
    expect(lines[1]).toContain(`The erasure at ${position} cannot be read`);
    expect(lines.join()).not.toContain('statement-s');
  });
});
