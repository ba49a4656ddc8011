import type { Claim } from '../../../src/domain/claims/claim.js';
import type { Category } from '../../../src/domain/streams.js';
import {
  aPlace,
  causedBy,
  civilianStatus,
  graded,
  investigation,
  killed,
  located,
  noComment,
  occurrence,
  operationStatus,
  position,
  responsibility,
  takingPart,
} from '../builders.js';
import type { Making } from './making.js';

/** A claim of every kind about an incident; the first counts children. */
export function everyClaim(its: Readonly<Record<Category, string>>, make: Making): readonly Claim[] {
  const claims: readonly Claim[] = [
    killed('child', make.figure()),
    responsibility('attributes', { actor: its.actor }),
    occurrence('affirms'),
    takingPart('declares', { operation: its.operation }),
    civilianStatus('adult-2nd-floor', 'civilian'),
    located(aPlace()),
    graded('fair'),
    operationStatus('declared', { operation: its.operation }),
    causedBy('gunfire'),
    investigation('calls_for', { addressedTo: [its.actor] }),
    position('condemns', 'harm'),
    noComment('responsibility'),
  ];
  return claims.map((claim) => ({ ...claim, about: { incidents: [its.incident] } }));
}
