import { testDatabase, type TestDatabase } from '../../test/support/database.js';
import { hashOf, newSalt } from './hash.js';
import { MemoryVault } from './memory-vault.js';
import { PostgresVault } from './postgres-vault.js';
import { aVault } from '../../test/contract/vault.contract.js';

describe('in memory', () => {
  const vault = new MemoryVault();
  aVault(() => vault);
});

describe('in PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  aVault(() => new PostgresVault(database.pool));

  it('nothing of the words is left in the row of an erased passage but a digest, with its hash and the time of erasure', async () => {
    const vault = new PostgresVault(database.pool);
    const id = '01986f2e-0000-7000-8000-00000000000e';
    const [text, salt] = [{ lang: 'en', value: 'a name' }, newSalt()];
    await vault.put([{ id, text, salt, hash: hashOf(text, salt) }]);
    await vault.erase(id, 'protection');
    const { rows } = await database.pool.query('select * from vault.passages where id = $1', [id]);
    expect(rows).toEqual([
      {
        id,
        lang: 'en',
        value: null,
        translations: null,
        salt: null,
        hash: hashOf(text, salt),
        created_at: expect.any(Date),
        erased_at: expect.any(Date),
        erased_reason: 'protection',
        trace: expect.stringMatching(/^[0-9a-f]{64}:[0-9a-f]{64}$/),
      },
    ]);
  });
});

it('the hash does not depend on the order in which the fields were written, and cannot be told without the salt', () => {
  const salt = newSalt();
  expect(hashOf({ lang: 'en', value: 'words' }, salt)).toBe(hashOf({ value: 'words', lang: 'en' }, salt));
  expect(hashOf({ lang: 'en', value: 'words' }, salt)).not.toBe(hashOf({ lang: 'en', value: 'words' }, newSalt()));
});
