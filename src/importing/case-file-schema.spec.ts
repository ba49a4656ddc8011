import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { caseFileSchema } from './case-file-schema.js';

const read = (path: string): string => readFileSync(new URL(`../../examples/${path}`, import.meta.url), 'utf8');

describe('the schema that editors use', () => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: false }).compile(caseFileSchema());
  const accepts = (text: string): boolean => validate(parse(text));

  it('is the one in the repository (after a change: sijil schema > examples/case-file.schema.json)', () => {
    expect(JSON.parse(read('case-file.schema.json'))).toEqual(JSON.parse(JSON.stringify(caseFileSchema())));
  });

  it.each(['atmeh-2022', 'snhr-russia'])('accepts the example %s', (name) => {
    expect([accepts(read(`${name}/case.yaml`)), validate.errors]).toEqual([true, null]);
  });

  it.each([
    ['a misspelt key', 'killed: { people: 9,', 'kiled: { people: 9,'],
    ['an unknown code', 'seen: secondhand', 'seen: overheard'],
    ['a missing key', '    said: 2022-02-03\n    seen: secondhand\n', '    seen: secondhand\n'],
    ['a figure that is none', 'people: at least 13', 'people: dozens'],
    ['a misspelt part', 'record:', 'recrod:'],
  ])('refuses %s, as the importer does', (_what, right, wrong) => {
    const example = read('atmeh-2022/case.yaml');
    expect(example).toContain(right);
    expect(accepts(example.replace(right, wrong))).toBe(false);
  });
});
