import { Settings } from './config.js';
import { IN_FILES } from './secret-files.js';

type Name = Exclude<keyof Settings, symbol | number> | 'DATABASE_PASSWORD';

/** What each setting means, in one line; one that is missing here does not compile. */
export const MEANS: Readonly<Record<Name, string>> = {
  DATABASE_URL: 'a PostgreSQL of your own; without it the embedded one in DATA_DIR',
  DATABASE_PASSWORD: 'the password that belongs to DATABASE_URL, where that has none',
  DATA_DIR: 'where the embedded database and the first key are',
  KURRENTDB_URL: 'the log is in KurrentDB instead of the database',
  KURRENTDB_PREFIX: 'put before the names of the streams there, so that several registers can share a server',
  HOST: 'the address to listen at; 0.0.0.0 for all of them',
  PORT: 'the port to listen at; 0 for any that is free',
  PUBLIC_READ: 'whether anybody may read what is public, without a key',
  RATE_LIMIT: 'requests a minute that one key may make; 0 for any number',
  RATE_LIMIT_ANONYMOUS: 'requests a minute that one address may make without a key; 0 for any number',
  REQUEST_TIMEOUT: 'seconds within which the whole of a request must have come',
  CORS_ORIGINS: 'origins, with commas between them, whose pages may ask from a browser; * for all',
  TRUST_PROXY: 'addresses of your own proxies, which are believed about whom a request comes from',
  LOG_LEVEL: 'the least weight of what is logged: fatal, error, warn, log, debug or verbose',
};

/** Every setting with what it means and what it is unless set. */
export function settingsHelp(): string {
  const unset: Readonly<Record<string, unknown>> = { ...new Settings({}) };
  const lines = Object.entries(MEANS).map(([name, means]) => `  ${name.padEnd(22)}${means}${usually(unset[name])}`);
  const files = IN_FILES.map((name) => `${name}_FILE`).join(', ');
  return ['Settings come from the environment:', ...lines, `Secrets may be in files: ${files} name them.`].join('\n');
}

const usually = (value: unknown): string =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? '' : ` (${String(value)})`;
