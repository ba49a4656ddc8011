import pg from 'pg';
import { v7 as uuid } from 'uuid';
import type { EventStore, Expected, NewEvent } from '../src/event-store/event-store.js';
import { anEvent } from './an-act.js';
import { rateOf } from './rounds.js';

export const CLIENTS = 16;

/** Where the next event of a client goes. */
export type Target = (client: number) => { readonly stream: string; readonly expected: Expected };

/** Every event begins a stream, as acts do. */
export const newStreams = (): Target => () => ({ stream: `statement-${uuid()}`, expected: 'none' });

/** Every client goes on with a stream of its own. */
export function growingStreams(): Target {
  const lengths = new Map<number, number>();
  const run = uuid();
  return (client) => {
    const length = lengths.get(client) ?? 0;
    lengths.set(client, length + 1);
    return { stream: `incident-${client}-${run}`, expected: length === 0 ? 'none' : length - 1 };
  };
}

export const appends = (store: EventStore, target: Target, seconds: number): Promise<number> =>
  rateOf(CLIENTS, seconds, async (client) => {
    const { stream, expected } = target(client);
    await store.append(stream, expected, [anEvent()]);
    return 1;
  });

/** A table like the log's, with its columns and indexes and a sequence of its own, and nothing else. */
export class RawLog {
  private readonly pool: pg.Pool;

  constructor(url: string) {
    this.pool = new pg.Pool({ connectionString: url, max: CLIENTS, options: '-c synchronous_commit=on' });
  }

  async create(): Promise<void> {
    await this.pool.query('create sequence raw_position as bigint cache 1');
    await this.pool.query('create table raw_events (like events including all)');
    await this.pool.query(`alter table raw_events alter column position set default nextval('raw_position')`);
  }

  inserts(target: Target, seconds: number): Promise<number> {
    return rateOf(CLIENTS, seconds, async (client) => {
      const { stream, expected } = target(client);
      await this.insert(stream, expected === 'none' ? 0 : expected + 1, anEvent());
      return 1;
    });
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private async insert(stream: string, revision: number, { eventId, type, data, metadata }: NewEvent): Promise<void> {
    await this.pool.query({
      name: 'raw-insert',
      text: `insert into raw_events (stream, revision, event_id, type, data, metadata) values ($1, $2, $3, $4, $5, $6)`,
      values: [stream, revision, eventId, type, JSON.stringify(data), JSON.stringify(metadata)],
    });
  }
}
