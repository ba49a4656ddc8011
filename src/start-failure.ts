import { ConfigInvalid } from './config.js';
import { DatabaseUnreachable, DatabaseUnsuitable, MigrationLockBusy } from './database/index.js';
import { EmbeddedPostgresFailed } from './database/embedded-postgres/index.js';
import { StoreUnavailable } from './event-store/errors.js';
import { HistoryIncomplete } from './event-store/kurrent/errors.js';
import { ReadModelsOfAnotherLog } from './projector/errors.js';

/** Nobody can be answered at this address. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';

  constructor(host: string, port: number, cause: unknown) {
    const { code = String(cause) } = cause as NodeJS.ErrnoException;
    super(`Sijil cannot listen at ${host}, port ${port} (${code}). ${wayOut(code)}`, { cause });
  }
}

function wayOut(code: string): string {
  if (code === 'EADDRINUSE') return 'Another program does, perhaps another Sijil: stop it, or set PORT to a free port.';
  if (code === 'EACCES') return 'Its user may not use that port: set PORT to one above 1023.';
  return 'Set HOST to an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them.';
}

const EXPECTED = [
  ConfigInvalid,
  CannotListen,
  EmbeddedPostgresFailed,
  DatabaseUnreachable,
  DatabaseUnsuitable,
  MigrationLockBusy,
  StoreUnavailable,
  HistoryIncomplete,
  ReadModelsOfAnotherLog,
];

/** Why there is no service: what happens to those who run one, in words; a mistake of ours, with where it was made. */
export function startFailure(error: unknown): string {
  if (EXPECTED.some((kind) => error instanceof kind)) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
