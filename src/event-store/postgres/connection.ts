import type pg from 'pg';

/**
 * The planner is told to use the indexes. A statement prepared while the log was nearly empty would otherwise go on
 * scanning the whole table long after it has grown.
 */
const SESSION = [
  '-c enable_seqscan=off',
  '-c enable_bitmapscan=off',
  '-c enable_sort=off',
  '-c jit=off',
  '-c default_transaction_isolation=read\\ committed',
].join(' ');

/** The caller's connection with what the log needs of every session. */
export function logConnection(config: pg.PoolConfig): pg.PoolConfig {
  return {
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    ...config,
    options: [config.options, SESSION].filter(Boolean).join(' '),
  };
}
