import { recordedExamples } from '../../../test/support/recorded-examples.js';
import { definitions } from '../events/index.js';
import { mapPassages, passagesIn } from './passages.js';

const classOf = (type: string) => definitions.get(type)!.data;
const dataOf = (type: string) => recordedExamples().find((one) => one.type === type)!.stored.data;

it('finds the passages of an act and of its claims, each with its place', () => {
  const found = passagesIn(classOf('StatementIssued'), dataOf('StatementIssued'));
  expect(found.map(({ pointer }) => pointer)).toEqual([
    '/passage',
    '/claims/0/quote',
    '/claims/12/condition',
    '/claims/12/reason',
  ]);
  expect(found[0]?.ref).toEqual(dataOf('StatementIssued')['passage']);
});

it('finds those of the entry that a correction carries, by the definition of that entry', () => {
  const found = (target?: ReturnType<typeof classOf>) =>
    passagesIn(classOf('EntryCorrected'), dataOf('EntryCorrected'), target).map(({ pointer }) => pointer);
  expect(found(classOf('StatementIssued'))).toEqual(
    expect.arrayContaining(['/note', '/before/claims/0/quote', '/after/claims/12/condition']),
  );
  expect(found()).toEqual(['/note']);
});

it('replaces nothing but passages, and leaves what it was given as it was', () => {
  const given = dataOf('StatementIssued');
  const before = structuredClone(given);
  const same = mapPassages(classOf('StatementIssued'), given, (ref) => ref);
  expect(same).toEqual(given);
  expect(mapPassages(classOf('StatementIssued'), given, () => 'words')).toMatchObject({
    passage: 'words',
    seen: 'copy',
  });
  expect(given).toEqual(before);
});

it.each([
  [null],
  ['text'],
  [{ claims: 'none' }],
  [{ claims: [null, 7, [], { kind: 'rumour' }, {}] }],
  [{ passage: null }],
])('leaves %j as it is: validation says what is wrong with it', (data) => {
  expect(mapPassages(classOf('StatementIssued'), data, (value) => value)).toEqual(data);
});

it('reaches every place where the recorded examples hold a reference', () => {
  const missed = recordedExamples().flatMap(({ type, stored }) => {
    const emptied = mapPassages(classOf(type), stored.data, () => 'gone', classOf('StatementIssued'));
    return /"sha256:[^"]+","lang"|"lang":"\w+","hash"/.test(JSON.stringify(emptied)) ? [type] : [];
  });
  expect(missed).toEqual([]);
});
