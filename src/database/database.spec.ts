import { createServer, type AddressInfo } from 'node:net';
import { emptyDatabase, testCluster, testDatabase } from '../../test/support/database.js';
import { migrations } from '../../migrations/index.js';
import { createPool, openDatabase } from './database.js';
import { DatabaseUnreachable, DatabaseUnsuitable } from './errors.js';
import { pendingMigrations } from './migrate.js';

const nowhere = '/nonexistent/sijil';

describe('The database behind DATABASE_URL', () => {
  it('is used instead of the embedded one, by pool and data source alike, under our name', async () => {
    const { url, drop } = await emptyDatabase();
    const database = await openDatabase({ databaseUrl: url, folder: nowhere });
    const who = `select current_database() as name, current_setting('application_name') as application`;
    const expected = [{ name: decodeURIComponent(new URL(url).pathname.slice(1)), application: 'sijil' }];

    expect((await database.pool.query(who)).rows).toEqual(expected);
    expect(await database.dataSource.query(who)).toEqual(expected);
    expect(database.embedded).toBeNull();
    await database.close();
    await database.close();
    await drop();
  });

  it('is said to be unreachable when nobody listens there, without its password', async () => {
    const port = await aFreePort();
    const databaseUrl = `postgres://me:secret@127.0.0.1:${port}/register`;
    const refusal = await openDatabase({ databaseUrl, folder: nowhere }).catch((error: unknown) => error);

    expect(refusal).toBeInstanceOf(DatabaseUnreachable);
    expect(String(refusal)).toContain(`127.0.0.1:${port}/register`);
    expect(String(refusal)).toContain('ECONNREFUSED');
    expect(String(refusal)).not.toContain('secret');
  });

  it('is refused when its encoding cannot hold Arabic', async () => {
    const cluster = createPool(await testCluster(), 1);
    const name = `latin_${process.pid}`;
    await cluster.query(`create database ${name} encoding 'LATIN1' locale 'C' locale_provider libc template template0`);
    const { url, drop } = await emptyDatabase();
    const databaseUrl = url.replace(/[^/]*$/, name);

    await expect(openDatabase({ databaseUrl, folder: nowhere })).rejects.toThrow(DatabaseUnsuitable);

    await cluster.query(`drop database ${name}`);
    await cluster.end();
    await drop();
  });
});

describe('A database for a test', () => {
  it('has every migration, and is its own', async () => {
    const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
    await one.pool.query('create table only_here (id int)');

    expect(migrations.length).toBeGreaterThan(0);
    expect(await pendingMigrations(one.dataSource)).toEqual([]);
    await expect(other.pool.query('select from only_here')).rejects.toThrow(/only_here/);
    await Promise.all([one.drop(), other.drop()]);
  });

  it('survives the loss of an idle connection', async () => {
    const { pool, drop } = await testDatabase();
    const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
    const other = createPool(await testCluster(), 1);
    await other.query('select pg_terminate_backend($1, 5000)', [rows[0]!.pid]);
    await other.end();
    await new Promise((resolve) => setImmediate(resolve));

    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await drop();
  });
});

async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
