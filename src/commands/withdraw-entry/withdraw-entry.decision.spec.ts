import {
  underId,
  aPassage,
  aStatement,
  anOperation,
  anIncident,
  aSeries,
  anActor,
  aSource,
  aCorrection,
  aWithdrawal,
  anErasure,
} from '../../../test/support/builders.js';
import type { Happening } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { WORLD } from '../../../test/support/world.js';
import { EntryAlreadyWithdrawn, NotCorrectable } from '../../domain/refusals/entries.js';
import { EntryUnknown, Unknown } from '../../domain/refusals/unknown.js';

const TARGET = '00000000-0000-7000-8000-000000009001';

const recorded = underId(TARGET, aStatement());
const SECOND = '00000000-0000-7000-8000-000000009002';
const ACT = recorded.stream;
const corrected = aStatement({ channel: 'a briefing' }).data;

describe('withdrawing an entry', () => {
  it('records what it said, and in which version of it that is told', () =>
    given(...WORLD, recorded)
      .when(aWithdrawal(ACT, TARGET, { of: undefined as never }))
      .thenRecorded({ of: { type: 'StatementIssued', schemaVersion: 1 }, before: recorded.data }));

  it('records what it said after our corrections', () =>
    given(...WORLD, recorded, aCorrection(ACT, TARGET, corrected))
      .when(aWithdrawal(ACT, TARGET))
      .thenRecorded({ before: corrected }));

  it('is refused twice', () =>
    given(...WORLD, recorded, aWithdrawal(ACT, TARGET))
      .when(aWithdrawal(ACT, TARGET))
      .thenRefused(EntryAlreadyWithdrawn, '/target'));

  it('is refused of a correction', () =>
    given(...WORLD, recorded, underId(SECOND, aCorrection(ACT, TARGET, corrected)))
      .when(aWithdrawal(ACT, SECOND))
      .thenRefused(NotCorrectable, '/target'));

  it('is refused of an erasure', () =>
    given(...WORLD, aStatement({ passage: aPassage(7) }), underId(TARGET, anErasure(ACT, aPassage(7).passage)))
      .when(aWithdrawal(ACT, TARGET))
      .thenRefused(NotCorrectable));

  it('is refused of an entry that is not there', () =>
    given(...WORLD, aStatement())
      .when(aWithdrawal(ACT, TARGET))
      .thenRefused(EntryUnknown, '/target'));

  it('is refused in a stream that does not exist', () =>
    given(...WORLD)
      .when(aWithdrawal(ACT, TARGET))
      .thenRefused(Unknown, ''));

  it.each<[string, Happening]>([
    ['an operation', anOperation()],
    ['an incident', anIncident()],
    ['a series', aSeries()],
    ['an actor', anActor()],
    ['a source', aSource()],
  ])('is recorded of %s', (_name, one) =>
    given(underId(TARGET, one)).when(aWithdrawal(one.stream, TARGET)).thenRecorded({ before: one.data }),
  );
});
