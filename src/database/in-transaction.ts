import type pg from 'pg';

const BEGIN = {
  'read committed': 'begin',
  'repeatable read': 'begin isolation level repeatable read',
  snapshot: 'begin isolation level repeatable read read only',
} as const;

/** Does the work in one transaction: all of it, or, when it throws, none. A connection that was lost is not used again. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
  isolation: keyof typeof BEGIN = 'read committed',
): Promise<T> {
  return withClient(pool, (client) => transactionOn(client, () => work(client), isolation));
}

/** The same on a connection that the caller holds already. */
export async function transactionOn<T>(
  client: pg.ClientBase,
  work: () => Promise<T>,
  isolation: keyof typeof BEGIN = 'read committed',
): Promise<T> {
  await client.query(BEGIN[isolation]);
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    // Where this fails too the connection is gone, and the transaction with it.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Does the work on one connection of the pool, which goes back there unless it is broken. */
export async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let lost: Error | undefined;
  // A connection lost between two queries has nobody else to tell; the next query fails and says so.
  const onLoss = (error: Error): void => {
    lost = error;
  };
  client.on('error', onLoss);
  try {
    return await work(client);
  } finally {
    client.off('error', onLoss);
    client.release(lost);
  }
}
