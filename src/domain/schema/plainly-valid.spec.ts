import fc from 'fast-check';
import { aConditionalCall, aReport, aStatement, inSlot, killed } from '../../../test/support/builders.js';
import { recordedExamples } from '../../../test/support/recorded-examples.js';
import { definitions } from '../events/index.js';
import { atLeast, between, exactly } from '../values/figure.js';
import { malformedIn } from './malformed.js';
import { isPlainlyValid } from './plainly-valid.js';
import { classValidated } from './validate.js';

type Json = Record<string, unknown>;

const acts: readonly { readonly type: string; readonly data: object }[] = [
  ...recordedExamples()
    .filter(({ version, type }) => version === definitions.get(type)!.version)
    .map(({ type, stored: { data } }) => ({ type, data })),
  aStatement({ claims: [killed('person', exactly(13)), killed('child', atLeast(6))] }),
  aConditionalCall(),
  aReport({ claims: [killed('person', between(3, 9), { basis: 'aggregate', ...inSlot('year-1') })] }),
];

describe('what is plainly valid', () => {
  it.each(acts)('is a $type as it was recorded', ({ type, data }) => {
    expect(isPlainlyValid(definitions.get(type)!.data, data as Json)).toBe(true);
  });

  it('is what class-validator finds nothing wrong with, whatever one part of it becomes', () => {
    const instead = fc.oneof(
      fc.constantFrom<unknown>(undefined, null, 0, -1, 2 ** 60, '', 'x', 'a b', true, {}, [], [null], [{}]),
      fc.constantFrom<unknown>('2022-02-30T00:00:00Z', 'count', 'exact', { from: 1 }, ['twice', 'twice']),
    );
    fc.assert(
      fc.property(fc.constantFrom(...acts), fc.nat(), instead, fc.boolean(), ({ type, data }, nth, value, added) => {
        const draft = structuredClone(data) as Json;
        const places = placesIn(draft);
        const { owner, name } = places[nth % places.length]!;
        owner[added && !Array.isArray(owner) ? `${name}More` : name] = value;
        const changed = JSON.parse(JSON.stringify(draft)) as Json;

        const cls = definitions.get(type)!.data;
        fc.pre([...malformedIn(cls, changed)].length === 0);
        const found = classValidated(cls, changed);
        expect({ found, valid: isPlainlyValid(cls, changed) }).toEqual({ found, valid: found.length === 0 });
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Every field and list member, wherever it lies. */
const placesIn = (value: unknown): readonly { readonly owner: Json; readonly name: string }[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, member]) => [{ owner: value as Json, name }, ...placesIn(member)])
    : [];
