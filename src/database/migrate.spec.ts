import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { emptyDatabase } from '../../test/support/database.js';
import { createDataSource } from './data-source.js';
import { migrate, MigrationLockBusy, pendingMigrations, underMigrationLock } from './migrate.js';

/** Slow enough for others to come in between, and an error if it runs twice. */
class Tables1700000000001 implements MigrationInterface {
  readonly name = 'Tables1700000000001';

  async up(queryRunner: QueryRunner) {
    await queryRunner.query('create table ran (id int primary key)');
    await queryRunner.query('select pg_sleep(0.2)');
    await queryRunner.query('insert into ran values (1)');
  }

  async down() {}
}

class Index1700000000002 implements MigrationInterface {
  readonly name = 'Index1700000000002';
  readonly transaction = false;

  async up(queryRunner: QueryRunner) {
    await queryRunner.query('create index concurrently ran_id on ran (id)');
  }

  async down() {}
}

class Broken1700000000003 implements MigrationInterface {
  readonly name = 'Broken1700000000003';

  async up(queryRunner: QueryRunner) {
    await queryRunner.query('create table half (id int)');
    await queryRunner.query('select no_such_function()');
  }

  async down() {}
}

const good = [Tables1700000000001, Index1700000000002];

describe('Migrations', () => {
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  let open: DataSource[];

  beforeEach(async () => {
    database = await emptyDatabase();
    open = [];
  });

  afterEach(async () => {
    await Promise.all(open.map((dataSource) => dataSource.destroy()));
    await database.drop();
  });

  async function anInstance(migrations: (new () => MigrationInterface)[] = good): Promise<DataSource> {
    const dataSource = await createDataSource(database.url, { migrations, poolSize: 3 }).initialize();
    open.push(dataSource);
    return dataSource;
  }

  it('are pending until they are run, and then run no more', async () => {
    const instance = await anInstance();
    expect(await pendingMigrations(instance)).toEqual(good.map(({ name }) => name));
    expect(await migrate(instance)).toEqual(good.map(({ name }) => name));
    expect(await pendingMigrations(instance)).toEqual([]);
    expect(await migrate(instance)).toEqual([]);
  });

  it('run once when several instances start together', async () => {
    const instances = await Promise.all([anInstance(), anInstance(), anInstance(), anInstance()]);
    const ran = await Promise.all(instances.map(migrate));

    expect(ran.flat()).toEqual(good.map(({ name }) => name));
    expect(await instances[0]!.query('select id from ran')).toEqual([{ id: 1 }]);
  });

  it('leave nothing behind when they fail, and the lock is free for the next attempt', async () => {
    const instance = await anInstance([...good, Broken1700000000003]);
    await expect(migrate(instance)).rejects.toThrow(/no_such_function/);

    const [table] = (await instance.query(`select to_regclass('half') as half`)) as { half: string | null }[];
    expect(table?.half).toBeNull();
    expect(await pendingMigrations(instance)).toEqual(['Broken1700000000003']);
    expect(await migrate(await anInstance(good))).toEqual([]);
  });

  it('wait for another instance, and say so when it takes too long', async () => {
    const [holder, waiter] = await Promise.all([anInstance(), anInstance()]);
    await underMigrationLock(holder, async () => {
      const waiting = underMigrationLock(waiter, async () => 'done', 100);
      await expect(waiting).rejects.toThrow(MigrationLockBusy);
    });
    expect(await underMigrationLock(waiter, async () => 'done', 100)).toBe('done');
  });
});
