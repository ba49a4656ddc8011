import { jest } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../../test/support/database.js';
import { eventually } from '../../test/support/eventually.js';
import { ApiKeys } from './api-keys.js';
import { KeyNews } from './key-news.js';

let database: TestDatabase;
let here: ApiKeys;
let elsewhere: ApiKeys;
let news: KeyNews;

const listeners = () =>
  database.pool.query<{ pid: number }>(
    `select pid from pg_stat_activity
      where datname = current_database() and application_name = 'sijil key changes' and query like 'listen%'`,
  );
const listening = () =>
  eventually(async () => {
    const { rows } = await listeners();
    expect(rows).toHaveLength(1);
    return rows[0]!.pid;
  });

beforeEach(async () => {
  database = await testDatabase();
  [here, elsewhere] = [new ApiKeys(database.pool), new ApiKeys(database.pool)];
  news = new KeyNews({ connectionString: database.url }, here);
  // What is trusted does not end by itself in these tests: what is told here was heard.
  jest.spyOn(Date, 'now').mockReturnValue(Date.now());
});
afterEach(async () => {
  jest.restoreAllMocks();
  await news.close();
  await database.drop();
});

async function trustedKey() {
  const key = await elsewhere.create({ principal: 'maryam', role: 'reader' });
  expect(await here.holderOf(key.token)).toMatchObject({ id: 'maryam' });
  return key;
}

describe('a key that is revoked by another process', () => {
  it('ends here as soon as the word of it comes', async () => {
    news.start();
    await listening();
    const { prefix, token } = await trustedKey();
    const other = await trustedKey();
    await elsewhere.revoke(prefix);
    await eventually(async () => expect(await here.holderOf(token)).toBeNull());
    expect(await here.holderOf(other.token)).not.toBeNull();
  });

  it('is trusted a little longer where no word comes', async () => {
    const { prefix, token } = await trustedKey();
    await elsewhere.revoke(prefix);
    expect(await here.holderOf(token)).not.toBeNull();
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 2_001);
    expect(await here.holderOf(token)).toBeNull();
  });

  it('while nobody could hear has ended once somebody hears again', async () => {
    news.start();
    const pid = await listening();
    const { prefix, token } = await trustedKey();
    await database.pool.query('update access.api_keys set revoked_at = now() where prefix = $1', [prefix]);
    expect(await here.holderOf(token)).not.toBeNull();
    await database.pool.query('select pg_terminate_backend($1, 5000)', [pid]);
    await eventually(async () => expect(await here.holderOf(token)).toBeNull());
    expect(await listening()).not.toBe(pid);
  });

  it('in the middle of a look is not remembered from it', async () => {
    const { prefix, token } = await elsewhere.create({ principal: 'maryam', role: 'reader' });
    const looking = here.holderOf(token);
    here.forget(prefix);
    await looking;
    await elsewhere.revoke(prefix);
    expect(await here.holderOf(token)).toBeNull();
  });
});

it('a key that is rotated elsewhere without an overlap ends here at once', async () => {
  news.start();
  await listening();
  const { id, token } = await trustedKey();
  await elsewhere.rotate(id, 0);
  await eventually(async () => expect(await here.holderOf(token)).toBeNull());
});
