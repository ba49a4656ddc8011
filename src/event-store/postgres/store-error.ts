import { types } from 'node:util';
import { DatabaseError } from 'pg';
import { StoreUnavailable } from '../errors.js';

/** SQLSTATE classes in which the server is there but does not serve us, and single codes that mean the same. */
const UNAVAILABLE = /^(?:08|28|53|57P|58|3D000|25006)/;

/** What went wrong, as the port says it: everything that is the connection's or the server's fault is a {@link StoreUnavailable}. */
export function storeError(error: unknown): unknown {
  if (error instanceof StoreUnavailable) return error;
  if (error instanceof DatabaseError && !UNAVAILABLE.test(error.code ?? '')) return error;
  // A TypeError or RangeError is our own mistake.
  if (!types.isNativeError(error) || ['TypeError', 'RangeError'].includes(error.name)) return error;
  // A refused connection to several addresses comes as an AggregateError without a message.
  const reason = error.message || (error as NodeJS.ErrnoException).code || error.name;
  return new StoreUnavailable(`The log's database is not available: ${reason}`, { cause: error });
}

/** Two appends ran into each other; run again, the later one sees what the earlier one did. */
export function isCollision(error: unknown): boolean {
  return error instanceof DatabaseError && ['23505', '40001', '40P01'].includes(error.code ?? '');
}
