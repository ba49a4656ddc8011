import type { JsonSchema } from '../../../domain/schema/field.js';
import { announced } from '../../../domain/vocabularies/announced.js';
import { change } from '../../../domain/vocabularies/change.js';
import { findingRule } from '../../../domain/vocabularies/finding-rule.js';
import { resolution } from '../../../domain/vocabularies/resolution.js';
import {
  answer,
  answerAbout,
  count,
  eventId,
  flag,
  instant,
  listOf,
  nextPage,
  object,
  oneOfCodes,
  orNull,
  position,
  ref,
  text,
} from './parts.js';

/** What does not go together. */
export const findingSchemas: Readonly<Record<string, JsonSchema>> = {
  Finding: object({
    id: { ...text, description: 'The same for as long as it is about the same.' },
    rule: oneOfCodes(findingRule),
    subject: text,
    key: text,
    members: listOf(text),
    memberCount: count,
    since: object({ claimed: orNull(instant), recorded: instant, position }),
    status: { enum: ['open', 'resolved'] },
    resolutions: listOf(
      object({ resolution: oneOfCodes(resolution), eventId, recordedAt: instant, members: listOf(text) }),
    ),
    'extremes?': listOf(ref('Extreme')),
    'changes?': listOf(
      object({
        from: ref('Extreme'),
        to: ref('Extreme'),
        change: orNull(oneOfCodes(change)),
        announced: orNull(oneOfCodes(announced)),
      }),
    ),
    'scopeAssumed?': flag,
  }),
  Findings: answerAbout({ subject: text, findings: listOf(ref('Finding')) }),
  OpenFindings: answer({ items: listOf(ref('Finding')), ...nextPage }),
};
