import { jest } from '@jest/globals';
import { entryCorrected } from '../domain/events/entries.js';
import { incidentMerged } from '../domain/events/incident-identity.js';
import { protectionSet } from '../domain/events/protection.js';
import { statementIssued } from '../domain/events/statement-issued.js';
import { passagesIn } from '../domain/schema/passages.js';
import { InvalidData, validateData } from '../domain/schema/validate.js';
import { keepWords, type Known } from './drafting.js';
import { MemoryVault } from './memory-vault.js';

const day = {
  from: '2022-02-03T00:00:00+02:00',
  to: '2022-02-04T00:00:00+02:00',
  precision: 'date',
  zone: 'Asia/Damascus',
};
const words = { lang: 'ar', value: 'ستة أطفال' };
const condition = { lang: 'en', value: 'if deaths are confirmed' };
const claim = {
  claimId: 'call',
  kind: 'investigation',
  about: { incidents: ['atmeh'] },
  certainty: 'conditional',
  condition,
  act: 'calls_for',
};
const statement = {
  statementId: 'a16',
  speaker: 'zakharova',
  issuedAt: day,
  seen: 'quoted',
  passage: words,
  sources: [{ source: 'briefing' }],
  claims: [claim],
};

let vault: MemoryVault;
beforeEach(() => (vault = new MemoryVault()));

/** Takes the words in as a command does: into the vault before the append. */
async function record(body: unknown, known?: Known) {
  const drafted = await keepWords(vault, statementIssued, body, known);
  await vault.put(drafted.passages);
  return drafted;
}

const refusal = (drafting: Promise<unknown>): Promise<InvalidData> =>
  drafting.then(
    () => Promise.reject(new Error('It was not refused.')),
    (error: InvalidData) => error,
  );

it('leaves no word in the data, which is then valid, and gives every passage to the vault', async () => {
  const { data, passages } = await record(statement);
  expect(validateData(statementIssued.data, data)).toEqual([]);
  expect(JSON.stringify(data)).not.toMatch(/ستة|confirmed"/);
  expect(passages.map(({ text }) => text)).toEqual([words, condition]);

  const refs = passagesIn(statementIssued.data, data).map(({ ref }) => ref);
  expect(refs.map(({ passage, hash }) => ({ passage, hash }))).toEqual(
    passages.map(({ id, hash }) => ({ passage: id, hash })),
  );
  expect([...(await vault.read(refs.map(({ passage }) => passage))).values()]).toEqual([words, condition]);
});

it('gives identical data when the same body is sent again, and nothing new to keep', async () => {
  const first = await record(statement);
  const again = await record(statement, { previous: first.data });
  expect(again.data).toEqual(first.data);
  expect(again.passages).toEqual([]);
});

it('gives other data when a word differs, and keeps the references of the words that do not', async () => {
  const first = await record(statement);
  const other = await record({ ...statement, passage: { ...words, value: 'سبعة أطفال' } }, { previous: first.data });
  expect(other.data.passage).not.toEqual(first.data.passage);
  expect(other.data.claims).toEqual(first.data.claims);
  expect(other.passages).toHaveLength(1);
});

it('a translation added to the same words makes another passage', async () => {
  const first = await record(statement);
  const translated = { ...words, translations: [{ lang: 'en', value: 'six children', by: 'machine' }] };
  const other = await record({ ...statement, passage: translated }, { previous: first.data });
  expect(other.passages.map(({ text }) => text)).toEqual([translated]);
});

it('does not take erased words in again when a body is repeated', async () => {
  const first = await record(statement);
  await vault.erase(first.data.passage!.passage, 'protection');
  const again = await record(statement, { previous: first.data });
  expect(again).toEqual({ data: first.data, passages: [] });
});

const { condition: _, ...unconditional } = claim;
const first = { ...unconditional, claimId: 'first', certainty: 'reported' };
/** As one corrects a statement by putting a claim before the quoted one. */
const moved = { ...statement, claims: [first, claim] };

/** What a command knows of a stream with one entry. */
const knownIn = (data: Record<string, unknown>): Known => ({
  previous: data,
  ever: passagesIn(statementIssued.data, data).map(({ ref }) => ref),
});

it('the same words keep their reference when another claim pushes them down', async () => {
  const { data } = await record(statement);
  const again = await record(moved, knownIn({ ...data }));
  expect(again.passages).toEqual([]);
  expect(again.data.claims[1]).toEqual(data.claims[0]);
});

it('erased words are not taken in again further down, nor with a translation more', async () => {
  const { data } = await record(statement);
  const known = knownIn({ ...data });
  for (const { passage } of known.ever!) await vault.erase(passage, 'protection');
  const translated = { ...condition, translations: [{ lang: 'ar', value: 'إذا تأكدت الوفيات', by: 'human' }] };
  const again = await record({ ...moved, claims: [first, { ...claim, condition: translated }] }, known);
  expect(again.passages).toEqual([]);
  expect(again.data.claims[1]).toEqual(data.claims[0]);
});

it('other words where erased ones were are taken in', async () => {
  const { data } = await record(statement);
  const known = knownIn({ ...data });
  for (const { passage } of known.ever!) await vault.erase(passage, 'protection');
  const other = await record({ ...statement, passage: { ...words, value: 'عائلة' } }, known);
  expect(other.passages.map(({ text }) => text.value)).toEqual(['عائلة']);
});

it('words that were erased before they left a trace are told by their place', async () => {
  const { data } = await record(statement);
  const known = knownIn({ ...data });
  jest
    .spyOn(vault, 'remembered')
    .mockImplementation((ids) => Promise.resolve(new Map(ids.map((id) => [id, { trace: null }]))));
  expect(await record(statement, known)).toEqual({ data, passages: [] });
});

it('the same words twice in one body are one passage', async () => {
  const twice = await record({ ...statement, claims: [claim, { ...claim, claimId: 'again' }] });
  expect(twice.passages.map(({ text }) => text)).toEqual([words, condition]);
});

it('words may be sent as they were shown, with the id of their passage, but with no other', async () => {
  const { data } = await record(statement);
  const shown = { passage: data.passage!.passage, ...words };
  expect((await record({ ...statement, passage: shown }, knownIn({ ...data }))).data).toEqual(data);
  const { problems } = await refusal(record({ ...statement, passage: shown }));
  expect(problems.map(({ pointer }) => pointer)).toEqual(['/passage/passage']);
});

it('takes words in anew when the vault has lost those of the earlier data', async () => {
  const first = await record(statement);
  vault = new MemoryVault();
  expect((await record(statement, { previous: first.data })).passages).toHaveLength(2);
});

it('a correction keeps the references of the words it leaves as they are', async () => {
  const { data } = await record(statement);
  const body = {
    target: '01986f2e-0000-7000-8000-000000000001',
    reason: 'transcription',
    note: { lang: 'en', value: 'wrong channel' },
    of: { type: 'StatementIssued', schemaVersion: 1 },
    before: data,
    after: { ...statement, channel: 'briefing' },
  };
  const known = { previous: { before: data, after: data }, target: statementIssued.data };
  const corrected = await keepWords(vault, entryCorrected, body, known);
  expect(corrected.data).toMatchObject({ before: data, after: { ...data, channel: 'briefing' } });
  expect(corrected.passages.map(({ text }) => text.value)).toEqual(['wrong channel']);
});

it('a reference is taken for words only where the earlier data has the same one', async () => {
  const { data } = await record(statement);
  const kept = await record({ ...statement, passage: data.passage }, { previous: data });
  expect(kept.data.passage).toEqual(data.passage);
  const forged = await refusal(record({ ...statement, passage: data.passage }));
  expect(forged.problems.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['/passage/value']));
});

it('refuses with everything that is wrong, in the words and around them, and keeps nothing', async () => {
  const put = jest.spyOn(vault, 'put');
  const body = {
    ...statement,
    speaker: 'Not A Slug',
    passage: { lang: 'ar' },
    claims: [{ ...claim, condition: { lang: 'en', value: 'a\u0000b' }, certainty: 'unheard' }],
  };
  const { problems } = await refusal(record(body));
  expect(problems.map(({ pointer }) => pointer).toSorted()).toEqual([
    '/claims/0/certainty',
    '/claims/0/condition/value',
    '/passage/value',
    '/speaker',
  ]);
  expect(put).not.toHaveBeenCalled();
});

it.each([[null], ['words'], [[]], [7]])('refuses %j for words that are required', async (reason) => {
  const body = { subject: 'statement-a16', level: 'confidential', reason };
  const { problems } = await refusal(keepWords(vault, protectionSet, body));
  expect(problems).toEqual([{ pointer: '/reason', message: 'must be an object' }]);
});

it.each([[null], ['text'], [[]]])('refuses %j as a body', async (body) => {
  const { problems } = await refusal(keepWords(vault, incidentMerged, body));
  expect(problems).toEqual([{ pointer: '', message: 'must be an object' }]);
});

it('checks the entry that a correction puts in place of another', async () => {
  const body = {
    target: '01986f2e-0000-7000-8000-000000000001',
    reason: 'transcription',
    of: { type: 'StatementIssued', schemaVersion: 1 },
    before: {},
    after: { ...statement, seen: 'dreamt' },
  };
  const { problems } = await refusal(keepWords(vault, entryCorrected, body, { target: statementIssued.data }));
  expect(problems.map(({ pointer }) => pointer)).toEqual(['/after/seen']);
});

it('takes words as long as a passage may be, which are not counted as part of the act', async () => {
  const long = { lang: 'ar', value: 'ن'.repeat(100_000) };
  const translations = [1, 2, 3].map(() => ({ lang: 'en', value: 'n'.repeat(100_000), by: 'machine' }));
  expect((await record({ ...statement, passage: { ...long, translations } })).passages).toHaveLength(2);
  const { problems } = await refusal(record({ ...statement, passage: { ...long, value: 'ن'.repeat(100_001) } }));
  expect(problems.map(({ pointer }) => pointer)).toEqual(['/passage/value']);
});
