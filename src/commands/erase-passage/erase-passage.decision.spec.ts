import {
  underId,
  aPassage,
  aStatement,
  aReport,
  aCorrection,
  aWithdrawal,
  anErasure,
  killed,
} from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { WORLD } from '../../../test/support/world.js';
import { SubjectElsewhere } from '../../domain/refusals/subject.js';
import { PassageUnknown, Unknown } from '../../domain/refusals/unknown.js';
import { exactly } from '../../domain/values/figure.js';

const TARGET = '00000000-0000-7000-8000-000000009001';

const act = aStatement({ passage: aPassage(1), claims: [killed('child', exactly(6), { quote: aPassage(2) })] });
const [WORDS, QUOTE] = [aPassage(1).passage, aPassage(2).passage];

describe('erasing a passage', () => {
  it('records that its words are gone, and why', () =>
    given(...WORLD, act)
      .when(anErasure(act.stream, WORDS))
      .thenRecorded());

  it('reaches the quote of a claim', () =>
    given(...WORLD, act)
      .when(anErasure(act.stream, QUOTE))
      .thenRecorded());

  it('reaches words that a correction took away', () => {
    const corrected = aCorrection(act.stream, TARGET, aStatement().data, { before: act.data });
    return given(...WORLD, underId(TARGET, act), corrected)
      .when(anErasure(act.stream, WORDS))
      .thenRecorded();
  });

  it('reaches words that a correction brought', () =>
    given(...WORLD, underId(TARGET, aStatement()), aCorrection(act.stream, TARGET, act.data))
      .when(anErasure(act.stream, WORDS))
      .thenRecorded());

  it('reaches words of an entry that was withdrawn', () =>
    given(...WORLD, underId(TARGET, act), aWithdrawal(act.stream, TARGET))
      .when(anErasure(act.stream, WORDS))
      .thenRecorded());

  it('reaches the note of a withdrawal', () =>
    given(...WORLD, underId(TARGET, act), aWithdrawal(act.stream, TARGET, { note: aPassage(3) }))
      .when(anErasure(act.stream, aPassage(3).passage))
      .thenRecorded());

  it('reaches the note of an earlier erasure', () =>
    given(...WORLD, act, anErasure(act.stream, WORDS, { note: aPassage(5) }))
      .when(anErasure(act.stream, aPassage(5).passage))
      .thenRecorded());

  it('is refused of a passage that is only named by an erasure', () =>
    given(...WORLD, aStatement(), anErasure(act.stream, WORDS))
      .when(anErasure(act.stream, WORDS))
      .thenRefused(PassageUnknown));

  it('done again adds nothing', () =>
    given(...WORLD, act, anErasure(act.stream, WORDS))
      .when(anErasure(act.stream, WORDS))
      .thenNothing());

  it('is refused of a passage that the stream has not', () =>
    given(...WORLD, act, aReport({ passage: aPassage(4) }))
      .when(anErasure(act.stream, aPassage(4).passage))
      .thenRefused(PassageUnknown, '/passage'));

  it('is refused of what does not exist', () => given().when(anErasure(act.stream, WORDS)).thenRefused(Unknown, ''));

  it('is refused when its subject is another than what it was sent to', () => {
    const erasure = anErasure(act.stream, WORDS);
    const elsewhere = { ...erasure, data: { ...erasure.data, subject: 'report-r01' } };
    return given(...WORLD, act)
      .when(elsewhere)
      .thenRefused(SubjectElsewhere, '/subject');
  });
});
