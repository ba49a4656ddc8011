import { exactly } from '../../src/domain/values/figure.js';
import { collectionOf } from '../../src/http/collections.js';
import { TestApp, type Ask } from '../support/app.js';
import { bodyOf } from '../support/bodies.js';
import { anActor, anIncident, aSource, aStatement, INCIDENT, killed, SPEAKER } from '../support/builders.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Json = any;

const WORDS = 'zzwords that endanger somebody';
const quote = { lang: 'en', value: WORDS };
const path = '/api/statements/quoted';
const quoted = { ...killed('child', exactly(6)), claimId: 'quoted', quote };
const before = { ...killed('woman', exactly(4)), claimId: 'before' };
const { statementId, ...statement } = bodyOf(aStatement({ statementId: 'quoted', claims: [] })) as Json;

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  for (const one of [anActor(SPEAKER), aSource(), anIncident()])
    await sent(`/api/${collectionOf(one.category)}`, bodyOf(one));
});
afterAll(() => app.stop());

it('a passage is erased over HTTP alone: its words leave every answer, and a correction does not bring them back', async () => {
  const issued = await sent('/api/statements', { statementId, ...statement, claims: [quoted] });
  const [target] = issued.eventIds as string[];
  const first = (await told(path)).claims[0].quote;
  expect(first).toEqual({ ...quote, passage: expect.any(String) as string });
  expect((await told(path, { as: 'reviewer' })).claims[0].quote).toEqual(quote);

  // The words move one claim down, and are sent as they were shown.
  const correct = (claims: readonly object[], revision: number) =>
    sent(
      `${path}/corrections`,
      { target, reason: 'transcription', after: { statementId, ...statement, claims } },
      { headers: { 'if-match': `"${revision}"` } },
    );
  const corrected = await correct([before, { ...quoted, quote: first }], 0);
  const { passage } = (await told(path)).claims[1].quote;
  expect(passage).toBe(first.passage);
  const places = [
    path,
    `${path}?recordedAsOf=${issued.position}`,
    `${path}?recordedAsOf=${corrected.position}`,
    `/api/incidents/${INCIDENT}/history`,
    `/api/incidents/${INCIDENT}/claims`,
    `/api/incidents/${INCIDENT}/claims?recordedAsOf=${issued.position}`,
  ];
  for (const place of places) expect(JSON.stringify(await told(place))).toContain(WORDS);

  await sent(`${path}/erasures`, { passage, reason: 'protection' });
  for (const place of places) expect(JSON.stringify(await told(place))).not.toContain('zzwords');
  expect((await told(path)).claims[1].quote).toEqual({ withheld: 'protection' });

  await correct([before, { ...before, claimId: 'between', figure: exactly(5) }, quoted], 2);
  expect((await told(path)).claims[2].quote).toEqual({ withheld: 'protection' });
  for (const place of places) expect(JSON.stringify(await told(place))).not.toContain('zzwords');
  const { rows } = await app.database.pool.query('select * from vault.passages where value like $1', ['%zzwords%']);
  expect(rows).toEqual([]);
});

let last = '';

async function sent(to: string, body: unknown, ask: Ask = {}): Promise<Json> {
  const answer = await app.post<Json>(to, body, ask);
  if (answer.status >= 400) throw new Error(`${to}: ${answer.text}`);
  last = answer.body.position;
  return answer.body;
}

/** An answer that tells of all that was recorded so far. */
async function told(from: string, ask: Ask = {}): Promise<Json> {
  const { status, body } = await app.get<Json>(`${from}${from.includes('?') ? '&' : '?'}after=${last}`, ask);
  expect(status).toBe(200);
  return body;
}
