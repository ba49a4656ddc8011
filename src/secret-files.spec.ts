import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigInvalid, readConfig } from './config.js';

describe('secrets in files', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'sijil-secrets-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function secret(text: string): string {
    const file = join(folder, `secret-${Math.random()}`);
    writeFileSync(file, text);
    return file;
  }

  it('are read as if they stood in the environment, without the line end an editor adds', () => {
    const DATABASE_URL_FILE = secret('postgres://me:secret@db/sijil\n');
    const KURRENTDB_URL_FILE = secret('kurrentdb://admin:secret@log:2113\n');
    expect(readConfig({ DATABASE_URL_FILE, KURRENTDB_URL_FILE })).toMatchObject({
      databaseUrl: 'postgres://me:secret@db/sijil',
      kurrentUrl: 'kurrentdb://admin:secret@log:2113',
    });
  });

  it('put a password, whatever is in it, into the address of the database', () => {
    const DATABASE_PASSWORD_FILE = secret('p@ss/w:ord%#\n');
    const { databaseUrl } = readConfig({ DATABASE_URL: 'postgres://me@db:5432/sijil', DATABASE_PASSWORD_FILE });
    expect(databaseUrl).toBe('postgres://me:p%40ss%2Fw%3Aord%25%23@db:5432/sijil');
    expect(decodeURIComponent(new URL(databaseUrl!).password)).toBe('p@ss/w:ord%#');
  });

  it.each([
    ['is not there', { DATABASE_URL_FILE: '/nowhere/secret' }, /DATABASE_URL_FILE names \/nowhere\/secret.*ENOENT/],
    ['belongs to nothing', { DATABASE_PASSWORD: 'hush' }, /without a DATABASE_URL/],
    ['is given twice', { DATABASE_URL: 'postgres://db/x', DATABASE_URL_FILE: '/hush' }, /both set/],
    ['is two', { DATABASE_URL: 'postgres://a:hush@db/x', DATABASE_PASSWORD: 'hush' }, /and no password/],
  ])('are refused where one %s, and never shown', (_, environment, problem) => {
    expect(problemsOf(environment)).toMatch(problem);
    expect(problemsOf(environment).replace('/hush', '')).not.toContain('hush');
  });

  it('are refused where a file is empty', () => {
    expect(problemsOf({ DATABASE_URL_FILE: secret('\n') })).toMatch(/which is empty/);
  });
});

function problemsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigInvalid) return error.message;
    throw error;
  }
  throw new Error('These settings were accepted.');
}
