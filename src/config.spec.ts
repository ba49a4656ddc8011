import { resolve } from 'node:path';
import { ConfigInvalid, readConfig } from './config.js';

describe('the settings', () => {
  it('need nothing to be set: then only this machine is served, from a database of our own, to nobody without a key', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4400,
      dataFolder: resolve('.sijil'),
      databaseUrl: undefined,
      kurrentUrl: undefined,
      kurrentPrefix: '',
      publicRead: false,
      rates: { perKey: 6000, perAddress: 600 },
      requestTimeout: 30,
      corsOrigins: [],
      trustProxy: [],
      logLevel: 'log',
    });
  });

  it('treat an empty variable as one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(readConfig({}));
  });

  it('name everything that is wrong at once', () => {
    const wrong = {
      PORT: '80a',
      DATABASE_URL: 'mysql://x',
      PUBLIC_READ: 'maybe',
      LOG_LEVEL: 'loud',
      KURRENTDB_URL: 'http://x',
    };
    const problems = refused(wrong);
    expect(problems).toHaveLength(5);
    for (const name of Object.keys(wrong)) expect(problems.some((problem) => problem.startsWith(name))).toBe(true);
  });

  it('never repeat a password that is in them', () => {
    expect(refused({ DATABASE_URL: 'http://me:secret@host' }).join()).not.toContain('secret');
  });

  it.each(['-1', '65536', '1.5', 'NaN'])('refuse the port %s', (PORT) => {
    expect(refused({ PORT })).toHaveLength(1);
  });

  it.each([
    ['1', true],
    ['YES', true],
    ['off', false],
  ])('read PUBLIC_READ=%s as %s', (PUBLIC_READ, expected) => {
    expect(readConfig({ PUBLIC_READ }).publicRead).toBe(expected);
  });
});

describe('the prefix of streams in KurrentDB', () => {
  it('is empty unless set', () => {
    expect(readConfig({ KURRENTDB_PREFIX: 'syria.' }).kurrentPrefix).toBe('syria.');
    expect(readConfig({ KURRENTDB_PREFIX: ' ' }).kurrentPrefix).toBe('');
  });

  it.each(['a-b', '$all', '.', 'a b', 'é', 'x'.repeat(65)])('cannot be %s', (KURRENTDB_PREFIX) => {
    expect(refused({ KURRENTDB_PREFIX })).toEqual([expect.stringContaining('KURRENTDB_PREFIX')]);
  });
});

describe('what is set about those who ask', () => {
  it('are origins, proxies and rates', () => {
    const set = {
      CORS_ORIGINS: 'https://example.org, http://localhost:3000',
      TRUST_PROXY: 'loopback, 10.0.0.0/8,::1',
      RATE_LIMIT: '0',
      RATE_LIMIT_ANONYMOUS: '10',
      REQUEST_TIMEOUT: '5',
    };
    expect(readConfig(set)).toMatchObject({
      corsOrigins: ['https://example.org', 'http://localhost:3000'],
      trustProxy: ['loopback', '10.0.0.0/8', '::1'],
      rates: { perKey: 0, perAddress: 10 },
      requestTimeout: 5,
    });
    expect(readConfig({ TRUST_PROXY: 'false' }).trustProxy).toEqual([]);
  });

  it.each([
    ['CORS_ORIGINS', 'https://example.org/path'],
    ['CORS_ORIGINS', 'example.org'],
    ['CORS_ORIGINS', 'null'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['RATE_LIMIT', 'many'],
    ['RATE_LIMIT_ANONYMOUS', '-1'],
    ['REQUEST_TIMEOUT', '0'],
  ])('are refused where they cannot be: %s=%s', (name, value) => {
    expect(refused({ [name]: value })[0]).toContain(name);
  });
});

function refused(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigInvalid) return error.problems;
    throw error;
  }
  throw new Error('These settings were accepted.');
}
