import type { Pool } from 'pg';

/**
 * Has half a minute pass in a moment, again and again, for the keys of requests whose service or database died under them:
 * they may be sent again. Answers how to end it.
 */
export function leasesRunOut(pool: Pool): () => void {
  const expire = `update access.idempotency_keys set leased_until = '-infinity' where status is null`;
  const ticking = setInterval(() => void pool.query(expire).catch(() => undefined), 100);
  return () => clearInterval(ticking);
}
