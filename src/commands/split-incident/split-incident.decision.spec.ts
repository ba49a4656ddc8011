import { INCIDENT, aStatement, anIncident, aMerge, aSplit, killed } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { WORLD } from '../../../test/support/world.js';
import {
  AllocatedElsewhere,
  AllocatedTwice,
  ClaimAboutAnother,
  IncidentAbsorbed,
  SplitIntoItself,
} from '../../domain/refusals/identity.js';
import { ClaimUnknown, Unknown } from '../../domain/refusals/unknown.js';
import { atLeast } from '../../domain/values/figure.js';

const CLAIM = 'statement-a01#killed-child';
const PARTS = [
  ...WORLD,
  anIncident({ incidentId: 'one' }),
  anIncident({ incidentId: 'two' }),
  aStatement({ claims: [killed('child', atLeast(6))] }),
];
const split = aSplit(['one', 'two'], { allocation: [{ claim: CLAIM, to: 'one' }] });

describe('splitting an incident', () => {
  it('records the parts, and which claims went to which', () =>
    given(...PARTS)
      .when(split)
      .thenRecorded());

  it('leaves with it the claims that are not allocated', () =>
    given(...PARTS)
      .when(aSplit(['one']))
      .thenRecorded());

  it('said again adds nothing', () =>
    given(...PARTS, split)
      .when(split)
      .thenNothing());

  it('is refused into itself', () =>
    given(...PARTS)
      .when(aSplit(['one', INCIDENT]))
      .thenRefused(SplitIntoItself, '/into/1'));

  it('is refused into an unknown incident', () =>
    given(...PARTS)
      .when(aSplit(['one', 'nowhere']))
      .thenRefused(Unknown, '/into/1'));

  it('is refused into an absorbed incident', () =>
    given(...PARTS, aMerge('two', { incidentId: 'one' }))
      .when(aSplit(['one']))
      .thenRefused(IncidentAbsorbed, '/into/0'));

  it('refuses to allocate to what is not one of the parts', () =>
    given(...PARTS)
      .when(aSplit(['one'], { allocation: [{ claim: CLAIM, to: 'two' }] }))
      .thenRefused(AllocatedElsewhere, '/allocation/0/to'));

  it('refuses to allocate one claim twice', () =>
    given(...PARTS)
      .when(
        aSplit(['one', 'two'], {
          allocation: [
            { claim: CLAIM, to: 'one' },
            { claim: CLAIM, to: 'two' },
          ],
        }),
      )
      .thenRefused(AllocatedTwice, '/allocation/1/claim'));

  it('refuses to allocate a claim that is not about the incident', () =>
    given(
      ...PARTS,
      aStatement({ statementId: 'a02', claims: [killed('child', atLeast(6), { about: { incidents: ['two'] } })] }),
    )
      .when(aSplit(['one'], { allocation: [{ claim: 'statement-a02#killed-child', to: 'one' }] }))
      .thenRefused(ClaimAboutAnother, '/allocation/0/claim'));

  it('refuses to allocate a claim that an earlier split gave away', () =>
    given(...PARTS, split)
      .when(aSplit(['two'], { allocation: [{ claim: CLAIM, to: 'two' }] }))
      .thenRefused(ClaimAboutAnother, '/allocation/0/claim'));

  it('refuses to allocate a claim that is not there', () =>
    given(...PARTS)
      .when(aSplit(['one'], { allocation: [{ claim: 'statement-a09#x', to: 'one' }] }))
      .thenRefused(ClaimUnknown, '/allocation/0/claim'));

  it('is refused of an absorbed incident', () =>
    given(...PARTS, aMerge('two'))
      .when(aSplit(['one']))
      .thenRefused(IncidentAbsorbed, ''));
});
