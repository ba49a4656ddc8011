import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateBy,
  validateSync,
} from 'class-validator';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { settleSecrets } from './secret-files.js';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

type Environment = Readonly<Record<string, string | undefined>>;

/** What can be set from outside, under the names people set it by. */
export class Settings {
  @IsNotEmpty({ message: 'HOST must be the address to listen at, such as 127.0.0.1 or 0.0.0.0' })
  readonly HOST: string;

  @IsInt({ message: 'PORT must be a whole number from 0 to 65535 (0: any free port)' })
  @Min(0, { message: 'PORT must be a whole number from 0 to 65535 (0: any free port)' })
  @Max(65_535, { message: 'PORT must be a whole number from 0 to 65535 (0: any free port)' })
  readonly PORT: number;

  @IsNotEmpty({ message: 'DATA_DIR must be a folder, such as .sijil' })
  readonly DATA_DIR: string;

  @IsOptional()
  @Matches(/^postgres(ql)?:\/\/\S+$/, {
    message: 'DATABASE_URL must look like postgres://user:password@host:5432/database',
  })
  readonly DATABASE_URL: string | undefined;

  @IsOptional()
  @Matches(/^(kurrentdb|kurrent|kdb|esdb)(\+discover)?:\/\/\S+$/, {
    message: 'KURRENTDB_URL must look like kurrentdb://user:password@host:2113',
  })
  readonly KURRENTDB_URL: string | undefined;

  // No hyphen: what stands before the first one is the category.
  @Matches(/^([A-Za-z0-9][A-Za-z0-9._]{0,63})?$/, {
    message: 'KURRENTDB_PREFIX must be 1 to 64 of letters, digits, "." and "_", such as syria.',
  })
  readonly KURRENTDB_PREFIX: string;

  @IsBoolean({ message: 'PUBLIC_READ must be true or false' })
  readonly PUBLIC_READ: boolean | string;

  @IsInt({ message: 'RATE_LIMIT must be how many requests a minute a key may make, such as 6000 (0: any number)' })
  @Min(0, { message: 'RATE_LIMIT must be 0 or more' })
  readonly RATE_LIMIT: number;

  @IsInt({
    message:
      'RATE_LIMIT_ANONYMOUS must be how many requests a minute an address may make without a key (0: any number)',
  })
  @Min(0, { message: 'RATE_LIMIT_ANONYMOUS must be 0 or more' })
  readonly RATE_LIMIT_ANONYMOUS: number;

  @IsInt({ message: 'REQUEST_TIMEOUT must be the whole seconds within which a request must have come, such as 30' })
  @Min(1, { message: 'REQUEST_TIMEOUT must be 1 or more' })
  @Max(3600, { message: 'REQUEST_TIMEOUT must be 3600 or less' })
  readonly REQUEST_TIMEOUT: number;

  @ValidateBy({
    name: 'origins',
    validator: {
      validate: (origins: readonly string[]) => origins.every(isOrigin),
      defaultMessage: () =>
        'CORS_ORIGINS must be origins with commas between them, such as https://example.org,https://other.example, or *',
    },
  })
  readonly CORS_ORIGINS: readonly string[];

  @ValidateBy({
    name: 'proxies',
    validator: {
      validate: (proxies: readonly string[]) => proxies.every(isProxy),
      defaultMessage: () =>
        'TRUST_PROXY must be the addresses of your own proxies with commas between them, such as 10.0.0.0/8 or loopback; ' +
        'whoever is in it may say whom a request comes from',
    },
  })
  readonly TRUST_PROXY: readonly string[];

  @IsIn(LOG_LEVELS, { message: `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}` })
  readonly LOG_LEVEL: string;

  constructor(environment: Environment) {
    // An empty variable is one that is not set: that is how compose files and shells leave them.
    const given = (name: string) => environment[name]?.trim() || undefined;
    this.HOST = given('HOST') ?? '127.0.0.1';
    this.PORT = wholeNumber(given('PORT') ?? '4400');
    this.DATA_DIR = given('DATA_DIR') ?? '.sijil';
    this.DATABASE_URL = given('DATABASE_URL');
    this.KURRENTDB_URL = given('KURRENTDB_URL');
    this.KURRENTDB_PREFIX = given('KURRENTDB_PREFIX') ?? '';
    this.PUBLIC_READ = flag(given('PUBLIC_READ') ?? 'false');
    this.RATE_LIMIT = wholeNumber(given('RATE_LIMIT') ?? '6000');
    this.RATE_LIMIT_ANONYMOUS = wholeNumber(given('RATE_LIMIT_ANONYMOUS') ?? '600');
    this.REQUEST_TIMEOUT = wholeNumber(given('REQUEST_TIMEOUT') ?? '30');
    this.CORS_ORIGINS = listed(given('CORS_ORIGINS'));
    this.TRUST_PROXY = /^(false|no|off|0)$/i.test(given('TRUST_PROXY') ?? '') ? [] : listed(given('TRUST_PROXY'));
    this.LOG_LEVEL = given('LOG_LEVEL') ?? 'log';
  }
}

/** The service's settings, checked. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Where the embedded database and the first key are. */
  readonly dataFolder: string;
  /** A PostgreSQL of your own; without it the embedded one is used. */
  readonly databaseUrl: string | undefined;
  /** The KurrentDB that keeps the log; without it the log is in the database. */
  readonly kurrentUrl: string | undefined;
  /** Put before the name of each stream in KurrentDB, so that several registers can share a server; empty for one alone. */
  readonly kurrentPrefix: string;
  /** Whether those without a key may read what is public. */
  readonly publicRead: boolean;
  /** How many requests a minute are taken. */
  readonly rates: {
    /** From one key; 0 for as many as come. */
    readonly perKey: number;
    /** From one address without a valid key; 0 for as many as come. */
    readonly perAddress: number;
  };
  /** Seconds within which the whole of a request must have come. */
  readonly requestTimeout: number;
  /** Whose pages may ask us from a browser. */
  readonly corsOrigins: readonly string[];
  /** The proxies that are believed about whom a request comes from. */
  readonly trustProxy: readonly string[];
  readonly logLevel: LogLevel;
}

export class ConfigInvalid extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The settings cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** Reads the environment, here and nowhere else. Throws {@link ConfigInvalid}, which names everything that is wrong. */
export function readConfig(environment: Environment = process.env): Config {
  const secrets = settleSecrets(environment);
  const settings = new Settings(secrets.environment);
  const wrong = validateSync(settings).flatMap(({ constraints = {} }) => Object.values(constraints).slice(0, 1));
  const problems = [...secrets.problems, ...wrong];
  if (problems.length > 0) throw new ConfigInvalid(problems);
  return {
    host: settings.HOST,
    port: settings.PORT,
    dataFolder: resolve(settings.DATA_DIR),
    databaseUrl: settings.DATABASE_URL,
    kurrentUrl: settings.KURRENTDB_URL,
    kurrentPrefix: settings.KURRENTDB_PREFIX,
    publicRead: settings.PUBLIC_READ === true,
    rates: { perKey: settings.RATE_LIMIT, perAddress: settings.RATE_LIMIT_ANONYMOUS },
    requestTimeout: settings.REQUEST_TIMEOUT,
    corsOrigins: settings.CORS_ORIGINS,
    trustProxy: settings.TRUST_PROXY,
    logLevel: settings.LOG_LEVEL as LogLevel,
  };
}

const listed = (text = ''): readonly string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

const isOrigin = (text: string): boolean =>
  text === '*' || (/^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text);

/** An address, a range of addresses, or one of the names that the web server knows. */
function isProxy(text: string): boolean {
  if (/^(loopback|linklocal|uniquelocal)$/.test(text)) return true;
  const [address = '', bits] = text.split('/', 2);
  const family = isIP(address);
  return family !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)));
}

const wholeNumber = (text: string): number => (/^\d+$/.test(text) ? Number(text) : NaN);

function flag(text: string): boolean | string {
  if (/^(true|1|yes|on)$/i.test(text)) return true;
  return /^(false|0|no|off)$/i.test(text) ? false : text;
}
