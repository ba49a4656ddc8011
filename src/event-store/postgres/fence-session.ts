import { Client } from 'pg';
import type { ClientConfig } from 'pg';
import { StoreUnavailable } from '../errors.js';
import type { Position } from '../event-store.js';
import { positionOf } from '../position.js';

const ANSWER_WITHIN_MS = 10_000;

/** A transaction that has taken the lock every insert into the log takes. Prepared ones belong to no process. */
export interface Writer {
  readonly transaction: string;
  readonly pid: number | null;
  readonly prepared: boolean;
}

/** The one database session that looks at the head of the log. Each look is a statement, and a transaction, of its own. */
export class FenceSession {
  private constructor(
    private readonly client: Client,
    private readonly database: number,
    private readonly events: number,
    /** Process and start time: together they tell this session from any other, on this server or the next. */
    readonly pid: number,
    readonly startedAt: string,
  ) {}

  static async open(config: ClientConfig, lost: () => void): Promise<FenceSession> {
    const client = new Client({ ...config, query_timeout: ANSWER_WITHIN_MS, application_name: 'sijil log head' });
    client.on('error', lost);
    client.on('end', lost);
    try {
      await client.connect();
      const { rows } = await client.query<[number, number, number, string]>({
        text: `select datid, 'events'::regclass::oid, pid, extract(epoch from backend_start)::text
                 from pg_stat_get_activity(pg_backend_pid())`,
        rowMode: 'array',
      });
      return new FenceSession(client, ...rows[0]!);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  /** The last position drawn so far; refuses a standby, whose locks say nothing about the primary's writers. */
  async lastDrawn(): Promise<Position> {
    const { rows } = await this.client.query<[boolean, string]>({
      name: 'sijil-last-drawn',
      text: 'select pg_is_in_recovery(), last_value - case when is_called then 0 else 1 end from events_position',
      rowMode: 'array',
    });
    const [standby, last] = rows[0]!;
    if (standby) throw new StoreUnavailable('The log cannot be read from a standby; connect to the primary.');
    return positionOf(last);
  }

  /** Who may be between drawing a position and committing it. */
  async writers(): Promise<Writer[]> {
    const { rows } = await this.client.query<[string, number | null]>({
      name: 'sijil-writers',
      text: `select virtualtransaction, pid from pg_locks
              where locktype = 'relation' and database = $1 and relation = $2 and mode = 'RowExclusiveLock' and granted`,
      values: [this.database, this.events],
      rowMode: 'array',
    });
    return rows.map(([transaction, pid]) => ({ transaction, pid, prepared: pid === null }));
  }

  async end(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}
