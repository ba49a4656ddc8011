import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  IsUrl,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import type { Vocabulary } from '../vocabularies/vocabulary.js';
import { field, markOptional, type DataClass, type JsonSchema, type KindClass, type Shape } from './field.js';
import { isStorableText } from './text.js';

const ID = '^[a-z0-9][a-z0-9-]{0,63}$';
const CLAIM_REF = '^(statement|report)-[a-z0-9][a-z0-9-]{0,63}#[a-z0-9][a-z0-9-]{0,63}$';
const STREAM = '^(statement|report|operation|incident|series|actor|source)-[a-z0-9][a-z0-9-]{0,63}$';
const HASH = '^sha256:[0-9a-f]{64}$';
const INSTANT = '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})$';
const DATE = '^\\d{4}-\\d{2}-\\d{2}$';
const LIST_MAX = 10_000;

const plain = (schema: JsonSchema): Shape => ({ kind: 'plain', schema });
const check = (name: string, test: (value: unknown) => boolean, message: string, options?: ValidationOptions) =>
  ValidateBy({ name, validator: { validate: test, defaultMessage: () => message } }, options);
const isText = (value: unknown): value is string => typeof value === 'string';
const storable = check(
  'storableText',
  (value) => !isText(value) || isStorableText(value),
  '$property may not contain U+0000 or half of a surrogate pair',
);
const realInstant = check(
  'instant',
  (value) => isText(value) && new RegExp(INSTANT).test(value) && !Number.isNaN(Date.parse(value)),
  '$property must be an instant with its offset, such as 2022-02-03T01:00+02:00',
);
const pattern = (source: string, says: string): PropertyDecorator => {
  const matches = Matches(new RegExp(source), { message: `$property must be ${says}` });
  return field(plain({ type: 'string', pattern: source }), matches);
};

/** The field may be left out. It is never null unless its own decorator says so: unknown is null, absent is not said. */
export function Optional(): PropertyDecorator {
  const absent = ValidateIf((_object, value) => value !== undefined);
  return (prototype, property) => {
    markOptional(prototype, String(property));
    absent(prototype, property);
  };
}

/** An id of ours: a UUIDv7 or a slug the client chose. */
export const IsId = () => pattern(ID, 'an id: 1 to 64 of a-z, 0-9 and -, not beginning with -');
/** `<stream>#<claimId>`, such as `statement-a08#children`. */
export const IsClaimRef = () => pattern(CLAIM_REF, 'a claim reference such as statement-a08#children');
export const IsStream = () => pattern(STREAM, 'a stream such as statement-a08');
export const IsHash = () => pattern(HASH, 'a hash such as sha256: and 64 hexadecimal digits');
/** A calendar date, `YYYY-MM-DD`. */
export const IsCalendarDate = () => pattern(DATE, 'a date such as 2022-02-03');

export const IsInstant = () => field(plain({ type: 'string', format: 'date-time' }), realInstant);
export const IsEventId = () => field(plain({ type: 'string', format: 'uuid' }), IsUUID());
export const IsLink = () =>
  field(plain({ type: 'string', format: 'uri', maxLength: 2048 }), IsUrl({ require_tld: false }), MaxLength(2048), storable);
export const IsFlag = () => field(plain({ type: 'boolean' }), IsBoolean());
export const IsWhole = () => field(plain({ type: 'integer' }), IsInt());
/** A whole number or null: a bound nobody stated. */
export const IsBound = () =>
  field(
    plain({ type: ['integer', 'null'] }),
    check('bound', (value) => value === null || Number.isSafeInteger(value), '$property must be a whole number, or null when unknown'),
  );
export const IsDegrees = () => field(plain({ type: 'number' }), IsNumber({ allowNaN: false, allowInfinity: false }));

/** Short public text of ours, 1 to `max` characters. What others said verbatim is a passage instead. */
export const IsText = (max = 500) =>
  field(plain({ type: 'string', minLength: 1, maxLength: max }), IsString(), MinLength(1), MaxLength(max), storable);

/** A BCP 47 language tag, in its common form. */
export const IsLanguage = () => pattern('^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', 'a language tag such as ar or en');

export const IsOneOf = <T extends string>(...values: readonly T[]) =>
  field(plain({ type: 'string', enum: values }), IsIn(values, { message: `$property must be one of: ${values.join(', ')}` }));

/** A code of a vocabulary; unknown codes are refused. */
export const IsCode = (vocabulary: Vocabulary) =>
  field(
    plain({ type: 'string', enum: vocabulary.codes }),
    IsIn(vocabulary.codes, { message: `$property must be a ${vocabulary.name}: ${vocabulary.codes.join(', ')}` }),
  );

interface ListBounds {
  readonly min?: number;
  readonly max?: number;
}

const each = (test: (value: unknown) => boolean, says: string) =>
  check('each', (value) => Array.isArray(value) && value.every(test), `each of $property must be ${says}`);
const listOf = (of: Shape, { min = 0, max = LIST_MAX }: ListBounds, ...validators: readonly PropertyDecorator[]) =>
  field({ kind: 'list', of, min, max }, IsArray(), ArrayMinSize(min), ArrayMaxSize(max), ...validators);
const listOfPattern = (source: string, says: string, bounds: ListBounds) => {
  const expression = new RegExp(source);
  const matches = each((value) => isText(value) && expression.test(value), says);
  return listOf(plain({ type: 'string', pattern: source }), bounds, matches, ArrayUnique());
};

export const IsIds = (bounds: ListBounds = {}) => listOfPattern(ID, 'an id', bounds);
export const IsClaimRefs = (bounds: ListBounds = {}) => listOfPattern(CLAIM_REF, 'a claim reference', bounds);
export const IsCodes = (vocabulary: Vocabulary, bounds: ListBounds = {}) =>
  listOf(
    plain({ type: 'string', enum: vocabulary.codes }),
    bounds,
    each((value) => isText(value) && vocabulary.codes.includes(value), `a ${vocabulary.name}: ${vocabulary.codes.join(', ')}`),
    ArrayUnique(),
  );

/** A value with fields of its own. */
export const IsValue = (of: () => DataClass) =>
  field({ kind: 'class', of }, IsObject(), ValidateNested(), Type(of as () => new () => object));

export const IsValues = (of: () => DataClass, bounds: ListBounds = {}) =>
  listOf({ kind: 'class', of }, bounds, ValidateNested({ each: true }), Type(of as () => new () => object));

/** A list whose members are told apart by one property, such as claims by `kind`. */
export function IsKinds(by: string, of: readonly KindClass[], bounds: ListBounds = {}): PropertyDecorator {
  const known = each(
    (value) => typeof value === 'object' && value !== null && of.some(({ name }) => name === (value as Record<string, unknown>)[by]),
    `of a known ${by}: ${of.map(({ name }) => name).join(', ')}`,
  );
  const subTypes = of.map(({ name, value }) => ({ name, value: value as new () => object }));
  const type = Type(() => Object, { discriminator: { property: by, subTypes }, keepDiscriminatorProperty: true });
  return listOf({ kind: 'kinds', by, of: () => of }, bounds, known, ValidateNested({ each: true }), type);
}
