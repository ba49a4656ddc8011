import fc, { type Arbitrary } from 'fast-check';
import { Forms, type Schema } from './arbitrary-of.js';
import { jsonOf, nastyName, nastyValue, spoiltAt } from './nasty.js';

/** A request as it goes over the wire, well framed whatever is in it. */
export interface Sent {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
}

export interface Api {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** What the requests may know of the register they are sent to. */
export interface Surroundings {
  /** Ids, references and positions of things that are there. */
  readonly known: readonly string[];
  /** Cursors that lists gave out, also for other lists. */
  readonly cursors: readonly string[];
  /** API keys: valid ones, and what is none. */
  readonly keys: readonly (string | null)[];
  /** Bodies that are recorded as they are, by route. */
  readonly bodies: ReadonlyMap<string, readonly object[]>;
}

const NASTY_TEXTS = [
  '',
  '%',
  '%00',
  '%ff%fe',
  '%ed%a0%80',
  'a%2Fb',
  '..%2f..',
  '__proto__',
  'constructor',
  '%F0%9F%92%A9',
  "'%20or%20''='",
  '%D8%A7',
  'x'.repeat(300),
];

const TIMES = [
  '2022-02-03',
  '2022-02-03T22:00Z',
  '2022-02-31',
  '9999-12-31',
  '0001-01-01',
  '2022-02-03T24:00:00%2B14:00',
];
const ZONES = ['Asia/Damascus', 'UTC', 'Etc/GMT-14', 'Mars/Olympus', '%2B03:00', 'asia/damascus'];
const LIMITS = ['1', '3', '200', '0', '-1', '201', '1e2', '2.0', '9999999999999999999999', 'NaN'];
const QUERY: Readonly<Record<string, readonly string[]>> = {
  claimedAsOf: TIMES,
  recordedAsOf: TIMES,
  zone: ZONES,
  limit: LIMITS,
  // What is not there yet would be waited for: that is tested elsewhere.
  after: ['', '%00', 'x%20y', '%D9%A1', '.'],
  saidFrom: TIMES,
  saidTo: TIMES,
  occurredFrom: TIMES,
  occurredTo: TIMES,
  openFindings: ['true', 'false', 'yes'],
  kind: ['count', 'responsibility', 'nonsense'],
  rule: ['range_disjoint', 'nonsense'],
  grade: ['fair', 'nonsense'],
  q: ['atmeh', '%D8%A3%D8%B7%D9%85%D8%A9', '%25', '_', '%5C', '(', '*'],
};

const headers: Arbitrary<Record<string, string>> = fc.record(
  {
    'if-match': fc.constantFrom('"0"', '0', '"1"', '*', 'W/"0"', '"99999999999999"', '""', '"-1"', '"1e3"'),
    'idempotency-key': fc.oneof(
      fc.uuid(),
      fc.constantFrom('again', 'again', '"quoted"', ' ', 'a b', 'x'.repeat(256), '\u00e9'),
    ),
    'if-none-match': fc.constantFrom('*', '"x"', 'W/"', ',,,', 'W/"a", W/"b"'),
    'accept-language': fc.constantFrom('ar', 'en;q=0.1,ar', ';;;', '*', 'x'.repeat(500)),
    accept: fc.constantFrom('text/html', 'application/xml', '*/*', ''),
    traceparent: fc.constantFrom(`00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`, '00-0-0-0', 'x'),
    'x-forwarded-for': fc.constantFrom('1.2.3.4', 'x'),
  },
  { requiredKeys: [] },
);

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const TYPES = ['text/plain', 'application/xml', 'multipart/form-data', 'application/json; charset=utf-16', '', 'json'];

/** Requests of every operation: a share of them valid, the others wrong in one place or in all. */
export function requestsTo(api: Api, around: Surroundings): Arbitrary<Sent> {
  const forms = new Forms(api.components.schemas, around.known);
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) =>
      requestOf(forms, around, path, method.toUpperCase(), operation),
    ),
  );
  return fc.oneof(...operations);
}

function requestOf(
  forms: Forms,
  around: Surroundings,
  path: string,
  method: string,
  { parameters = [], requestBody }: Operation,
): Arbitrary<Sent> {
  const schema = requestBody?.content['application/json'].schema;
  const none = { type: undefined as string | undefined, bytes: null as Buffer | null };
  return fc
    .record({
      path: addressOf(around, path, parameters),
      odd: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: headers }),
      ifMatch: fc.constantFrom('"0"', '"1"', undefined),
      key: fc.oneof(
        { weight: 6, arbitrary: fc.constant(around.keys[0]!) },
        { weight: 1, arbitrary: fc.constantFrom(...around.keys) },
      ),
      body: schema ? bodyOf(forms.of(schema), around.bodies.get(path) ?? []) : fc.constant(none),
      method: fc.oneof(
        { weight: 40, arbitrary: fc.constant(method) },
        { weight: 1, arbitrary: fc.constantFrom('PUT', 'DELETE', 'PATCH', 'GET', 'POST', 'OPTIONS', 'TRACE') },
      ),
    })
    .map((one) => ({
      method: one.method,
      path: one.path,
      headers: {
        ...(one.key !== null && { authorization: `Bearer ${one.key}` }),
        ...(one.body.type !== undefined && { 'content-type': one.body.type }),
        ...(one.ifMatch !== undefined && schema && { 'if-match': one.ifMatch }),
        ...(one.odd as Record<string, string>),
      },
      body: one.body.bytes,
    }));
}

function addressOf(
  { known, cursors }: Surroundings,
  path: string,
  parameters: readonly Parameter[],
): Arbitrary<string> {
  const id = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...known.filter((one) => /^[a-z0-9-]+$/.test(one))) },
    { weight: 1, arbitrary: fc.constantFrom(...NASTY_TEXTS) },
    { weight: 1, arbitrary: fc.string().map((text) => encodeURIComponent(text.toWellFormed())) },
  );
  const names = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  const value = (name: string) => {
    const own =
      name === 'cursor'
        ? cursors.flatMap((one) => [one, one.slice(0, -2), `${one}A`, `A${one.slice(1)}`])
        : Object.hasOwn(QUERY, name)
          ? QUERY[name]
          : undefined;
    return fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...(own ?? known.map(encodeURIComponent))) },
      { weight: name === 'after' ? 0 : 1, arbitrary: fc.constantFrom(...NASTY_TEXTS) },
    );
  };
  const asked = fc.array(
    fc
      .constantFrom(...names, 'unknown', '__proto__', names[0] ?? 'x')
      .chain((name) => value(name).map((one) => `${name}=${one}`)),
    { maxLength: 3 },
  );
  const query = fc.oneof({ weight: 1, arbitrary: fc.constant([] as string[]) }, { weight: 1, arbitrary: asked });
  const steps = path.split(/(\{[^}]+\})/).map((step) => (step.startsWith('{') ? id : fc.constant(step)));
  return fc
    .tuple(fc.tuple(...steps), query)
    .map(([all, questions]) => all.join('') + (questions.length > 0 ? `?${questions.join('&')}` : ''));
}

function bodyOf(allowed: Arbitrary<unknown>, recorded: readonly object[]): Arbitrary<{ type: string; bytes: Buffer }> {
  const base =
    recorded.length > 0
      ? fc.oneof({ weight: 1, arbitrary: allowed }, { weight: 3, arbitrary: fc.constantFrom(...recorded) })
      : allowed;
  const spoilt = fc
    .tuple(base, fc.array(fc.nat(20), { maxLength: 6 }), nastyValue, nastyName)
    .map(([value, where, nasty, name]) => spoiltAt(value, where, nasty, name));
  const text = fc
    .oneof({ weight: 3, arbitrary: base }, { weight: 5, arbitrary: spoilt }, { weight: 1, arbitrary: nastyValue })
    .map((value) => Buffer.from(jsonOf(value)));
  const bytes = fc.oneof(
    { weight: 12, arbitrary: text },
    { weight: 1, arbitrary: fc.tuple(text, fc.nat()).map(([whole, n]) => whole.subarray(0, n % (whole.length + 1))) },
    {
      weight: 1,
      arbitrary: fc.tuple(text, fc.nat(), fc.constantFrom(0x00, 0x80, 0xc0, 0xed, 0xff)).map(([whole, n, byte]) => {
        const copy = Buffer.from(whole);
        if (copy.length > 0) copy[n % copy.length] = byte;
        return copy;
      }),
    },
    { weight: 1, arbitrary: text.map((whole) => Buffer.concat([BOM, whole])) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        ...['', 'null', '"x"', '[]', '{}', '{"a":}', 'undefined', '1e400'].map((one) => Buffer.from(one)),
      ),
    },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }).map((some) => Buffer.from(some)) },
  );
  const type = fc.oneof(
    { weight: 14, arbitrary: fc.constant('application/json') },
    { weight: 1, arbitrary: fc.constantFrom(...TYPES) },
  );
  return fc.record({ type, bytes });
}
