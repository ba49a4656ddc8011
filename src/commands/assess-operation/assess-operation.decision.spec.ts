import type { Claim } from '../../domain/claims/claim.js';
import {
  INCIDENT,
  aStatement,
  anIncident,
  aMerge,
  anOperationAssessment,
  occurrence,
  takingPart,
} from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { WORLD } from '../../../test/support/world.js';
import { ClaimAboutAnother } from '../../domain/refusals/identity.js';
import { ClaimUnknown, Unknown } from '../../domain/refusals/unknown.js';

const said = (...claims: readonly Claim[]) => aStatement({ claims });

describe('assessing an operation', () => {
  it('is recorded on a claim about one of its incidents', () =>
    given(...WORLD, said(occurrence('affirms')))
      .when(anOperationAssessment({ basis: ['statement-a01#occurrence'] }))
      .thenRecorded());

  it('is recorded on a claim that names the operation', () =>
    given(
      ...WORLD,
      anIncident({ incidentId: 'elsewhere' }),
      said(takingPart('declares', { about: { incidents: ['elsewhere'] } })),
    )
      .when(anOperationAssessment({ basis: ['statement-a01#operation'] }))
      .thenRecorded());

  it('is recorded on a claim about an incident that one of its own absorbed', () =>
    given(
      ...WORLD,
      anIncident({ incidentId: 'elsewhere' }),
      aMerge(INCIDENT, { incidentId: 'elsewhere' }),
      said(occurrence('affirms', { about: { incidents: ['elsewhere'] } })),
    )
      .when(anOperationAssessment({ basis: ['statement-a01#occurrence'] }))
      .thenRecorded());

  it('is refused on a claim about something else', () =>
    given(
      ...WORLD,
      anIncident({ incidentId: 'elsewhere' }),
      said(occurrence('affirms', { about: { incidents: ['elsewhere'] } })),
    )
      .when(anOperationAssessment({ basis: ['statement-a01#occurrence'] }))
      .thenRefused(ClaimAboutAnother, '/basis/0'));

  it('is refused on a claim that is not there', () =>
    given(...WORLD)
      .when(anOperationAssessment({ basis: ['statement-a01#occurrence'] }))
      .thenRefused(ClaimUnknown, '/basis/0'));

  it('is refused of an operation that was never recorded', () =>
    given(...WORLD)
      .when(anOperationAssessment({ operationId: 'nothing' }))
      .thenRefused(Unknown, ''));

  it('is refused by somebody unknown', () =>
    given(...WORLD)
      .when(anOperationAssessment({ assessedBy: 'nobody' }))
      .thenRefused(Unknown, '/assessedBy'));

  it('said again adds nothing', () =>
    given(...WORLD, anOperationAssessment())
      .when(anOperationAssessment())
      .thenNothing());

  it('is recorded again once something else was judged in between', () =>
    given(...WORLD, anOperationAssessment(), anOperationAssessment({ status: 'contested' }))
      .when(anOperationAssessment())
      .thenRecorded());
});
