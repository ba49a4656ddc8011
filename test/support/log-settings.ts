import { randomUUID } from 'node:crypto';

/** The KurrentDB in which the services of this run keep their logs; without one they are in PostgreSQL. */
export const KURRENTDB = process.env['KURRENTDB_URL']?.trim() || null;

/** Settings for a log of a test's own. Nothing can be removed from a KurrentDB, so there each has streams of its own. */
export const newLogSettings = () => ({
  KURRENTDB_URL: KURRENTDB ?? '',
  KURRENTDB_PREFIX: KURRENTDB ? `test${randomUUID().slice(0, 8)}.` : '',
});
