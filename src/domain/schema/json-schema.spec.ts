import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { recordedExamples } from '../../../test/support/recorded-examples.js';
import { definitions } from '../events/index.js';
import { componentsOf, jsonSchemaOf, nameOf, type Form } from './json-schema.js';
import { ownIdOf, type DataClass } from './field.js';
import { mapPassages } from './passages.js';
import { validateData } from './validate.js';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, keywords: ['x-protection', 'discriminator'] });
const compiled = new Map<string, (data: unknown) => boolean>();
const passes = (cls: DataClass, form: Form, data: unknown): boolean => {
  const key = `${cls.name} ${form}`;
  const check = compiled.get(key) ?? ajv.compile(jsonSchemaOf(cls, form));
  compiled.set(key, check);
  return check(data);
};
const classOf = (type: string): DataClass => definitions.get(type)!.data;
const examples = recordedExamples().filter(({ type, version }) => version === definitions.get(type)!.version);

it.each(examples)('the schema of $type takes its recorded example', ({ type, stored }) => {
  expect(passes(classOf(type), 'event', stored.data)).toBe(true);
});

it.each(examples)('the schema of the body of $type takes the example with words for references', ({ type, stored }) => {
  const words = { lang: 'en', value: 'what they said', translations: [{ lang: 'ar', value: 'ما قالوه', by: 'human' }] };
  const body = mapPassages(classOf(type), stored.data, () => words);
  expect(passes(classOf(type), 'body', body)).toBe(true);
});

it('a body may leave out what the service fills in, and an event may not', () => {
  const statement = examples.find(({ type }) => type === 'StatementIssued');
  const { statementId: _, passage: __, ...rest } = statement!.stored.data;
  const body = { ...rest, claims: [] };
  expect(passes(classOf('StatementIssued'), 'body', body)).toBe(true);
  expect(passes(classOf('StatementIssued'), 'event', body)).toBe(false);
  expect(ownIdOf(classOf('StatementIssued'))).toBe('statementId');
  expect(ownIdOf(classOf('EntryCorrected'))).toBeUndefined();
});

it('every field says how closely it is kept', () => {
  const schemas = componentsOf([...definitions.values()].map(({ data }) => data));
  const missing = Object.entries(schemas).flatMap(([name, schema]) =>
    Object.entries(schema['properties'] as Record<string, Record<string, unknown>>).flatMap(([field, one]) =>
      typeof one['x-protection'] === 'string' ? [] : [`${name}.${field}`],
    ),
  );
  expect(missing).toEqual([]);
  expect(schemas['CivilianStatusClaim']).toHaveProperty('properties.who.x-protection', 'restricted');
});

it('the components of an OpenAPI document refer to each other only, and share what has one form', () => {
  const schemas = componentsOf([classOf('StatementIssued'), classOf('SourceArchived')]);
  const refs = [...JSON.stringify(schemas).matchAll(/"#\/([^"]+)"/g)].map(([, ref]) => ref!);
  expect(new Set(refs.filter((ref) => !(ref.replace('components/schemas/', '') in schemas)))).toEqual(new Set());
  expect(Object.keys(schemas)).toEqual(
    expect.arrayContaining(['StatementIssued', 'StatementIssuedBody', 'When', 'Figure']),
  );
  expect(nameOf(classOf('StatementIssued'), 'body')).toBe('StatementIssuedBody');
  expect(schemas).not.toHaveProperty('WhenBody');
});

type Path = readonly (string | number)[];

function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([name, member]) =>
      pathsIn(member, [...path, Array.isArray(value) ? Number(name) : name]),
    ),
  ];
}

function changed(value: unknown, [first, ...rest]: Path, change: (member: unknown) => unknown): unknown {
  if (first === undefined) return change(value);
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  const member = changed(copy[first], rest, change);
  if (member !== GONE) copy[first] = member;
  else if (Array.isArray(copy)) copy.splice(Number(first), 1);
  else delete copy[first];
  return copy;
}

const GONE = Symbol('gone');
const changes: readonly ((member: unknown) => unknown)[] = [
  () => GONE,
  ...[null, 0, 1.5, 2 ** 60, '', 'zzz', 'ZZZ', 'x'.repeat(3000), true, [], {}, [[]], [null]].map(
    (other) => () => other,
  ),
  (member) => (typeof member === 'object' && !Array.isArray(member) ? { ...member, unknownField: 1 } : [member]),
  (member) => (Array.isArray(member) ? [...(member as unknown[]), ...(member as unknown[])] : { 0: member }),
];

/** Rules between fields, or about the world, that a schema cannot say. */
const BEYOND_A_SCHEMA = [
  /(is required|allowed only|required) (where|unless)/,
  /must be \{ (incidents|claim) \}/,
  /does not fit the bounds/,
  /must not lie before/,
  /must be (a date of the calendar|a time zone|an address)/,
  /\/claimId is used twice/,
  /must be "daily" or a list/,
];

it('the schema and the validation on write refuse the same data, but for rules that a schema cannot say', () => {
  const changedExamples = fc.constantFrom(...examples).chain(({ type, stored }) =>
    fc.record({
      type: fc.constant(type),
      data: fc
        .tuple(
          fc.constantFrom(...pathsIn(stored.data).filter((path) => path.length > 0 && !isCarried(path))),
          fc.constantFrom(...changes),
        )
        .map(([path, change]) => changed(stored.data, path, change)),
    }),
  );
  fc.assert(
    fc.property(changedExamples, ({ type, data }) => {
      const problems = validateData(classOf(type), data);
      const bySchema = problems.filter(
        ({ pointer, message }) => !BEYOND_A_SCHEMA.some((rule) => rule.test(`${pointer} ${message}`)),
      );
      const taken = passes(classOf(type), 'event', data);
      if (taken) expect(bySchema).toEqual([]);
      else expect(problems).not.toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

const isCarried = ([first, ...rest]: Path): boolean => (first === 'before' || first === 'after') && rest.length > 0;
