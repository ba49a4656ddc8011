import { foldedJson } from './folded-json.js';

describe('folded JSON', () => {
  it('is on one line where it fits, and is folded where it does not', () => {
    expect(foldedJson({ a: [1, 'x'], b: {} }, 40)).toBe('{ "a": [1, "x"], "b": {} }');
    expect(foldedJson({ a: [1, 'x'], b: { c: 'long enough' } }, 24)).toBe(
      '{\n  "a": [1, "x"],\n  "b": {\n    "c": "long enough"\n  }\n}',
    );
  });

  it('says the same as JSON does', () => {
    const value = { a: [null, undefined, 1e21, 'é\n"\\\u2028'], gone: undefined, b: [[], {}, ['x'.repeat(200)]] };
    for (const width of [0, 20, 1000]) {
      expect(JSON.parse(foldedJson(value, width))).toEqual(JSON.parse(JSON.stringify(value)));
    }
  });
});
