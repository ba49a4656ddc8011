import type { Pool } from 'pg';
import { v4 as uuid } from 'uuid';
import type { Appended } from '../../commands/decision-log.js';
import { IdempotencyKeyReused } from '../../commands/decision-log-errors.js';
import { InFlight } from './errors.js';

/** A request that is being answered under this key. */
export interface Claim {
  readonly kind: 'mine';
  readonly principal: string;
  readonly key: string;
  readonly lease: string;
}

export interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  readonly answer: Appended;
}

interface Row {
  readonly request: Buffer;
  readonly status: number | null;
  readonly answer: Appended | null;
}

/** How long a request that does not come to an end holds its key: longer than any takes, short enough after a crash. */
const LEASE_SECONDS = 30;

/** The writes that were answered, by the sender's `Idempotency-Key`. */
export class IdempotencyKeys {
  constructor(
    private readonly pool: Pool,
    private readonly leaseSeconds = LEASE_SECONDS,
  ) {}

  /** Takes the key for this request, or finds its answer. Throws {@link InFlight} or {@link IdempotencyKeyReused}. */
  async claim(principal: string, key: string, request: Buffer): Promise<Claim | Answered> {
    const lease = uuid();
    for (let tries = 0; tries < 3; tries += 1) {
      if (await this.take(principal, key, request, lease)) return { kind: 'mine', principal, key, lease };
      const row = await this.look(principal, key);
      if (!row) continue; // given back between our two looks
      if (!row.request.equals(request)) throw new IdempotencyKeyReused();
      if (row.status !== null && row.answer !== null)
        return { kind: 'answered', status: row.status, answer: row.answer };
    }
    throw new InFlight();
  }

  async settle({ principal, key }: Claim, status: number, answer: Appended): Promise<void> {
    await this.pool.query(
      `update access.idempotency_keys set status = $3, answer = $4, lease = null, leased_until = null
        where principal = $1 and key = $2`,
      [principal, key, status, JSON.stringify(answer)],
    );
  }

  /** Gives the key back, as if it had never been sent. */
  async release({ principal, key, lease }: Claim): Promise<void> {
    await this.pool.query(
      'delete from access.idempotency_keys where principal = $1 and key = $2 and lease = $3 and status is null',
      [principal, key, lease],
    );
  }

  /** Lets the same request try again at once; another one still may not use the key. */
  async expire({ principal, key, lease }: Claim): Promise<void> {
    await this.pool.query(
      `update access.idempotency_keys set leased_until = '-infinity' where principal = $1 and key = $2 and lease = $3`,
      [principal, key, lease],
    );
  }

  /** Answers are kept for a week; later repeats are found in the log itself. */
  async forgetOld(): Promise<void> {
    await this.pool.query(`delete from access.idempotency_keys where created_at < now() - interval '7 days'`);
  }

  private async take(principal: string, key: string, request: Buffer, lease: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `insert into access.idempotency_keys as kept (principal, key, request, lease, leased_until)
       values ($1, $2, $3, $4, now() + make_interval(secs => $5))
       on conflict (principal, key) do update set lease = excluded.lease, leased_until = excluded.leased_until
         where kept.status is null and kept.leased_until < now() and kept.request = excluded.request`,
      [principal, key, request, lease, this.leaseSeconds],
    );
    return rowCount === 1;
  }

  private async look(principal: string, key: string): Promise<Row | undefined> {
    const { rows } = await this.pool.query<Row>(
      'select request, status, answer from access.idempotency_keys where principal = $1 and key = $2',
      [principal, key],
    );
    return rows[0];
  }
}
