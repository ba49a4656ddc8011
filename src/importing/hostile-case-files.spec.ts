import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { workOf } from '../../test/support/work.js';
import { registerInMemory } from '../../test/support/register-in-memory.js';
import { compileCaseFile, type CompiledCase } from './compile-case-file.js';
import { Importer } from './importer.js';
import { parseYaml } from './reading/parse-yaml.js';

const example = (name: string): string =>
  readFileSync(new URL(`../../examples/${name}/case.yaml`, import.meta.url), 'utf8');

const SMALL = `case: { id: a-case, title: A case, zone: Asia/Damascus, about: raid, seen: quoted }
actors:
  sohr: { name: { en: SOHR, ar: المرصد }, type: monitor ngo }
  us: { name: US, type: belligerent, part of: sohr }
sources: { page: { title: A page, url: "https://page.example/1" } }
incidents:
  raid:
    title: Raid
    occurred: 2022-02-03
    place: { name: Atmeh, precision: town, point: "36.32, 36.68" }
    identifiers: { airwars: CS1977 }
series: { toll: { title: Toll, slots: { year-1: 2021-01-01 to 2021-12-31 } } }
record:
  - statement: a04
    by: sohr
    said: 2022-02-03T09+02:00
    sources: [page, https://other.example/2]
    killed: { people: at least 9, children: { figure: 4, basis: named }, combatants: { presumed: 3 } }
  - statement: a08
    by: sohr
    said: 2022-02-04
    sources: page
    revises: a04
    killed: { people: 13, children: 6 }
  - { statement: u1, by: us, said: 2022-02-03, sources: page, denies: harm, announces investigation: true }
  - { actor amended: us, effective: 2022-03-01, name: United States }
  - { grade: fair, scheme: other, basis: "a08#killed-person", assessed by: sohr, decided: 2022-03-01 }
`;

/** YAML as a tree in which a mapping may have a key twice, and a value may be written in any way. */
type Tree = null | boolean | number | string | readonly Tree[] | Pairs | Raw;
interface Pairs {
  readonly pairs: readonly (readonly [string, Tree])[];
}
interface Raw {
  readonly raw: string;
}

const isPairs = (tree: Tree): tree is Pairs => typeof tree === 'object' && tree !== null && 'pairs' in tree;

const treeOf = (value: unknown): Tree => {
  if (Array.isArray(value)) return value.map(treeOf);
  if (typeof value !== 'object' || value === null) return value as Tree;
  return { pairs: Object.entries(value).map(([key, under]) => [key, treeOf(under)] as const) };
};

const written = (tree: Tree): string => {
  if (Array.isArray(tree)) return `[${tree.map(written).join(',\n')}]`;
  if (isPairs(tree))
    return `{${tree.pairs.map(([key, under]) => `${JSON.stringify(key)}: ${written(under)}`).join(',\n')}}`;
  return typeof tree === 'object' && tree !== null && 'raw' in tree ? tree.raw : JSON.stringify(tree);
};

const inside = (tree: Tree): readonly Tree[] =>
  Array.isArray(tree) ? tree : isPairs(tree) ? tree.pairs.map(([, under]) => under) : [];
const size = (tree: Tree): number => inside(tree).reduce((sum: number, one) => sum + size(one), 1);

/** The tree with its nth node, counted from above, changed. */
function changed(tree: Tree, nth: number, change: (node: Tree) => Tree): Tree {
  if (nth === 0) return change(tree);
  let left = nth - 1;
  const step = (under: Tree): Tree => {
    const here = left;
    left -= size(under);
    return here >= 0 && left < 0 ? changed(under, here, change) : under;
  };
  if (Array.isArray(tree)) return tree.map(step);
  return isPairs(tree) ? { pairs: tree.pairs.map(([key, under]) => [key, step(under)] as const) } : tree;
}

const RAW = [
  '&a x',
  '*a',
  '!!js/function "x"',
  '!!binary aGk=',
  '!x y',
  '{<<: {by: x}}',
  '1e400',
  '.inf',
  '.nan',
  '0x1F',
  '007',
  '-0',
  '~',
  '"\\u0000"',
  '"\\ud800"',
  '"\\x1b[2J"',
  '"\\t"',
  '9007199254740993',
];
const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'pointer',
  '',
  ' ',
  '<<',
  'x'.repeat(300),
  '\u0000',
];
const CODES = ['other', 'daily', 'none', 'about 5', '2022-02-30', '2022-02', 'a04', 'raid', 'a04#killed-person', '#'];
const junk: fc.Arbitrary<Tree> = fc.oneof(
  fc.constantFrom<Tree>(null, true, false, 0, -1, 1.5, 2 ** 53, [], { pairs: [] }, [[]], [null], '', ' '),
  fc.constantFrom(...RAW).map((raw) => ({ raw })),
  fc.constantFrom(...CODES, ...KEYS),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom<Tree>(null, 1, 'x', [])).map((pair): Tree => ({ pairs: [pair] })),
);

const swapped = (node: Tree): Tree => {
  if (Array.isArray(node)) return { pairs: node.map((one, index) => [String(index), one] as const) };
  return isPairs(node) ? node.pairs.map(([, under]) => under) : [node];
};
const without = (node: Tree, nth: number): Tree => {
  if (Array.isArray(node)) return node.filter((_, index) => index !== nth % node.length);
  return isPairs(node) ? { pairs: node.pairs.filter((_, index) => index !== nth % node.pairs.length) } : null;
};
const twice = (node: Tree, nth: number, other: Tree): Tree => {
  if (Array.isArray(node)) return [...node, ...node];
  const pair = isPairs(node) ? node.pairs[nth % node.pairs.length] : undefined;
  return isPairs(node) && pair ? { pairs: [...node.pairs, [pair[0], other]] } : node;
};
const withKey = (node: Tree, key: string, under: Tree): Tree =>
  isPairs(node) ? { pairs: [...node.pairs, [key, under]] } : node;

const change: fc.Arbitrary<(node: Tree) => Tree> = fc.oneof(
  junk.map((other) => () => other),
  fc.constant(swapped),
  fc.nat(20).map((nth) => (node: Tree) => without(node, nth)),
  fc.tuple(fc.nat(20), junk).map(
    ([nth, other]) =>
      (node: Tree) =>
        twice(node, nth, other),
  ),
  fc.tuple(fc.constantFrom(...KEYS), junk).map(
    ([key, under]) =>
      (node: Tree) =>
        withKey(node, key, under),
  ),
);

/** A case file in which up to four things are not what they should be. */
const spoilt = (text: string): fc.Arbitrary<string> => {
  const tree = treeOf(parse(text));
  const one = fc.tuple(fc.nat(size(tree) - 1), change);
  return fc
    .array(one, { minLength: 1, maxLength: 4 })
    .map((changes) => `${written(changes.reduce<Tree>((now, [nth, how]) => changed(now, nth, how), tree))}\n`);
};

const POINTER = /^(\/([^/~]|~[01])*)*$/;
const SECTIONS = ['actors', 'sources', 'incidents', 'series', 'operations'];

/** Everything that a file says by itself: its definitions, and the entries of its record. */
function entriesOf(text: string): readonly string[] {
  const { value } = parseYaml(text);
  if (!(value instanceof Map)) return [];
  const file = value as ReadonlyMap<string, unknown>;
  const defined = SECTIONS.flatMap((section) => {
    const words = file.get(section);
    return words instanceof Map
      ? [...(words.keys() as Iterable<string>)].map((id) => `/${section}/${escaped(id)}`)
      : [];
  });
  const record = file.get('record');
  return [...defined, ...(Array.isArray(record) ? record.map((_, index) => `/record/${index}`) : [])];
}
const escaped = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1');
const within = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}/`);

/** Every problem can be found and read, and nothing was left out without a word. */
function expectSound(text: string, { rows, problems }: Pick<CompiledCase, 'rows' | 'problems'>): void {
  const lines = text.split('\n').length;
  for (const { line, column, pointer, message } of problems) {
    expect(line >= 1 && line <= lines && column >= 1).toBe(true);
    expect(pointer).toMatch(POINTER);
    expect(message.length > 10 && message.length < 1200).toBe(true);
    // eslint-disable-next-line no-control-regex
    expect(message).not.toMatch(/[\u0000-\u001f]/);
  }
  const said = new Set(rows.map(({ pointer }) => pointer));
  const lost = entriesOf(text).filter(
    (at) =>
      !said.has(at) &&
      !problems.some(({ pointer }) => within(pointer, at) || within(at, pointer) || within(pointer, '/case')),
  );
  expect(lost).toEqual([]);
}

const compiled = (text: string): CompiledCase => compileCaseFile(text, 'case.yaml');

describe('a case file in which something is not what it should be', () => {
  it.each(['atmeh-2022', 'snhr-russia'])('is read to its end, and everything in it is a row or named: %s', (name) => {
    fc.assert(
      fc.property(spoilt(example(name)), (text) => expectSound(text, compiled(text))),
      { numRuns: 10 },
    );
  });

  it('is read to its end, and everything in it is a row or named, however small it is', () => {
    fc.assert(
      fc.property(spoilt(SMALL), (text) => expectSound(text, compiled(text))),
      { numRuns: 100 },
    );
  });

  it('is read to its end when it is not even a tree', () => {
    const signs = fc.constantFrom('- ', ': ', '{', '}', '[', ']', '\n', '\t', '  ', '#', '|', '>', '"', "'", '%', '? ');
    const anything = fc.array(
      fc.oneof(signs, fc.constantFrom('case', 'record', 'a', '&a', '*a', '!!set', '---', '...')),
    );
    fc.assert(
      fc.property(fc.tuple(anything, fc.nat(SMALL.length)), ([parts, at]) => {
        const text = SMALL.slice(0, at) + parts.join('') + SMALL.slice(at);
        expectSound(text, compiled(text));
      }),
      { numRuns: 100 },
    );
  });

  it('is imported without its bad rows, and not at all where all or nothing was asked for', async () => {
    await fc.assert(
      fc.asyncProperty(spoilt(SMALL), async (text) => {
        const by = { id: 'x', role: 'recorder' } as const;
        const strict = await registerInMemory();
        const whole = await new Importer(strict.commands).import([compiled(text)], { by, allOrNothing: true });
        const bad = whole.problems.length > 0;
        expect([whole.withheld, (await strict.events()).length === 0]).toEqual([
          bad,
          bad || compiled(text).rows.length === 0,
        ]);
        await strict.close();
        if (!bad) return;

        const lenient = await registerInMemory();
        const importer = new Importer(lenient.commands);
        const first = await importer.import([compiled(text)], { by });
        expect(first.files[0]?.recorded).toBe((await lenient.events()).length);
        expect(first.problems).toEqual(whole.problems);
        const second = await importer.import([compiled(text)], { by });
        expect(second.files[0]?.recorded).toBe(0);
        await lenient.close();
      }),
      { numRuns: 15 },
    );
  });

  it('spoils no row but its own and those that build on it', () => {
    const sound = compiled(SMALL).rows.length;
    const { rows, problems } = compiled(SMALL.replace('denies: harm', 'denies: harm, denies: explosion'));
    expect([rows.length, problems.map(({ pointer }) => pointer)]).toEqual([sound - 1, ['/record/2/denies']]);
  });
});

describe('a case file that is cut short', () => {
  it('says nothing that the whole one does not say, at whatever character it was cut', () => {
    const keys = new Set(compiled(SMALL).rows.map(({ key }) => key));
    for (let end = 1; end < SMALL.length; end += 1) {
      const text = SMALL.slice(0, end);
      const cutInLine = SMALL[end] !== '\n' && text.slice(text.lastIndexOf('\n')).trim() !== '';
      const { rows, problems } = compiled(text);
      expectSound(text, { rows, problems });
      const others = rows.filter(({ key }) => !keys.has(key)).map(({ name }) => name);
      if (cutInLine) expect([text.slice(-30), others, problems.length > 0]).toEqual([text.slice(-30), [], true]);
    }
  });

  it('is named by the line it was cut in, even where what is left of a figure is a figure', () => {
    const text = `${SMALL}  - statement: a10\n    by: sohr\n    said: 2022-02-04\n    sources: page\n    killed: 1`;
    const { rows, problems } = compiled(text);
    expect(rows.map(({ name }) => name)).not.toContain('statement a10');
    expect(problems).toMatchObject([
      { line: text.split('\n').length, pointer: '/record/5/killed', message: expect.stringContaining('cut short') },
    ]);
  });
});

/** Elements looked at for each character of a file: what is hostile may cost more than what is not, but not without end. */
const MOST_WORK = 20;

describe('a case file made to exhaust the machine', () => {
  const many = (count: number, what: (n: number) => string): string =>
    Array.from({ length: count }, (_, n) => what(n)).join('');
  const head = 'case: { id: a, title: A, zone: UTC, about: raid, seen: copy }\n';

  it.each([
    ['larger than it may be', 'a'.repeat(5 * 1024 * 1024), 'larger than'],
    ['of a million entries', `record:\n${'-\n'.repeat(1_000_000)}`, 'too much'],
    ['of brackets that close nothing', ']'.repeat(2_000_000), 'too much'],
    ['of brackets in brackets, with spaces', '[ '.repeat(100_000), 'nested'],
    ['of lists in one line', '- '.repeat(100_000), 'nested'],
    ['of lists, each a space further in', many(2_000, (n) => `${' '.repeat(n)}-\n`), 'nested'],
    ['of mappings in one line', '? '.repeat(100_000), 'nested'],
    ['of one endless quotation', `a: "${'x'.repeat(1_000_000)}`, 'not YAML'],
    ['of one endless key', `${'x'.repeat(1_000_000)}: 1\n`, ''],
    ['of tags', '! '.repeat(10_000), ''],
    ['of commas', `[${','.repeat(5_000)}]\n`, ''],
  ])('is refused in a moment: one %s', (_what, text, why) => {
    let read = compiled('');
    const work = workOf(() => (read = compiled(text)));
    const { rows, problems } = read;
    expect([rows, problems.length >= 1 && problems.length < 30]).toEqual([[], true]);
    expect(problems[0]?.message).toContain(why);
    expect(work).toBeLessThan(MOST_WORK * text.length);
  });

  it.each([
    ['wrong keys in one entry', `${head}record:\n  - statement: a\n${many(2_000, (n) => `    key${n}: 1\n`)}`, 2_000],
    ['wrong entries', `${head}record:\n${many(2_000, (n) => `  - { stetement: a${n} }\n`)}`, 2_000],
    ['anchors', `${head}record:\n${many(2_000, (n) => `  - { statement: &a${n} a${n} }\n`)}`, 2_000],
    [
      'actors each part of the next',
      `${head}actors:\n${many(2_000, (n) => `  a${n}: { part of: a${n + 1} }\n`)}`,
      2_000,
    ],
  ])('has every problem named, and soon: %s', (_what, text, least) => {
    let read = compiled('');
    const work = workOf(() => (read = compiled(text)));
    const { rows, problems } = read;
    expect([rows, problems.length >= least]).toEqual([[], true]);
    expect(work).toBeLessThan(MOST_WORK * text.length);
  });
});
