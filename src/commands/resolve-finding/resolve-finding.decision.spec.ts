import {
  aCorrection,
  aWithdrawal,
  underId,
  SERIES,
  aStatement,
  aReport,
  anIncident,
  aMerge,
  aResolution,
  killed,
} from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { WORLD } from '../../../test/support/world.js';
import { IncidentAbsorbed } from '../../domain/refusals/identity.js';
import { SubjectElsewhere } from '../../domain/refusals/subject.js';
import { ClaimUnknown, Unknown } from '../../domain/refusals/unknown.js';
import { exactly, atLeast } from '../../domain/values/figure.js';

const MEMBERS = ['statement-a01#killed-child', 'report-r01#killed-child'];
const SAID = [
  ...WORLD,
  aStatement({ claims: [killed('child', exactly(4))] }),
  aReport({ claims: [killed('child', atLeast(6))] }),
];

const TARGET = '00000000-0000-7000-8000-000000009001';

describe('resolving a finding', () => {
  it('records how it was settled, and on what members', () =>
    given(...SAID)
      .when(aResolution(MEMBERS))
      .thenRecorded());

  it('is recorded of a series too', () =>
    given(...SAID)
      .when(aResolution(MEMBERS, { subject: `series-${SERIES}` }))
      .thenRecorded());

  it('said again adds nothing', () =>
    given(...SAID, aResolution(MEMBERS), aResolution(MEMBERS, { finding: `sha256:${'c'.repeat(64)}` }))
      .when(aResolution(MEMBERS))
      .thenNothing());

  it('is recorded again in another way', () =>
    given(...SAID, aResolution(MEMBERS))
      .when(aResolution(MEMBERS, { resolution: 'not_a_contradiction' }))
      .thenRecorded());

  it('is refused when its subject is another than what it was sent to', () => {
    const resolution = aResolution(MEMBERS);
    const elsewhere = { ...resolution, data: { ...resolution.data, subject: `series-${SERIES}` } };
    return given(...SAID)
      .when(elsewhere)
      .thenRefused(SubjectElsewhere, '/subject');
  });

  it('is refused on a member that is not there', () =>
    given(...SAID)
      .when(aResolution(['statement-a01#killed-child', 'statement-a09#x']))
      .thenRefused(ClaimUnknown, '/members/1'));

  it('is recorded on a member that was withdrawn since: a broken link is a finding too', () =>
    given(...WORLD, underId(TARGET, SAID.at(-2)!), SAID.at(-1)!, aWithdrawal('statement-a01', TARGET))
      .when(aResolution(MEMBERS))
      .thenRecorded());

  it('is recorded on a member that a correction took away', () =>
    given(
      ...WORLD,
      underId(TARGET, SAID.at(-2)!),
      SAID.at(-1)!,
      aCorrection('statement-a01', TARGET, aStatement().data),
    )
      .when(aResolution(MEMBERS))
      .thenRecorded());

  it('is refused of an absorbed incident', () =>
    given(...SAID, anIncident({ incidentId: 'second' }), aMerge('second'))
      .when(aResolution(MEMBERS))
      .thenRefused(IncidentAbsorbed));

  it('is refused of a series that was never defined', () =>
    given(...SAID)
      .when(aResolution(MEMBERS, { subject: 'series-nothing' }))
      .thenRefused(Unknown, ''));
});
