import { KURRENTDB } from './log-settings.js';

const WHY = ' (skipped: the log is in KurrentDB, and this is about PostgreSQL alone)';

/** `describe` for what is about PostgreSQL alone: skipped, and named so, where the log is in KurrentDB. */
export const describeInPostgres = (name: string, work: () => void): void =>
  KURRENTDB ? describe.skip(name + WHY, work) : describe(name, work);

/** `it` for what is about PostgreSQL alone. */
export const itInPostgres = (name: string, work: () => Promise<void>, timeout?: number): void =>
  KURRENTDB ? it.skip(name + WHY, work) : it(name, work, timeout);
