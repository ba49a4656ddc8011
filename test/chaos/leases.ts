import type { Pool } from 'pg';

/** What half a minute does to the keys of requests whose service died under them: they may be sent again. */
export async function leasesRunOut(pool: Pool): Promise<void> {
  await pool.query(`update access.idempotency_keys set leased_until = '-infinity' where status is null`);
}
