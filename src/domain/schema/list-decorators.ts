import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import type { Vocabulary } from '../vocabularies/vocabulary.js';
import { isText } from './checks.js';
import { field, type DataClass, type JsonSchema, type KindClass, type Shape } from './field.js';
import { CLAIM_REF, ID } from './forms.js';
import { distinct, each } from './member-checks.js';

const LIST_MAX = 10_000;
const plain = (schema: JsonSchema): Shape => ({ kind: 'plain', schema });

interface ListBounds {
  readonly min?: number;
  readonly max?: number;
}

const listOf = (of: Shape, { min = 0, max = LIST_MAX }: ListBounds, ...validators: readonly PropertyDecorator[]) =>
  field({ kind: 'list', of, min, max }, IsArray(), ArrayMinSize(min), ArrayMaxSize(max), ...validators);
const setOf = (of: Shape, { min = 0, max = LIST_MAX }: ListBounds, member: PropertyDecorator) =>
  field(
    { kind: 'list', of, min, max, unique: true },
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    member,
    distinct,
  );
const listOfPattern = (source: string, says: string, bounds: ListBounds) => {
  const expression = new RegExp(source, 'u');
  const matches = each((value) => isText(value) && expression.test(value), says);
  return setOf(plain({ type: 'string', pattern: source }), bounds, matches);
};

export const IsIds = (bounds: ListBounds = {}) => listOfPattern(ID, 'an id', bounds);
export const IsClaimRefs = (bounds: ListBounds = {}) => listOfPattern(CLAIM_REF, 'a claim reference', bounds);
export const IsCodes = (vocabulary: Vocabulary, bounds: ListBounds = {}) =>
  setOf(
    plain({ type: 'string', enum: vocabulary.codes }),
    bounds,
    each((value) => isText(value) && vocabulary.codes.includes(value), `one of: ${vocabulary.codes.join(', ')}`),
  );

export const IsValues = (of: () => DataClass, bounds: ListBounds = {}) =>
  listOf({ kind: 'class', of }, bounds, ValidateNested({ each: true }), Type(of as () => new () => object));

/** A list whose members are told apart by one property, such as claims by `kind`. */
export function IsKinds(
  by: string,
  of: readonly KindClass[],
  bounds: ListBounds = {},
  ...more: readonly PropertyDecorator[]
): PropertyDecorator {
  const known = each(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      of.some(({ name }) => name === (value as Record<string, unknown>)[by]),
    `of a known ${by}: ${of.map(({ name }) => name).join(', ')}`,
  );
  const subTypes = of.map(({ name, value }) => ({ name, value: value as new () => object }));
  const type = Type(() => Object, { discriminator: { property: by, subTypes }, keepDiscriminatorProperty: true });
  return listOf({ kind: 'kinds', by, of: () => of }, bounds, known, ValidateNested({ each: true }), type, ...more);
}
