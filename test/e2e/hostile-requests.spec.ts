import fc, { type Arbitrary } from 'fast-check';
import { once } from 'node:events';
import { connect } from 'node:net';
import { heapAfterCollection } from '../contract/heap.js';
import { EventStore } from '../../src/event-store/event-store.js';
import { TestApp } from '../support/app.js';
import { bodyOf } from '../support/bodies.js';
import { anActor } from '../support/builders.js';
import { eventually } from '../support/eventually.js';
import { AT_ONCE, Lane, VALID, type Answered } from '../support/hostile/lane.js';
import { nearlyValid } from '../support/hostile/near-valid.js';
import { shown } from '../support/hostile/pipeline.js';
import { requestsTo, type Api, type Sent, type Surroundings } from '../support/hostile/requests.js';
import { Tally } from '../support/hostile/tally.js';
import { toldWhole } from '../support/hostile/told-whole.js';
import type { World } from '../support/hostile/world.js';
import { sendRaw } from '../support/raw-request.js';
import { recorded } from '../support/recorded.js';

const REQUESTS = Number(process.env['HOSTILE_REQUESTS'] ?? 20_000);
const SEED = Number(process.env['HOSTILE_SEED'] ?? 20_220_203);
const LANES = 6;
const BATCHES = 5;
/** Beside the valid ones some are valid but for one thing; all others may be anything. */
const NEARLY = 4;
const HOSTILE = AT_ONCE - VALID - NEARLY;
/** Later requests name what was recorded by some of the earlier ones. */
const WORLDS_KNOWN = 4;
const ROUNDS_ALIKE = 8;
const MOST_TOLD = 20;
const MOST_GROWTH = 24 * 1024 * 1024;

let app: TestApp;
let api: Api;
let admin: string;
let keys: Surroundings['keys'];
let told: World;

beforeAll(async () => {
  app = await TestApp.start({ publicRead: true, requestTimeout: 2 });
  api = (await app.get<Api>('/api/openapi.json')).body;
  admin = await app.key('admin');
  told = await toldWhole(app, admin, SEED);
  keys = [
    admin,
    await app.key('reader'),
    await app.key('recorder'),
    null,
    `sijil_${'0'.repeat(12)}_${'a'.repeat(43)}`,
    '\u00e9',
    'x',
  ];
});
afterAll(() => app.stop());

describe(`requests of every kind, valid, near-valid and hostile (HOSTILE_SEED=${SEED})`, () => {
  it(`are each answered as described: none fails, none leaves anything behind (${REQUESTS} of them)`, async () => {
    const before = await eventIds();
    const tally = new Tally();
    const breaches = new Map<string, string>();
    const lanes = Array.from({ length: LANES }, (_, n) => new Lane(app, api, admin, `lane-${n}`, SEED + n * 1_000_000));
    const cursors = await cursorsGivenOut();
    let arbitraries: Arbitraries | undefined;
    let heap = 0;
    try {
      for (let round = 0; tally.sent < REQUESTS && breaches.size < MOST_TOLD; round += 1) {
        if (round % ROUNDS_ALIKE === 0) arbitraries = arbitrariesOf(lanes, cursors);
        const others = drawnFrom(arbitraries!, SEED + round);
        await Promise.all(
          lanes.map(async (lane, n) => {
            for (let batch = 0; batch < BATCHES; batch += 1) {
              for (const answer of await lane.send(others(n * BATCHES + batch))) {
                tally.add(answer);
                const wrong = whatIsWrong(answer);
                if (wrong !== null && breaches.size < MOST_TOLD) breaches.set(wrong.slice(0, 90), wrong);
              }
            }
          }),
        );
        await everythingIsRead();
        for (const lane of lanes) lane.caughtUp();
        // Caches fill and code is compiled in the first rounds.
        if (heap === 0 && tally.sent >= REQUESTS / 4) heap = heapAfterCollection();
      }
    } finally {
      for (const { pipeline } of lanes) pipeline.end();
    }
    expect([...breaches.values()]).toEqual([]);
    expect(heapAfterCollection() - heap).toBeLessThan(MOST_GROWTH);

    const sentAgain = lanes.reduce((sum, { pipeline }) => sum + pipeline.sentAgain, 0);
    process.stdout.write(`hostile requests: ${JSON.stringify({ SEED, REQUESTS, ...tally.told, sentAgain })}\n`);
    // A request that was sent again because another one ended its connection may have been done twice.
    expect(sentAgain).toBeLessThan(REQUESTS / 200);
    expect(tally.validRefused.slice(sentAgain)).toEqual([]);
    expect(tally.notOneEvent.slice(sentAgain)).toEqual([]);
    const after = await eventIds();
    const unknown = [...after].filter((id) => !before.has(id) && !tally.recorded.has(id));
    expect(unknown.length).toBeLessThanOrEqual(sentAgain);
    expect([...tally.recorded, ...tally.repeated].filter((id) => !after.has(id))).toEqual([]);
    expect([...tally.recorded].filter((id) => before.has(id))).toEqual([]);
    // Each batch has a write and a question that must be accepted, and others are: fewer would test too little.
    expect(tally.accepted.writes + sentAgain).toBeGreaterThanOrEqual(tally.sent / AT_ONCE);
    expect(tally.accepted.reads + sentAgain).toBeGreaterThanOrEqual(tally.sent / AT_ONCE);
    for (const status of [200, 201, 400, 401, 403, 404, 422])
      expect([status, tally.statuses.has(status)]).toEqual([status, true]);
  }, 600_000);
});

interface Arbitraries {
  readonly nearly: Arbitrary<Sent>;
  readonly hostile: Arbitrary<Sent>;
}

/** What can be sent beside the valid requests; made from what was recorded before. */
function arbitrariesOf(lanes: readonly Lane[], cursors: readonly string[]): Arbitraries {
  const worlds = [told, ...lanes.flatMap(({ ended }) => ended ?? [])].slice(-WORLDS_KNOWN);
  const past = worlds.flatMap((world) => world.past);
  const bodies = new Map<string, object[]>();
  for (const { route, body } of past) bodies.set(route, [...(bodies.get(route) ?? []), body]);
  const around: Surroundings = { known: worlds.flatMap(({ known }) => known), cursors, keys, bodies };
  return { nearly: nearlyValid(past, around), hostile: requestsTo(api, around) };
}

/** A part for each batch of each lane. */
function drawnFrom(arbitraries: Arbitraries, seed: number): (n: number) => readonly Sent[] {
  const batches = LANES * BATCHES;
  const nearly = fc.sample(arbitraries.nearly, { seed, numRuns: batches * NEARLY });
  const hostile = fc.sample(arbitraries.hostile, { seed, numRuns: batches * HOSTILE });
  return (n) => [...nearly.slice(n * NEARLY, (n + 1) * NEARLY), ...hostile.slice(n * HOSTILE, (n + 1) * HOSTILE)];
}

/** Waits until what was recorded so far can be read. */
async function everythingIsRead(): Promise<void> {
  const position = (await app.service.app.get(EventStore).head()) ?? '';
  await eventually(async () =>
    expect((await app.get(`/api/incidents/${told.things.incident}/history?limit=1&after=${position}`)).status).toBe(
      200,
    ),
  );
}

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
function whatIsWrong({ sent, status, headers, text }: Answered): string | null {
  if (status >= 500) return `${status} came back for ${shown(sent)}: ${text}`;
  try {
    app.mustBeAsDescribed({ ...sent, status, headers, text });
    return null;
  } catch (error) {
    return `${(error as Error).message}\nfor ${shown(sent)}`;
  }
}

function mustBeProblem(answer: string, status: number, code: string): void {
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status, code });
}

async function eventIds(): Promise<ReadonlySet<string>> {
  return new Set((await recorded(app)).map(({ eventId }) => eventId));
}

/** Some that lists gave out, for those lists and now for others too. */
async function cursorsGivenOut(): Promise<readonly string[]> {
  await everythingIsRead();
  const lists: readonly Sent['path'][] = [
    '/api/incidents',
    '/api/claims',
    `/api/incidents/${told.things.incident}/history`,
  ];
  const answers = await Promise.all(lists.map((path) => app.get<{ next?: string | null }>(`${path}?limit=1`)));
  const found = answers.flatMap(({ body: { next } }) => (next ? [next] : []));
  expect(found.length).toBe(lists.length);
  return found;
}
