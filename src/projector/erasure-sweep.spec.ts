import { append } from '../../test/support/appending.js';
import { anErasure, aStatement } from '../../test/support/builders.js';
import { testDatabase, type TestDatabase } from '../../test/support/database.js';
import type { ReadAll } from '../event-store/event-store.js';
import { StoreUnavailable } from '../event-store/errors.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import { PostgresVault } from '../vault/index.js';
import { sweepErasures } from './erasure-sweep.js';

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

const sweep = (signal?: AbortSignal) => sweepErasures(log, vault, database.pool, signal);
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
});
