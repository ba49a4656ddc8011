import { KURRENTDB } from './log-settings.js';

const WHY = ' (skipped: KURRENTDB_URL is set, and this is about PostgreSQL alone)';

/** The name of a test about PostgreSQL alone, saying where it is skipped that it is, and why. */
export const inPostgres = (name: string): string => (KURRENTDB ? name + WHY : name);

/** `it` and `describe` for what is about PostgreSQL alone: skipped where the log is in KurrentDB. */
export const itInPostgres = KURRENTDB ? it.skip : it;
export const describeInPostgres = KURRENTDB ? describe.skip : describe;
