import type { Claim } from '../../domain/claims/claim.js';
import type { ResponsibilityClaim } from '../../domain/claims/kinds/responsibility.js';
import {
  INCIDENT,
  SPEAKER,
  underId,
  onDay,
  aStatement,
  anIncident,
  anActor,
  anActorAmendment,
  aMerge,
  anUnmerge,
  aSplit,
  aGrading,
  aWithdrawal,
  killed,
  inSlot,
  responsibility,
} from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { WORLD } from '../../../test/support/world.js';
import { ConfirmedNeedsAcceptance, FairNeedsTwoParties } from '../../domain/refusals/assessments.js';
import { ClaimAboutAnother, IncidentAbsorbed } from '../../domain/refusals/identity.js';
import { ClaimUnknown, Unknown } from '../../domain/refusals/unknown.js';
import { atLeast } from '../../domain/values/figure.js';

const TARGET = '00000000-0000-7000-8000-000000009001';

const said = (statementId: string, speaker: string, ...claims: readonly Claim[]) =>
  aStatement({ statementId, speaker, claims });
const six = (over: object = {}) => killed('child', atLeast(6), over);
const BOTH = ['statement-a01#killed-child', 'statement-a02#killed-child'];

describe('grading an incident', () => {
  it('records the grade and what it rests on', () =>
    given(...WORLD, said('a01', SPEAKER, six()))
      .when(aGrading('weak', { basis: ['statement-a01#killed-child'] }))
      .thenRecorded());

  it('said again adds nothing', () =>
    given(...WORLD, aGrading('weak'))
      .when(aGrading('weak'))
      .thenNothing());

  it('is recorded again on another basis: the grade stays, what it rests on does not', () =>
    given(...WORLD, said('a01', SPEAKER, six()), aGrading('weak'))
      .when(aGrading('weak', { basis: ['statement-a01#killed-child'] }))
      .thenRecorded());

  describe('confirmed', () => {
    it('rests on an accepted responsibility for the harm', () =>
      given(...WORLD, said('a01', 'us-forces', responsibility('accepts')))
        .when(aGrading('confirmed', { basis: ['statement-a01#responsibility-harm'] }))
        .thenRecorded());

    it.each([
      ['nothing', []],
      ['a denial', [responsibility('denies')]],
      ['an accusation', [responsibility('attributes', { actor: 'us-forces' })]],
      ['an acceptance of the operation alone', [responsibility('accepts', { for: 'operation' })]],
      ['a count', [six()]],
    ])('is refused on %s', (_name, claims) =>
      given(...WORLD, said('a01', 'us-forces', ...claims))
        .when(aGrading('confirmed', { basis: claims.map(({ claimId }) => `statement-a01#${claimId}`) }))
        .thenRefused(ConfirmedNeedsAcceptance, '/basis'),
    );

    it.each<[string, Partial<ResponsibilityClaim>]>([
      ['on a condition', { certainty: 'conditional' }],
      ['called possible', { certainty: 'possible' }],
      ['passed on from the media', { accordingTo: ['media'] }],
      ['passed on from somebody else', { relays: { actor: SPEAKER } }],
      ['compiled from others', { compiled: true }],
    ])('is refused on an acceptance %s', (_name, over) =>
      given(...WORLD, said('a01', 'us-forces', responsibility('accepts', over)))
        .when(aGrading('confirmed', { basis: ['statement-a01#responsibility-harm'] }))
        .thenRefused(ConfirmedNeedsAcceptance, '/basis'),
    );

    it('is refused when the acceptance is in the register, but not in the basis', () =>
      given(...WORLD, said('a01', 'us-forces', responsibility('accepts')))
        .when(aGrading('confirmed'))
        .thenRefused(ConfirmedNeedsAcceptance));
  });

  describe('fair', () => {
    it('rests on two independent parties', () =>
      given(...WORLD, said('a01', SPEAKER, six()), said('a02', 'snhr', six()))
        .when(aGrading('fair', { basis: BOTH }))
        .thenRecorded());

    it('is refused on one voice', () =>
      given(...WORLD, said('a01', SPEAKER, six()))
        .when(aGrading('fair', { basis: ['statement-a01#killed-child'] }))
        .thenRefused(FairNeedsTwoParties, '/basis'));

    it('is refused on two voices of one party', () =>
      given(
        ...WORLD,
        anActor({ actorId: 'us-dod', partOf: [{ actor: 'united-states' }] }),
        said('a01', 'us-forces', six()),
        said('a02', 'us-dod', six()),
      )
        .when(aGrading('fair', { basis: BOTH }))
        .thenRefused(FairNeedsTwoParties));

    it('is refused on a coalition beside its member', () =>
      given(
        ...WORLD,
        anActor('coalition'),
        anActorAmendment({
          actorId: 'united-states',
          effective: onDay('2014-10-17'),
          memberOf: [{ actor: 'coalition' }],
        }),
        said('a01', 'us-forces', six()),
        said('a02', 'coalition', six()),
      )
        .when(aGrading('fair', { basis: BOTH }))
        .thenRefused(FairNeedsTwoParties));

    it('rests on two members of one coalition', () =>
      given(
        ...WORLD,
        anActor('coalition'),
        anActor({ actorId: 'one', memberOf: [{ actor: 'coalition' }] }),
        anActor({ actorId: 'two', memberOf: [{ actor: 'coalition' }] }),
        said('a01', 'one', six()),
        said('a02', 'two', six()),
      )
        .when(aGrading('fair', { basis: BOTH }))
        .thenRecorded());

    it.each([
      ['a relay', { relays: { actor: SPEAKER } }],
      ['a claim that passes on', { accordingTo: ['media'] }],
      ['a compiled claim', { compiled: true }],
      ['a conditional claim', { certainty: 'conditional' }],
    ])('is refused when the second voice is %s', (_name, over) =>
      given(...WORLD, said('a01', SPEAKER, six()), said('a02', 'snhr', six(over)))
        .when(aGrading('fair', { basis: BOTH }))
        .thenRefused(FairNeedsTwoParties),
    );
  });

  describe('on a claim about', () => {
    const elsewhere = anIncident({ incidentId: 'elsewhere' });
    const about = (...incidents: readonly string[]) => said('a01', SPEAKER, six({ about: { incidents } }));
    const weak = aGrading('weak', { basis: ['statement-a01#killed-child'] });

    it('another incident is refused', () =>
      given(...WORLD, elsewhere, about('elsewhere'))
        .when(weak)
        .thenRefused(ClaimAboutAnother, '/basis/0'));

    it('a slot of a series is refused', () =>
      given(...WORLD, said('a01', SPEAKER, six(inSlot('year-1'))))
        .when(weak)
        .thenRefused(ClaimAboutAnother, '/basis/0'));

    it('this and another incident together is recorded', () =>
      given(...WORLD, elsewhere, about('elsewhere', INCIDENT))
        .when(weak)
        .thenRecorded());

    it('an incident that this one absorbed is recorded', () =>
      given(...WORLD, elsewhere, about('elsewhere'), aMerge(INCIDENT, { incidentId: 'elsewhere' }))
        .when(weak)
        .thenRecorded());

    it('an incident that was unmerged from this one is refused', () =>
      given(
        ...WORLD,
        elsewhere,
        about('elsewhere'),
        aMerge(INCIDENT, { incidentId: 'elsewhere' }),
        anUnmerge(INCIDENT, { incidentId: 'elsewhere' }),
      )
        .when(weak)
        .thenRefused(ClaimAboutAnother));

    it('this incident, but allocated to a part of it, is refused', () =>
      given(
        ...WORLD,
        elsewhere,
        about(INCIDENT),
        aSplit(['elsewhere'], { allocation: [{ claim: 'statement-a01#killed-child', to: 'elsewhere' }] }),
      )
        .when(weak)
        .thenRefused(ClaimAboutAnother));
  });

  it('is refused on a claim that is not there', () =>
    given(...WORLD)
      .when(aGrading('weak', { basis: ['statement-a01#killed-child'] }))
      .thenRefused(ClaimUnknown, '/basis/0'));

  it('is refused on a claim of an act that we withdrew', () =>
    given(...WORLD, underId(TARGET, said('a01', SPEAKER, six())), aWithdrawal('statement-a01', TARGET))
      .when(aGrading('weak', { basis: ['statement-a01#killed-child'] }))
      .thenRefused(ClaimUnknown, '/basis/0'));

  it('is refused by somebody unknown', () =>
    given(...WORLD)
      .when(aGrading('weak', { assessedBy: 'nobody' }))
      .thenRefused(Unknown, '/assessedBy'));

  it('is refused of an unknown incident', () =>
    given(...WORLD)
      .when(aGrading('weak', { incidentId: 'nowhere' }))
      .thenRefused(Unknown, ''));

  it('is refused of an absorbed incident', () =>
    given(...WORLD, anIncident({ incidentId: 'second' }), aMerge('second'))
      .when(aGrading('weak'))
      .thenRefused(IncidentAbsorbed));
});
