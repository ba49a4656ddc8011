import fc from 'fast-check';
import { repeatedKeyIn } from './repeated-key.js';

/** A text that is JSON: its objects are lists of members, so that a key can come twice. */
interface Written {
  readonly text: string;
  readonly repeats: boolean;
}

const plain = fc.oneof(
  fc.jsonValue({ maxDepth: 0 }),
  fc.constantFrom('\\', '"', '\\"', '{"a":1,"a":2}', ',', '}', ':'),
);
const names = fc.constantFrom('a', 'b', 'c', '', '\\', '"', 'a/b', '~', '__proto__', '\u00e9', '7');
const escaped = (name: string) =>
  [...name].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const space = fc.constantFrom('', ' ', '\n\t');

const { written } = fc.letrec<{ written: Written }>((tie) => ({
  written: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    plain.map((value) => ({ text: JSON.stringify(value), repeats: false })),
    fc.tuple(fc.array(tie('written'), { maxLength: 4 }), space).map(([items, gap]) => ({
      text: `[${gap}${items.map(({ text }) => text).join(`${gap},${gap}`)}${gap}]`,
      repeats: items.some(({ repeats }) => repeats),
    })),
    fc
      .tuple(fc.array(fc.tuple(names, fc.boolean(), tie('written')), { maxLength: 4 }), space)
      .map(([members, gap]) => ({
        text: `{${gap}${members
          .map(
            ([name, plainly, { text }]) =>
              `${plainly ? JSON.stringify(name) : `"${escaped(name)}"`}${gap}:${gap}${text}`,
          )
          .join(`${gap},`)}${gap}}`,
        repeats:
          new Set(members.map(([name]) => name)).size < members.length || members.some(([, , { repeats }]) => repeats),
      })),
  ),
}));

describe('a key that is named twice', () => {
  it('is found wherever it is, and nothing else is: in any JSON', () => {
    let both = 0;
    fc.assert(
      fc.property(written, ({ text, repeats }) => {
        JSON.parse(text); // what is looked at is always JSON
        both |= repeats ? 1 : 2;
        expect([text, repeatedKeyIn(text) !== null]).toEqual([text, repeats]);
      }),
      { numRuns: 3_000, seed: 20_220_203 },
    );
    expect(both).toBe(3);
  });

  it('is not found in what JSON.stringify writes, which names each once', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(4), (text, indent) => {
        expect(repeatedKeyIn(JSON.stringify(JSON.parse(text), null, indent))).toBeNull();
      }),
      { numRuns: 500, seed: 20_220_203 },
    );
  });

  it.each([
    ['{"a":1,"b":2,"a":3}', '/a'],
    ['{"a":1,"\\u0061":3}', '/a'],
    ['{"claims":[{"x":1},{"x":1,"y":["z"],"x":{}}]}', '/claims/1/x'],
    ['[{}, [], {"a/b":{"~":"\\"","~":1}}]', '/2/a~1b/~0'],
    ['{"":1,"":2}', '/'],
  ])('is told by its place: %s', (text, pointer) => {
    expect(repeatedKeyIn(text)).toBe(pointer);
  });

  it('is looked for in text nested however deep', () => {
    const deep = 200_000;
    expect(repeatedKeyIn(`${'[{"a":'.repeat(deep)}0${'}]'.repeat(deep)}`)).toBeNull();
  });
});
