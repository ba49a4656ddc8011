import { IdempotencyKeys } from '../../src/http/idempotency/idempotency-keys.js';
import { EventStore } from '../../src/event-store/event-store.js';
import { StoreUnavailable } from '../../src/event-store/errors.js';
import { TestApp } from '../support/app.js';
import { bodyOf, someWords } from '../support/bodies.js';
import { anActor, anAmendment, anIncident, aSource, aStatement, INCIDENT } from '../support/builders.js';
import { KURRENTDB } from '../support/log-settings.js';
import { recorded } from '../support/recorded.js';

// Without the key's record, only the ids in the log can tell.
const acrossStreams = KURRENTDB ? it.skip : it;

let app: TestApp;
let count = 0;

beforeAll(async () => {
  app = await TestApp.start();
  for (const one of [anActor(), aSource(), anIncident()]) await app.post(`/api/${one.category}s`, bodyOf(one));
});
afterAll(() => app.stop());

const newKey = () => `key-${(count += 1)}`;
const amend = (key: string, text = 'A name', ask: object = {}) =>
  app.post(
    `/api/incidents/${INCIDENT}/amendments`,
    { ...bodyOf(anAmendment({ label: [{ lang: 'en', text: `${text} (${key})` }] })), note: someWords() },
    { headers: { 'idempotency-key': key }, ...ask },
  );
const state = (body: Record<string, unknown>, key: string) =>
  app.post('/api/statements', body, { headers: { 'idempotency-key': key } });
const replayed = ({ headers }: { headers: Headers }) => headers.get('idempotency-replayed');

describe('a request sent again with its Idempotency-Key', () => {
  it('gets the first answer, whatever happened since, and records nothing', async () => {
    const key = newKey();
    const first = await amend(key);
    await amend(newKey());
    const before = await events();
    const again = await amend(key);
    expect(again).toMatchObject({ status: first.status, body: first.body });
    expect([replayed(first), replayed(again)]).toEqual([null, 'true']);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(await events()).toBe(before);
  });

  it('gets the first answer also where the register had to make the id', async () => {
    const key = newKey();
    const { statementId: _, ...body } = bodyOf(aStatement());
    const first = await state(body, key);
    const again = await state(body, key);
    expect(first.status).toBe(201);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
  });

  it('does not mind another order of fields', async () => {
    const key = newKey();
    const body = bodyOf(aStatement({ statementId: 'ordered' }));
    await state(body, key);
    expect(replayed(await state(Object.fromEntries(Object.entries(body).toReversed()), key))).toBe('true');
  });

  it('is recorded once when it comes many times at once, and the others are told to wait or get the answer', async () => {
    const key = newKey();
    const before = await events();
    const all = await Promise.all(Array.from({ length: 12 }, () => amend(key)));
    expect(await events()).toBe(before + 1);
    for (const one of all) {
      if (one.status === 200) continue;
      expect(one).toMatchObject({ status: 409, body: { code: 'in-flight' } });
      expect(one.headers.get('retry-after')).toBe('1');
    }
    expect(new Set(all.filter(({ status }) => status === 200).map(({ body }) => body['position'])).size).toBe(1);
  });

  it('is recorded once when it comes to two instances', async () => {
    const other = await app.another();
    try {
      const key = newKey();
      const body = JSON.stringify(bodyOf(aStatement({ statementId: 'twice' })));
      const headers = {
        authorization: `Bearer ${await app.key('admin')}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      };
      const send = (url: string) => fetch(`${url}/api/statements`, { method: 'POST', body, headers });
      const statuses = (await Promise.all([app.url, other.url, app.url, other.url].map(send))).map(
        ({ status }) => status,
      );
      expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
      expect(statuses).toContain(201);
      expect((await send(other.url)).headers.get('idempotency-replayed')).toBe('true');
    } finally {
      await other.close();
    }
  });
});

describe('another request with the same Idempotency-Key', () => {
  it('is refused, whether it differs in its body or in its address', async () => {
    const key = newKey();
    await amend(key);
    expect(await amend(key, 'Another name')).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect(await state(bodyOf(aStatement({ statementId: 'reused' })), key)).toMatchObject({ status: 422 });
  });

  it('is its own where somebody else sends it', async () => {
    const key = newKey();
    await amend(key);
    const other = await amend(key, 'Another name', { as: 'recorder', headers: { 'idempotency-key': key } });
    expect(other).toMatchObject({ status: 200, body: { repeated: false } });
  });

  it('may come after a refusal, which did nothing', async () => {
    const key = newKey();
    const body = bodyOf(aStatement({ statementId: 'mended' }));
    expect((await state({ ...body, speaker: 'nobody' }, key)).status).toBe(422);
    expect((await state(body, key)).status).toBe(201);
  });
});

describe('after a crash', () => {
  it('between append and answer, the repeat finds in the log what it had recorded', async () => {
    const key = newKey();
    const first = await amend(key);
    await forget(key);
    await amend(newKey());
    const before = await events();
    const again = await amend(key);
    expect(again).toMatchObject({ status: 200, body: first.body });
    expect(replayed(again)).toBe('true');
    expect(await events()).toBe(before);
  });

  it('the same holds for what the register made an id for', async () => {
    const key = newKey();
    const { statementId: _, ...body } = bodyOf(aStatement());
    const first = await state(body, key);
    await forget(key);
    const again = await state(body, key);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(replayed(again)).toBe('true');
  });

  it('and even then the key cannot be used for something else', async () => {
    const key = newKey();
    await amend(key);
    await forget(key);
    expect(await amend(key, 'Another name')).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  acrossStreams(
    `nor for another thing${KURRENTDB ? ' (skipped: KurrentDB has no index of event ids)' : ''}`,
    async () => {
      const key = newKey();
      await amend(key);
      await forget(key);
      expect(await state(bodyOf(aStatement({ statementId: 'elsewhere' })), key)).toMatchObject({
        status: 422,
        body: { code: 'idempotency-key-reused' },
      });
    },
  );

  it('in the middle of a request, its key is free for the same request when the lease has run out', async () => {
    const hasty = new IdempotencyKeys(app.database.pool, 0.05);
    const [key, request, other] = [newKey(), Buffer.from('one'), Buffer.from('other')];
    await hasty.claim('p', key, request);
    await expect(hasty.claim('p', key, request)).rejects.toMatchObject({ code: 'in-flight' });
    await new Promise((resolve) => setTimeout(resolve, 80));
    await expect(hasty.claim('p', key, other)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    expect(await hasty.claim('p', key, request)).toMatchObject({ kind: 'mine' });
  });

  it('of the log, the same request may try again at once', async () => {
    const key = newKey();
    const log = app.service.app.get(EventStore);
    const append = log.append;
    log.append = () => Promise.reject(new StoreUnavailable('gone'));
    expect((await amend(key)).status).toBe(503);
    log.append = append;
    expect(await amend(key, 'Another name')).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect(await amend(key)).toMatchObject({ status: 200, body: { repeated: false } });
  });
});

describe('old answers', () => {
  it('are forgotten after a week, and recent ones are not', async () => {
    const [old, recent] = [newKey(), newKey()];
    await amend(old);
    await amend(recent);
    await app.database.pool.query(
      `update access.idempotency_keys set created_at = now() - interval '8 days' where key = $1`,
      [old],
    );
    await app.service.app.get(IdempotencyKeys).forgetOld();
    const { rows } = await app.database.pool.query('select key from access.idempotency_keys where key = any ($1)', [
      [old, recent],
    ]);
    expect(rows).toEqual([{ key: recent }]);
  });

  it('hold nothing of what was sent', async () => {
    await amend(newKey());
    const { rows } = await app.database.pool.query('select * from access.idempotency_keys');
    expect(JSON.stringify(rows)).not.toContain(someWords().value);
  });
});

async function forget(key: string): Promise<void> {
  await app.database.pool.query('delete from access.idempotency_keys where key = $1', [key]);
}

const events = async (): Promise<number> => (await recorded(app)).length;
