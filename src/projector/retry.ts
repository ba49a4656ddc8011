import { types } from 'node:util';
import { StoreUnavailable } from '../event-store/errors.js';

/** PostgreSQL error classes and codes that pass by themselves: lost connections, full disks, restarts, deadlocks. */
const PASSING = /^(08|53|57P0|55P03$|40001$|40P01$|25006$)/;
const LOST = /^(ECONN|EPIPE|ETIMEDOUT|ENOENT$|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)/;

/** Whether the failure is of the surroundings, so that the same work may well succeed later. */
export function isOutage(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return true;
  // Not instanceof: what Node itself throws is made elsewhere than where this runs, in tests at least.
  if (!types.isNativeError(error)) return false;
  const { code, errors } = error as { code?: unknown; errors?: unknown };
  if (Array.isArray(errors)) return errors.some(isOutage);
  if (typeof code === 'string') return PASSING.test(code) || LOST.test(code);
  // pg has no code for these.
  return /connection terminated|connection ended|not queryable|timeout exceeded when trying to connect/i.test(
    error.message,
  );
}
