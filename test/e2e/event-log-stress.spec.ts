import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { PostgresEventStore } from '../../src/event-store/postgres/postgres-event-store.js';
import { NaiveReader } from '../contract/naive-reader.js';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { itInPostgres } from '../support/in-postgres.js';

const WRITERS = 24;
const DURATION_MS = 5_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** Appends in transactions that stay open for a while, a third of which come to nothing. */
async function write(stop: AbortSignal): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  while (!stop.aborted) {
    await client.query('begin');
    await client.query("select append_event($1, null, $2, 'StatementIssued', '{}', '{}')", [
      `s-${randomUUID()}`,
      randomUUID(),
    ]);
    await pause(Math.random() < 0.05 ? 60 * Math.random() : 6 * Math.random());
    await client.query(Math.random() < 1 / 3 ? 'rollback' : 'commit');
    await pause(4 * Math.random());
  }
  await client.end();
}

async function readNaively(reader: NaiveReader, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await reader.read();
    await pause(1);
  }
}

itInPostgres(
  'loses and reorders nothing while 24 writers commit out of order, where a naive reader loses events',
  async () => {
    const store = new PostgresEventStore({ connectionString: database.url }, { pollMs: 20 });
    const writing = new AbortController();
    const reading = new AbortController();
    const naive = new NaiveReader(database.pool);
    const ours: string[] = [];

    const readingNaively = readNaively(naive, reading.signal);
    const readingOurs = (async () => {
      for await (const message of store.subscribe({ after: null, signal: reading.signal })) {
        if (message.kind === 'event') ours.push(message.event.eventId);
      }
    })();
    const elsewhere = database.pool.query(
      'create table elsewhere as select n, md5(n::text) from generate_series(1, 1000000) n',
    );
    const writers = Array.from({ length: WRITERS }, () => write(writing.signal));

    await pause(DURATION_MS);
    writing.abort();
    await Promise.all([...writers, elsewhere]);

    const { rows } = await database.pool.query<{ event_id: string }>('select event_id from events order by position');
    const truth = rows.map((row) => row.event_id);
    for (let waits = 0; ours.length < truth.length && waits < 200; waits += 1) await pause(20);
    await naive.read();
    reading.abort();
    await Promise.all([readingOurs, readingNaively]);
    await store.close();

    expect(truth.length).toBeGreaterThan(1_000);
    expect(ours).toEqual(truth);
    expect(truth.length - new Set(naive.seen).size).toBeGreaterThan(0);
  },
);
