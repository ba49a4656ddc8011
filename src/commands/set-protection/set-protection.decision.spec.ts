import { underId, anIncident, aWithdrawal, aProtection } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { SubjectElsewhere } from '../../domain/refusals/subject.js';
import { Unknown } from '../../domain/refusals/unknown.js';

const TARGET = '00000000-0000-7000-8000-000000009001';

const open = anIncident();
const happeningWithout = ({ data, ...rest }: typeof open) => {
  const { protection: _stated, ...unstated } = data;
  return { ...rest, data: unstated };
};

describe('setting protection', () => {
  it('records a higher level', () => given(open).when(aProtection(open.stream, 'confidential')).thenRecorded());

  it('records a level where none was stated yet', () =>
    given(happeningWithout(open)).when(aProtection(open.stream, 'restricted')).thenRecorded());

  it('adds nothing when that is the level already', () =>
    given(open).when(aProtection(open.stream, 'public')).thenNothing());

  it('adds nothing when that level was set last', () =>
    given(open, aProtection(open.stream, 'confidential')).when(aProtection(open.stream, 'confidential')).thenNothing());

  it('clears what is restricted by its nature, and takes that back, at the same level', async () => {
    const clearing = aProtection(open.stream, 'public', { cleared: true });
    await given(open).when(clearing).thenRecorded();
    await given(open, clearing).when(clearing).thenNothing();
    await given(open, clearing).when(aProtection(open.stream, 'public')).thenRecorded();
  });

  it('lowers what was raised', () =>
    given(open, aProtection(open.stream, 'confidential')).when(aProtection(open.stream, 'public')).thenRecorded());

  it('is recorded of what was withdrawn: its past can still be asked for', () =>
    given(underId(TARGET, open), aWithdrawal(open.stream, TARGET))
      .when(aProtection(open.stream, 'confidential'))
      .thenRecorded());

  it('is refused of what does not exist', () =>
    given().when(aProtection(open.stream, 'confidential')).thenRefused(Unknown, ''));

  it('is refused when its subject is another than what it was sent to', () => {
    const protection = aProtection(open.stream, 'confidential');
    const elsewhere = { ...protection, data: { ...protection.data, subject: 'incident-elsewhere' } };
    return given(open).when(elsewhere).thenRefused(SubjectElsewhere, '/subject');
  });
});
