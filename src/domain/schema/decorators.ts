import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsNumber, IsObject, IsString, Matches, ValidateIf, ValidateNested } from 'class-validator';
import type { Vocabulary } from '../vocabularies/vocabulary.js';
import { isZone } from './calendar.js';
import { check, isText, ofLength, onARealDay, storable } from './checks.js';
import { CLAIM_REF, DATE, EVENT_ID, HASH, ID, INSTANT, LINK, STREAM, ZONE } from './forms.js';
import { field, markFilledIn, markOptional, type DataClass, type JsonSchema, type Shape } from './field.js';

export { IsClaimRefs, IsCodes, IsIds, IsKinds, IsValues } from './list-decorators.js';

const WHOLE = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };

const plain = (schema: JsonSchema): Shape => ({ kind: 'plain', schema });
const pattern = (source: string, says: string, ...more: readonly PropertyDecorator[]): PropertyDecorator => {
  const matches = Matches(new RegExp(source, 'u'), { message: `$property must be ${says}` });
  return field(plain({ type: 'string', pattern: source }), matches, ...more);
};

/** The field may be left out. It is never null unless its own decorator says so: unknown is null, absent is not said. */
export function Optional(): PropertyDecorator {
  const absent = ValidateIf((_object, value) => value !== undefined);
  return (prototype, property) => {
    markOptional(prototype, String(property));
    absent(prototype, property);
  };
}

/** A body may leave the field out: the service makes it, takes it from the address, or reads it from the log. */
export function FilledIn(): PropertyDecorator {
  return (prototype, property) => markFilledIn(prototype, String(property));
}

export const isId = (value: unknown): value is string => isText(value) && new RegExp(ID).test(value);
/** An id of ours: a UUIDv7 or a slug the client chose. */
export const IsId = () => pattern(ID, 'an id: 1 to 64 of a-z, 0-9 and -, not beginning with -');
/** `<stream>#<claimId>`, such as `statement-a08#children`. */
export const IsClaimRef = () => pattern(CLAIM_REF, 'a claim reference such as statement-a08#children');
export const IsStream = () => pattern(STREAM, 'a stream such as statement-a08');
export const IsHash = () => pattern(HASH, 'a hash such as sha256: and 64 hexadecimal digits');
/** A calendar date, `YYYY-MM-DD`. */
export const IsCalendarDate = () => pattern(DATE, 'a date such as 2022-02-03', onARealDay);

export const IsInstant = () =>
  pattern(INSTANT, 'an instant with its offset, such as 2022-02-03T01:00+02:00', onARealDay);
export const IsEventId = () => pattern(EVENT_ID, 'a UUID in lower case');
/** The name of an event, such as `StatementIssued`. */
export const IsEventType = () => pattern('^([A-Z][a-z]+){2,}$', 'the name of an event such as StatementIssued');
/** Which version of an event's data it is: 1, 2, … */
export const IsVersion = () =>
  field(
    plain({ type: 'integer', minimum: 1, maximum: WHOLE.maximum }),
    check(
      'version',
      (value) => Number.isSafeInteger(value) && Number(value) >= 1,
      '$property must be a version from 1',
    ),
  );
/** An address on the web, in any script. */
export const IsLink = () =>
  field(
    plain({ type: 'string', pattern: LINK, minLength: 1, maxLength: 2048 }),
    Matches(new RegExp(LINK, 'u'), { message: '$property must be an address such as https://example.org/page' }),
    check(
      'address',
      (value) => isText(value) && URL.canParse(value),
      '$property must be an address such as https://example.org/page',
    ),
    ofLength(1, 2048),
    storable,
  );
/** An IANA time zone, such as `Asia/Damascus`. */
export const IsZone = () =>
  pattern(
    ZONE,
    'a time zone such as Asia/Damascus',
    check('zone', (value) => isText(value) && isZone(value), '$property must be a time zone such as Asia/Damascus'),
  );
export const IsFlag = () => field(plain({ type: 'boolean' }), IsBoolean());
export const IsWhole = () =>
  field(plain({ type: 'integer', ...WHOLE }), check('whole', Number.isSafeInteger, '$property must be a whole number'));
/** A whole number or null: a bound nobody stated. */
export const IsBound = () =>
  field(
    plain({ type: ['integer', 'null'], ...WHOLE }),
    check(
      'bound',
      (value) => value === null || Number.isSafeInteger(value),
      '$property must be a whole number, or null when unknown',
    ),
  );
export const IsDegrees = () => field(plain({ type: 'number' }), IsNumber({ allowNaN: false, allowInfinity: false }));

/** Short public text of ours, 1 to `max` characters. What others said verbatim is a passage instead. */
export const IsText = (max = 500) =>
  field(plain({ type: 'string', minLength: 1, maxLength: max }), IsString(), ofLength(1, max), storable);

/** A BCP 47 language tag, in its common form. */
export const IsLanguage = () => pattern('^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', 'a language tag such as ar or en');

export const IsOneOf = <T extends string>(...values: readonly T[]) =>
  field(
    plain({ type: 'string', enum: values }),
    IsIn(values, { message: `$property must be one of: ${values.join(', ')}` }),
  );

/** A code of a vocabulary; unknown codes are refused. */
export const IsCode = (vocabulary: Vocabulary) =>
  field(
    plain({ type: 'string', enum: vocabulary.codes }),
    IsIn(vocabulary.codes, { message: `$property must be one of: ${vocabulary.codes.join(', ')}` }),
  );

/** A value with fields of its own. */
export const IsValue = (of: () => DataClass) =>
  field({ kind: 'class', of }, IsObject(), ValidateNested(), Type(of as () => new () => object));
