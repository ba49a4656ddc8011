import type { Claim } from '../../domain/claims/claim.js';
import type { EventType } from '../../domain/events/index.js';
import { inClaim } from '../../domain/references/in-claims.js';
import type { Reference } from '../../domain/references/reference.js';
import { referencesOf } from '../../domain/references/references-of.js';
import { streamOf, type Category } from '../../domain/streams.js';

/** What lends an act its own level: whom it names, what it rests on, and what it is about. */
const LENDING: ReadonlySet<Category> = new Set(['actor', 'source', 'incident', 'series']);

const lending = (references: readonly Reference[]): readonly string[] =>
  references.filter(({ category }) => LENDING.has(category)).map(({ category, id }) => streamOf(category, id));

/** Streams of the actors, sources, incidents and series that an entry names. */
export const namedByEntry = (type: EventType, data: object): readonly string[] => lending(referencesOf(type, data));

/** Streams of the same that a claim names, beside its claimant. */
export const namedByClaim = (claim: Claim): readonly string[] => lending(inClaim(claim, ''));

/** Streams of the same that an act names, with its claims. */
export const namedByAct = (type: EventType, data: object): readonly string[] => {
  const { claims = [] } = data as { readonly claims?: readonly Claim[] };
  return [...namedByEntry(type, data), ...claims.flatMap(namedByClaim)];
};

const ACTS: ReadonlySet<Category> = new Set(['statement', 'report', 'operation']);

const acts = (references: readonly Reference[]): readonly string[] =>
  references.filter(({ category }) => ACTS.has(category)).map(({ category, id }) => streamOf(category, id));

/** Streams of the acts that an entry names, or whose claims. */
export const actsNamedByEntry = (type: EventType, data: object): readonly string[] => acts(referencesOf(type, data));

/** Streams of the acts that a claim names, or whose claims. */
export const actsNamedByClaim = (claim: Claim): readonly string[] => acts(inClaim(claim, ''));
