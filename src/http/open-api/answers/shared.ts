import type { JsonSchema } from '../../../domain/schema/field.js';
import { componentsOf } from '../../../domain/schema/json-schema.js';
import { PassageText } from '../../../domain/values/passage.js';
import { erasureReason } from '../../../domain/vocabularies/erasure-reason.js';
import { protectionLevel } from '../../../domain/vocabularies/protection-level.js';
import { changed, count, eventId, flag, instant, object, orNull, position, ref } from './parts.js';

/** What answers of several kinds have in common. */
export const sharedSchemas = (shown: Readonly<Record<string, JsonSchema>>): Readonly<Record<string, JsonSchema>> => ({
  AsOf: object(
    {
      claimed: { ...orNull(instant), description: 'Said by then; null for all that was ever said.' },
      recorded: { ...position, description: 'What the register held up to this position.' },
    },
    'The clocks as they were understood. Asking with both gives the same answer again.',
  ),
  Withheld: object(
    { withheld: { enum: [...protectionLevel.codes, ...erasureReason.codes, 'missing'] } },
    'Something was here that is kept from you, or was erased; why.',
  ),
  PassageShown: changed(componentsOf([PassageText])['PassageText']!, [], {
    'passage?': { ...eventId, description: 'The id of the passage, for whoever may erase it.' },
  }),
  Words: { anyOf: [ref('PassageShown'), ref('Withheld')] },
  CoarsePoint: object(
    { lat: { type: 'number' }, lon: { type: 'number' }, withheld: { enum: protectionLevel.codes } },
    'The middle of the cell, some 5.6 km wide, that a point lies in which is kept more closely than you may see.',
  ),
  WithheldCount: object(
    { acts: count, claims: count, points: { ...count, description: 'Points that are shown coarsely, or not at all.' } },
    'How many are kept more closely than you may see.',
  ),
  ActorNames: {
    type: 'object',
    description: 'What the actors that the answer names are called, by id.',
    additionalProperties: pickOf(shown['ActorRegisteredShown']!, ['names', 'shownAs', 'type']),
  },
  Range: object({
    low: orNull({ type: 'integer' }),
    high: orNull({ type: 'integer' }),
    open: flag,
    parties: count,
    claims: count,
    scopeAssumed: flag,
  }),
  Act: {
    description: 'The statement or report without its claims.',
    anyOf: ['StatementIssuedShown', 'ReportPublishedShown'].map((name) => changed(shown[name]!, ['claims'])),
  },
  Claim: claimIn(shown['StatementIssuedShown']!),
});

/** Some fields of an object, none of them required. */
function pickOf(schema: JsonSchema, names: readonly string[]): JsonSchema {
  const properties = schema['properties'] as Readonly<Record<string, JsonSchema>>;
  return object(Object.fromEntries(names.map((name) => [`${name}?`, properties[name]!])));
}

const claimIn = (act: JsonSchema): JsonSchema =>
  (act['properties'] as { readonly claims: { readonly items: JsonSchema } }).claims.items;
