import fc from 'fast-check';
import { once } from 'node:events';
import { connect } from 'node:net';
import { heapAfterCollection } from '../contract/heap.js';
import { TestApp } from '../support/app.js';
import { bodyOf } from '../support/bodies.js';
import {
  aGrading,
  anActor,
  anAmendment,
  anIdentifier,
  anIncident,
  anOperation,
  aProtection,
  aReport,
  aSeries,
  aSource,
  aStatement,
  ASSESSOR,
  INCIDENT,
  PUBLISHER,
  type Happening,
} from '../support/builders.js';
import { Pipeline, shown, type Came } from '../support/hostile/pipeline.js';
import { requestsTo, type Api, type Sent, type Surroundings } from '../support/hostile/requests.js';
import { sendRaw } from '../support/raw-request.js';
import { recorded } from '../support/recorded.js';

const REQUESTS = Number(process.env['HOSTILE_REQUESTS'] ?? 20_000);
const SEED = Number(process.env['HOSTILE_SEED'] ?? Date.now() % 2 ** 31);
const CONNECTIONS = 6;
const ROUND = 600;
const AT_ONCE = 10;
const MOST_TOLD = 20;
const MOST_GROWTH = 24 * 1024 * 1024;

let app: TestApp;
let around: Surroundings;

const opening: readonly Happening[] = [
  anActor(),
  anActor('us-forces'),
  anActor(PUBLISHER),
  anActor(ASSESSOR),
  aSource(),
  anIncident(),
  anOperation(),
  aSeries(),
  aReport(),
  aStatement(),
];
const collections: Readonly<Record<string, string>> = { series: 'series' };
const collection = (category: string) => collections[category] ?? `${category}s`;

beforeAll(async () => {
  app = await TestApp.start({ publicRead: true, requestTimeout: 2 });
  const known: string[] = [];
  for (const one of opening) {
    const { status, body } = await app.post(`/api/${collection(one.category)}`, bodyOf(one));
    if (status !== 201) throw new Error(`${one.type} was not recorded: ${JSON.stringify(body)}`);
    known.push(String(body['id']), String(body['stream']));
    if (one.category === 'statement' || one.category === 'report') {
      for (const { claimId } of (one.data as { claims: readonly { claimId: string }[] }).claims) {
        known.push(`${String(body['stream'])}#${claimId}`);
      }
    }
    known.push(...(body['eventIds'] as string[]));
  }
  around = {
    known,
    cursors: await cursors(),
    keys: [
      await app.key('admin'),
      await app.key('reader'),
      await app.key('recorder'),
      null,
      `sijil_${'0'.repeat(12)}_${'a'.repeat(43)}`,
      '\u00e9',
      'x',
    ],
    bodies: new Map<string, readonly object[]>([
      ...opening.map((one) => [`/api/${collection(one.category)}`, [bodyOf(one), withoutId(bodyOf(one))]] as const),
      ['/api/incidents/{id}/amendments', [bodyOf(anAmendment())]],
      ['/api/incidents/{id}/identifiers', [bodyOf(anIdentifier())]],
      ['/api/incidents/{id}/grades', [bodyOf(aGrading('weak'))]],
      ['/api/incidents/{id}/protection', [bodyOf(aProtection(`incident-${INCIDENT}`, 'public'))]],
    ]),
  };
});
afterAll(() => app.stop());

describe(`requests of every kind, valid, near-valid and hostile (HOSTILE_SEED=${SEED})`, () => {
  it(`are each answered as described: none fails, none leaves anything behind (${REQUESTS} of them)`, async () => {
    process.stdout.write(`hostile requests: HOSTILE_SEED=${SEED} HOSTILE_REQUESTS=${REQUESTS}\n`);
    const before = await eventIds();
    const acknowledged = new Set<string>();
    const statuses = new Map<number, number>();
    const pipelines = Array.from({ length: CONNECTIONS }, () => new Pipeline(app.url));
    const api = (await app.get<Api>('/api/openapi.json')).body;
    const requests = requestsTo(api, around);
    const breaches = new Map<string, string>();
    let sent = 0;
    let heap = 0;
    try {
      for (let round = 0; sent < REQUESTS && breaches.size < MOST_TOLD; round += 1) {
        const some = fc.sample(requests, { seed: SEED + round, numRuns: ROUND });
        await Promise.all(
          pipelines.map(async (pipeline, n) => {
            const own = some.filter((_, at) => at % CONNECTIONS === n);
            for (let at = 0; at < own.length; at += AT_ONCE) {
              for (const came of await pipeline.send(own.slice(at, at + AT_ONCE))) {
                const wrong = whatIsWrong(came);
                if (wrong !== null && breaches.size < MOST_TOLD) breaches.set(wrong.slice(0, 90), wrong);
                statuses.set(came.status, (statuses.get(came.status) ?? 0) + 1);
                for (const id of recordedBy(came)) acknowledged.add(id);
              }
            }
          }),
        );
        sent += some.length;
        // Caches fill and code is compiled in the first rounds.
        if (heap === 0 && sent >= REQUESTS / 4) heap = heapAfterCollection();
      }
    } finally {
      for (const pipeline of pipelines) pipeline.end();
    }
    expect([...breaches.values()]).toEqual([]);
    expect(heapAfterCollection() - heap).toBeLessThan(MOST_GROWTH);
    const after = await eventIds();
    const sentAgain = pipelines.reduce((sum, pipeline) => sum + pipeline.sentAgain, 0);
    expect(sentAgain).toBeLessThan(REQUESTS / 200);
    const unknown = [...after].filter((id) => !before.has(id) && !acknowledged.has(id));
    expect(unknown.length).toBeLessThanOrEqual(sentAgain);
    expect([...acknowledged].filter((id) => !after.has(id))).toEqual([]);
    const told = { ...Object.fromEntries([...statuses].sort(([a], [b]) => a - b)), sentAgain, unknown: unknown.length };
    process.stdout.write(`${JSON.stringify(told)}\n`);
    // A generator that got nothing through, or nothing refused, would have tested nothing.
    for (const status of [200, 201, 400, 401, 403, 404, 422])
      expect([status, statuses.has(status)]).toEqual([status, true]);
    expect(acknowledged.size).toBeGreaterThan(REQUESTS / 1000);
  }, 600_000);
});

describe('senders that do not behave', () => {
  const head = async (more: string) =>
    `POST /api/actors HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${await app.key('admin')}\r\nContent-Type: application/json\r\n${more}\r\n`;
  const body = JSON.stringify(bodyOf(anActor('never-whole')));

  it('record nothing when they hang up before the end', async () => {
    const before = await eventIds();
    const request = (await head(`Content-Length: ${body.length}\r\n`)) + body;
    const { hostname, port } = new URL(app.url);
    await Promise.all(
      Array.from({ length: 60 }, async (_, n) => {
        const socket = connect(Number(port), hostname);
        socket.on('error', () => undefined);
        await once(socket, 'connect');
        const part = request.slice(0, Math.floor(((n + 0.5) / 60) * (request.length - 1)));
        socket.write(part, () => (n % 2 ? socket.destroy() : socket.resetAndDestroy()));
        await once(socket, 'close');
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await eventIds()).toEqual(before);
    expect((await app.get('/api/ready')).status).toBe(200);
  });

  it('are told so when they send slowly, and record nothing', async () => {
    const before = await eventIds();
    const start = (await head('Content-Length: 4000\r\n')) + body.slice(0, 10);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => sendRaw(app.url, [start, ...Array.from({ length: 12 }, () => ' ')], 400)),
    );
    for (const answer of answers) mustBeProblem(answer, 408, 'too-slow');
    expect(await eventIds()).toEqual(before);
  });

  it.each([
    [
      'of 10 MiB, told beforehand',
      async () => [(await head(`Content-Length: ${10 << 20}\r\n`)) + 'x'.repeat(10 << 20)],
    ],
    [
      'of 10 MiB, in pieces',
      async () => [
        await head('Transfer-Encoding: chunked\r\n'),
        ...Array.from({ length: 160 }, () => `10000\r\n${' '.repeat(0x10000)}\r\n`),
        '0\r\n\r\n',
      ],
    ],
  ])('are refused a body %s, and nothing of it is kept', async (_, pieces) => {
    const before = heapAfterCollection();
    for (let n = 0; n < 8; n += 1) {
      const answer = await sendRaw(app.url, await pieces());
      // Whoever goes on sending into a closed connection may never come to read the answer.
      if (answer !== '') mustBeProblem(answer, 413, 'too-large');
    }
    expect(heapAfterCollection() - before).toBeLessThan(MOST_GROWTH);
    expect((await app.get('/api/ready')).status).toBe(200);
  });

  it.each([
    ['a compressed body', 'Content-Encoding: gzip\r\nContent-Length: 2\r\n', '{}'],
    ['a chunk that is none', 'Transfer-Encoding: chunked\r\n', 'zz\r\n{}\r\n0\r\n\r\n'],
    ['an expectation', 'Expect: the-unexpected\r\nContent-Length: 2\r\n', '{}'],
    ['a length that is none', 'Content-Length: -1\r\n', '{}'],
  ])('are refused with a problem: %s', async (_, more, sent) => {
    const before = await eventIds();
    const answer = await sendRaw(app.url, [(await head(`Connection: close\r\n${more}`)) + sent]);
    expect(answer).toMatch(/^HTTP\/1.1 4\d\d /);
    expect(answer).toMatch(/content-type: application\/problem\+json/i);
    expect(await eventIds()).toEqual(before);
  });
});

/** Why an answer is not as it should be; null when it is. */
function whatIsWrong({ sent, status, headers, text }: Came): string | null {
  if (status >= 500) return `${status} came back for ${shown(sent)}: ${text}`;
  try {
    app.mustBeAsDescribed({ ...sent, status, contentType: headers['content-type'] ?? null, text });
    return null;
  } catch (error) {
    return `${(error as Error).message}\nfor ${shown(sent)}`;
  }
}

/** The events that an answer says were recorded for its request. */
function recordedBy({ sent, status, text }: Came): readonly string[] {
  if (sent.method !== 'POST' || status > 201 || sent.path.startsWith('/api/keys')) return []; // keys are no events
  return (JSON.parse(text) as { eventIds: readonly string[] }).eventIds;
}

function mustBeProblem(answer: string, status: number, code: string): void {
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status, code });
}

async function eventIds(): Promise<ReadonlySet<string>> {
  return new Set((await recorded(app)).map(({ eventId }) => eventId));
}

function withoutId(body: Record<string, unknown>): object {
  return Object.fromEntries(
    Object.entries(body).filter(
      ([name]) => !/^(statement|report|operation|incident|series|actor|source)Id$/.test(name),
    ),
  );
}

/** Some that lists gave out, for those lists and now for others too. */
async function cursors(): Promise<readonly string[]> {
  const { body: last } = await app.post('/api/actors', bodyOf(anActor('another')));
  const lists: readonly Sent['path'][] = ['/api/actors', '/api/claims', `/api/incidents/${INCIDENT}/history`];
  const answers = await Promise.all(
    lists.map((path) => app.get<{ next?: string | null }>(`${path}?limit=1&after=${String(last['position'])}`)),
  );
  const found = answers.flatMap(({ body: { next } }) => (next ? [next] : []));
  expect(found.length).toBeGreaterThan(1);
  return found;
}
