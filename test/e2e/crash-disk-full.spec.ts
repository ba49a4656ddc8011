import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StoreUnavailable } from '../../src/event-store/errors.js';
import type { NewEvent } from '../../src/event-store/event-store.js';
import { PostgresEventStore } from '../../src/event-store/postgres/postgres-event-store.js';
import { newEvents } from '../contract/a-new-event.js';
import { allPages } from '../contract/reading.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { describeInPostgres } from '../support/in-postgres.js';

/** A disk of a few megabytes in memory, where we may have one. */
function tinyDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'sijil-tiny-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'sijil-tiny', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
}

const disk = process.getuid?.() === 0 ? tinyDisk() : null;
const withDisk = disk ? it : it.skip;
const why = disk ? '' : ' (skipped: no file system can be mounted here)';

let database: TestDatabase;
let store: PostgresEventStore;

beforeEach(async () => {
  database = await testDatabase();
  store = new PostgresEventStore({ connectionString: database.url });
});
afterEach(async () => {
  await store.close();
  await database.drop();
});
afterAll(() => {
  if (!disk) return;
  execFileSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true });
});

/** Text that cannot be compressed, or the disk would never be full. */
const large = (): NewEvent[] => newEvents(4, { data: { text: randomBytes(1_000).toString('hex') } });

/** Appends to one stream until the disk is full; answers what was acknowledged and what was not. */
async function untilFull() {
  const acknowledged: NewEvent[] = [];
  for (let turn = 0; turn < 2_000; turn += 1) {
    const events = large();
    try {
      await store.append('report-full', acknowledged.length === 0 ? 'none' : acknowledged.length - 1, events);
    } catch (error) {
      return { acknowledged, refused: events, error };
    }
    acknowledged.push(...events);
  }
  throw new Error('The disk was never full.');
}

async function expectAsAcknowledged(acknowledged: readonly NewEvent[]): Promise<void> {
  const events = await allPages(store);
  expect(events.map(({ eventId }) => eventId)).toEqual(acknowledged.map(({ eventId }) => eventId));
  expect(events.map(({ revision }) => revision)).toEqual(acknowledged.map((_, revision) => revision));
}

describeInPostgres('a disk that is full', () => {
  withDisk(
    `refuses the append as unavailable, keeps what was acknowledged, and goes on when there is room${why}`,
    async () => {
      const { rows } = await database.pool.query<{ folder: string }>(
        `select current_setting('data_directory') as folder`,
      );
      const { uid, gid } = statSync(rows[0]!.folder);
      chownSync(disk!, uid, gid);
      const space = `tiny_${process.pid}`;
      await database.pool.query(`create tablespace ${space} location '${disk}'`);
      try {
        await database.pool.query(`alter table events set tablespace ${space}`);
        const { acknowledged, refused, error } = await untilFull();
        expect(error).toBeInstanceOf(StoreUnavailable);
        expect(String(error)).toMatch(/No space left on device/);
        expect(acknowledged.length).toBeGreaterThan(100);
        await expectAsAcknowledged(acknowledged);

        execFileSync('mount', ['-o', 'remount,size=32m', disk!]);
        const at = acknowledged.length - 1;
        expect(await store.append('report-full', at, refused)).toMatchObject({ revision: at + 4, repeated: false });
        await expectAsAcknowledged([...acknowledged, ...refused]);
      } finally {
        await database.pool.query(`alter table events set tablespace pg_default`);
        await database.pool.query(`drop tablespace ${space}`);
      }
    },
  );

  it('in the middle of an append leaves nothing of it, wherever the room ran out', async () => {
    await database.pool.query(`
      create function no_room() returns trigger language plpgsql as $$
      begin
        raise exception 'could not extend file: No space left on device' using errcode = '53100';
      end $$;
      create trigger no_room before insert on events for each row when (new.revision >= 10) execute function no_room()`);
    const { acknowledged, refused, error } = await untilFull();
    expect(error).toBeInstanceOf(StoreUnavailable);
    expect(acknowledged).toHaveLength(8);
    await expectAsAcknowledged(acknowledged);
    await expect(store.append('report-full', 7, refused)).rejects.toThrow(StoreUnavailable);

    await database.pool.query('drop trigger no_room on events');
    expect(await store.append('report-full', 7, refused)).toMatchObject({ revision: 11, repeated: false });
    await expectAsAcknowledged([...acknowledged, ...refused]);
  });
});
