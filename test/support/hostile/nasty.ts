import fc, { type Arbitrary } from 'fast-check';

/** Stands in a value for JSON text that JSON.stringify would not write; see {@link jsonOf}. */
class Raw {
  constructor(readonly json: string) {}
}

const nested = (depth: number, open: string, close: string) => new Raw(open.repeat(depth) + '1' + close.repeat(depth));

/** What nobody should send as a value, and somebody will. */
export const nastyValue: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    true,
    0,
    -1,
    [],
    {},
    [null],
    2 ** 53,
    -(2 ** 53),
    Number.MAX_VALUE,
    'a\u0000b',
    '\u0000',
    new Raw('"\\ud800"'),
    new Raw('"a\\udfff\\ud800b"'),
    new Raw('1e400'),
    new Raw('-1e400'),
    new Raw('-0'),
    new Raw('9007199254740993'),
    new Raw('0.1e-400'),
    new Raw('{"a":1,"a":2}'),
    new Raw('{"__proto__":{"admin":true}}'),
    new Raw('{"constructor":{"prototype":{"admin":true}}}'),
    new Raw('{"toString":1,"valueOf":null,"hasOwnProperty":[]}'),
    { length: 1e9 },
    new Raw('{"then":1}'),
    { $ref: '#/x' },
    { withheld: 'public' },
    { passage: 'x', lang: 'en', hash: 'y' },
    nested(50, '[', ']'),
    nested(5_000, '[', ']'),
    nested(5_000, '{"a":', '}'),
    "'; drop table events; --",
    '../../etc/passwd',
    '%00',
    '${7*7}{{7*7}}<script>alert(1)</script>',
    '\u202e\u200f\ufeff',
    'İı\u0130ſK',
    '2022-02-30T25:61:61Z',
    '+275760-09-13T00:00:00Z',
    '0000-00-00',
    'incident-',
    'statement-a#',
    '__proto__',
    'constructor',
    'x'.repeat(70_000),
  ),
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Names that objects have already, or that nobody asked for. */
export const nastyName: Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    '',
    '\u0000',
    'then',
    'toJSON',
  ),
  fc.string(),
);

/** JSON text of a value with raw parts in it. */
export function jsonOf(value: unknown): string {
  const raws: string[] = [];
  const mark = `raw-${Math.abs(hash(value))}-`;
  const text = JSON.stringify(value, (_name, part: unknown) =>
    part instanceof Raw ? mark + (raws.push(part.json) - 1) : part,
  );
  return raws.reduce((json, raw, n) => json.replace(`"${mark}${n}"`, () => raw), text ?? 'null');
}

const hash = (value: unknown): number =>
  [...String(typeof value)].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), 7);

/** A copy with one part, somewhere inside, replaced, removed, doubled or joined by another. */
export function spoiltAt(value: unknown, where: readonly number[], nasty: unknown, name: string): unknown {
  const [step, ...rest] = where;
  if (step === undefined || typeof value !== 'object' || value === null || value instanceof Raw) return nasty;
  if (Array.isArray(value)) {
    if (value.length === 0) return [nasty];
    const at = step % value.length;
    return value.map((part, n) => (n === at ? spoiltAt(part, rest, nasty, name) : (part as unknown)));
  }
  const entries = Object.entries(value);
  const at = step % (entries.length + 2);
  if (at === entries.length) return withField(entries, name, nasty);
  if (at > entries.length) return Object.fromEntries(entries.slice(1));
  return Object.fromEntries(
    entries.map(([field, part], n) => [field, n === at ? spoiltAt(part, rest, nasty, name) : (part as unknown)]),
  );
}

/** As an own field, whatever its name. */
function withField(entries: readonly [string, unknown][], name: string, value: unknown): object {
  const copy = Object.fromEntries(entries);
  Object.defineProperty(copy, name, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}
