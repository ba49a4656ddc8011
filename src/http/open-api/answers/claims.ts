import type { JsonSchema } from '../../../domain/schema/field.js';
import { announced } from '../../../domain/vocabularies/announced.js';
import { change } from '../../../domain/vocabularies/change.js';
import { changeReason } from '../../../domain/vocabularies/change-reason.js';
import {
  answerAbout,
  eventId,
  flag,
  instant,
  listOf,
  nextPage,
  object,
  oneOfCodes,
  orNull,
  page,
  position,
  ref,
  text,
} from './parts.js';

const said = { claimant: text, saidFrom: instant, saidTo: instant, recordedAt: instant };
const claim = {
  claim: { ...text, description: 'Its reference, <stream>#<claimId>.' },
  act: text,
  eventId,
  ...said,
  party: text,
  position,
  key: text,
  says: ref('Claim'),
  source: orNull(ref('Act')),
};
const versions = listOf(object({ claim: ref('Claim'), ...said, from: position, until: position }));
const links = listOf(ref('LinkSeen'));

/** Claims, and what became of them. */
export const claimSchemas: Readonly<Record<string, JsonSchema>> = {
  LinkSeen: object({
    claim: text,
    change: orNull(oneOfCodes(change)),
    announced: orNull(oneOfCodes(announced)),
    reason: orNull(oneOfCodes(changeReason)),
    by: { enum: ['source', 'register'] },
    void: { ...orNull(text), description: 'Why it does nothing; null while it acts.' },
  }),
  ClaimOfSubject: object({
    ...claim,
    slot: orNull(text),
    incidents: listOf(text),
    place: ref('Standing'),
    followedBy: listOf(text),
    supersedes: links,
    supersededBy: links,
    relays: links,
    relayedBy: links,
    conditional: flag,
    relayed: flag,
    joint: flag,
    setAside: orNull(text),
    orderUnknown: flag,
    corrections: versions,
  }),
  ClaimHistory: answerAbout({
    subject: text,
    claims: listOf(ref('ClaimOfSubject')),
    withdrawn: listOf(object({ claim: text, versions })),
    ...nextPage,
  }),
  ListedClaim: object(claim),
  Claims: page(ref('ListedClaim'), { actors: ref('ActorNames') }),
};
