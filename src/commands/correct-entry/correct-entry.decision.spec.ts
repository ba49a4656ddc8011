import {
  aSplit,
  underId,
  onDay,
  aPassage,
  aStatement,
  anIncident,
  anActor,
  anIdentifier,
  aMerge,
  aGrading,
  aCasualtyAssessment,
  aCorrection,
  aWithdrawal,
  anErasure,
  aLink,
  killed,
  occurrence,
} from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { WORLD } from '../../../test/support/world.js';
import { PartOfItself } from '../../domain/refusals/affiliations.js';
import { FairNeedsTwoParties, NegativeCount } from '../../domain/refusals/assessments.js';
import { EntryAlreadyWithdrawn, IdChanged, KindChanged, NotCorrectable } from '../../domain/refusals/entries.js';
import { OtherKind, OtherParty } from '../../domain/refusals/links.js';
import { EntryUnknown, Unknown } from '../../domain/refusals/unknown.js';
import { exactly, atLeast } from '../../domain/values/figure.js';

const TARGET = '00000000-0000-7000-8000-000000009001';

const six = aStatement({ claims: [killed('child', atLeast(6))] });
const four = aStatement({ claims: [killed('child', exactly(4))] });
const recorded = underId(TARGET, six);
const SECOND = '00000000-0000-7000-8000-000000009002';
const ACT = six.stream;

describe('correcting an entry', () => {
  it('records what it said before and what it says now, and in which version of it both are told', () =>
    given(...WORLD, recorded)
      .when(aCorrection(ACT, TARGET, four.data, { of: undefined as never }))
      .thenRecorded({ of: { type: 'StatementIssued', schemaVersion: 1 }, before: six.data, after: four.data }));

  it('corrected again starts from what it says now', () => {
    const three = aStatement({ claims: [killed('child', exactly(3))] });
    return given(...WORLD, recorded, aCorrection(ACT, TARGET, four.data))
      .when(aCorrection(ACT, TARGET, three.data))
      .thenRecorded({ before: four.data });
  });

  it('that changes nothing adds nothing', () =>
    given(...WORLD, recorded, aCorrection(ACT, TARGET, four.data))
      .when(aCorrection(ACT, TARGET, four.data))
      .thenNothing());

  it('may correct when it was said', () =>
    given(...WORLD, recorded)
      .when(aCorrection(ACT, TARGET, aStatement({ issuedAt: onDay('2022-02-04'), claims: six.data.claims }).data))
      .thenRecorded({ before: six.data }));

  it('may add a claim, and leave one out', () =>
    given(...WORLD, recorded)
      .when(aCorrection(ACT, TARGET, aStatement({ claims: [killed('woman', exactly(3))] }).data))
      .thenRecorded({ before: six.data }));

  describe('is refused', () => {
    it('of an entry that is not in this stream', () =>
      given(...WORLD, underId(TARGET, aStatement({ statementId: 'a02' })), six)
        .when(aCorrection(ACT, TARGET, four.data))
        .thenRefused(EntryUnknown, '/target'));

    it('in a stream that does not exist', () =>
      given(...WORLD)
        .when(aCorrection(ACT, TARGET, four.data))
        .thenRefused(Unknown, ''));

    it('of a correction: the original is named, however often it was corrected', () =>
      given(...WORLD, recorded, underId(SECOND, aCorrection(ACT, TARGET, four.data)))
        .when(aCorrection(ACT, SECOND, six.data))
        .thenRefused(NotCorrectable, '/target'));

    it('of a withdrawal', () =>
      given(...WORLD, recorded, underId(SECOND, aWithdrawal(ACT, TARGET)))
        .when(aCorrection(ACT, SECOND, six.data))
        .thenRefused(NotCorrectable, '/target'));

    it('of an erasure: words that were erased stay erased', () =>
      given(...WORLD, aStatement({ passage: aPassage(7) }), underId(TARGET, anErasure(ACT, aPassage(7).passage)))
        .when(aCorrection(ACT, TARGET, anErasure(ACT, aPassage(8).passage).data))
        .thenRefused(NotCorrectable, '/target'));

    it('of an entry that was withdrawn', () =>
      given(...WORLD, recorded, aWithdrawal(ACT, TARGET))
        .when(aCorrection(ACT, TARGET, four.data))
        .thenRefused(EntryAlreadyWithdrawn, '/target'));

    it('when it changes the id', () =>
      given(...WORLD, recorded)
        .when(aCorrection(ACT, TARGET, aStatement({ statementId: 'a02' }).data))
        .thenRefused(IdChanged, '/after/statementId'));

    it('when it moves an entry to another incident', () =>
      given(...WORLD, anIncident({ incidentId: 'elsewhere' }), underId(TARGET, anIdentifier()))
        .when(aCorrection('incident-atmeh-2022', TARGET, anIdentifier({ incidentId: 'elsewhere' }).data))
        .thenRefused(IdChanged, '/after/incidentId'));

    it('when a claim would become one of another kind', () =>
      given(...WORLD, recorded)
        .when(
          aCorrection(ACT, TARGET, aStatement({ claims: [occurrence('affirms', { claimId: 'killed-child' })] }).data),
        )
        .thenRefused(KindChanged, '/after/claims/0/kind'));
  });

  describe('holds what it says now to the same rules:', () => {
    it('what is named must be there', () =>
      given(...WORLD, recorded)
        .when(aCorrection(ACT, TARGET, aStatement({ speaker: 'nobody' }).data))
        .thenRefused(Unknown, '/after/speaker'));

    it('only the same party supersedes a claim', () => {
      const supersedes = { claim: 'statement-a00#killed-child', change: 'revises', announced: 'yes' } as const;
      const revised = aStatement({ claims: [killed('child', atLeast(6), { supersedes })] });
      return given(...WORLD, aStatement({ statementId: 'a00', speaker: 'snhr', claims: six.data.claims }), recorded)
        .when(aCorrection(ACT, TARGET, revised.data))
        .thenRefused(OtherParty, '/after/claims/0/supersedes/claim');
    });

    it('a grade must still rest on its basis', () =>
      given(...WORLD, six, underId(TARGET, aGrading('weak')))
        .when(
          aCorrection('incident-atmeh-2022', TARGET, aGrading('fair', { basis: ['statement-a01#killed-child'] }).data),
        )
        .thenRefused(FairNeedsTwoParties, '/after/basis'));

    it('a figure of ours must be possible', () =>
      given(...WORLD, underId(TARGET, aCasualtyAssessment()))
        .when(
          aCorrection(
            'incident-atmeh-2022',
            TARGET,
            aCasualtyAssessment({
              figures: [{ counted: { measure: 'killed', category: 'person' }, figure: exactly(-1) }],
            }).data,
          ),
        )
        .thenRefused(NegativeCount, '/after/figures/0/figure/min'));

    it('an actor must not become part of itself', () =>
      given(underId(TARGET, anActor('a')), anActor({ actorId: 'b', partOf: [{ actor: 'a' }] }))
        .when(aCorrection('actor-a', TARGET, anActor({ actorId: 'a', partOf: [{ actor: 'b' }] }).data))
        .thenRefused(PartOfItself, '/after/partOf'));

    it('a link must still join what can be joined', () => {
      const other = aStatement({ statementId: 'a00', claims: [occurrence('affirms')] });
      const earlier = aStatement({ statementId: 'a02', claims: six.data.claims });
      const link = underId(TARGET, aLink('statement-a01#killed-child', 'statement-a02#killed-child'));
      return given(...WORLD, other, earlier, six, link)
        .when(aCorrection(ACT, TARGET, aLink('statement-a01#killed-child', 'statement-a00#occurrence').data))
        .thenRefused(OtherKind, '/after/to');
    });
  });

  it('is not held against itself: a wrong link is corrected to the right one', () => {
    const earlier = aStatement({ statementId: 'a00', claims: six.data.claims });
    const other = aStatement({ statementId: 'a02', claims: six.data.claims });
    const link = aLink('statement-a01#killed-child', 'statement-a00#killed-child');
    const right = aLink('statement-a01#killed-child', 'statement-a02#killed-child');
    return given(...WORLD, earlier, other, six, underId(TARGET, link))
      .when(aCorrection(ACT, TARGET, right.data))
      .thenRecorded({ of: { type: 'ClaimLinked', schemaVersion: 1 }, before: link.data });
  });

  it('is not held against itself: a split is corrected to give a claim to another part', () => {
    const to = (part: string) =>
      aSplit(['one', 'two'], { allocation: [{ claim: 'statement-a01#killed-child', to: part }] });
    return given(
      ...WORLD,
      anIncident({ incidentId: 'one' }),
      anIncident({ incidentId: 'two' }),
      six,
      underId(TARGET, to('one')),
    )
      .when(aCorrection('incident-atmeh-2022', TARGET, to('two').data))
      .thenRecorded({ of: { type: 'IncidentSplit', schemaVersion: 1 }, before: to('one').data });
  });

  it('is recorded of what an incident was graded before it was merged', () =>
    given(...WORLD, anIncident({ incidentId: 'second' }), underId(TARGET, aGrading('weak')), aMerge('second'))
      .when(aCorrection('incident-atmeh-2022', TARGET, aGrading('contested').data))
      .thenRecorded({ of: { type: 'IncidentGraded', schemaVersion: 1 }, before: aGrading('weak').data }));

  it('is recorded of a merge: it was another incident', () =>
    given(anIncident(), anIncident({ incidentId: 'b' }), anIncident({ incidentId: 'c' }), underId(TARGET, aMerge('b')))
      .when(aCorrection('incident-atmeh-2022', TARGET, aMerge('c').data))
      .thenRecorded({ of: { type: 'IncidentMerged', schemaVersion: 1 }, before: aMerge('b').data }));
});
