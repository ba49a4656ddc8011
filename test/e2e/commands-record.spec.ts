import { CATEGORIES, streamOf, type Category } from '../../src/domain/streams.js';
import { addressOf, collectionOf } from '../../src/http/collections.js';
import { exactly } from '../../src/domain/values/figure.js';
import { TestApp } from '../support/app.js';
import { bodyOf, someWords } from '../support/bodies.js';
import {
  aCasualtyAssessment,
  aCopy,
  aGeolocation,
  aGrading,
  aLink,
  aMerge,
  anActor,
  anActorAmendment,
  anAmendment,
  anIdentifier,
  anIdentifierWithdrawal,
  anIncident,
  anIncidentLink,
  anOperation,
  anOperationAssessment,
  anUnlink,
  anUnmerge,
  aRemoval,
  aReport,
  aResolution,
  aSeries,
  aSeriesAmendment,
  aSettingAside,
  ASSESSOR,
  aSource,
  aSplit,
  aStatement,
  aVerification,
  findingId,
  INCIDENT,
  inSlot,
  killed,
  PUBLISHER,
  SERIES,
  SPEAKER,
  type Happening,
} from '../support/builders.js';
import { recordedIn } from '../support/recorded.js';

let app: TestApp;
const used = new Set<string>();

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

const claim = killed('child', exactly(4));
const later = { ...claim, claimId: 'later' };
/** Less than nothing, which is a finding. */
const negative = killed('man', exactly(-1));
const said = aStatement({ statementId: 'first', claims: [claim, negative] });
const saidLater = aStatement({ statementId: 'second', claims: [later] });
const from = `${saidLater.stream}#${later.claimId}`;
const to = `${said.stream}#${claim.claimId}`;
const ofNegative = (subject: string, act: string): Happening => {
  const ref = `${act}#${negative.claimId}`;
  return aResolution([ref], { subject, finding: findingId('negative', subject, ref) });
};
const slots = [
  ...(aSeries().data.slots as readonly object[]),
  { slot: 'year-3', from: '2017-09-30', to: '2018-09-29' },
];
const label = [{ lang: 'en', text: 'Another name' }];

const opened: readonly Happening[] = [
  ...[SPEAKER, PUBLISHER, ASSESSOR, 'us-forces'].map((actor) => anActor(actor)),
  aSource(),
  ...[INCIDENT, 'survivor', 'part-1', 'part-2'].map((incidentId) => anIncident({ incidentId })),
  aSeries(),
  said,
  saidLater,
  aReport({ claims: [{ ...negative, ...inSlot('year-1') }] }),
  anOperation(),
];

const added: readonly (readonly [route: string, happening: Happening])[] = [
  ['amendments', anAmendment({ label })],
  ['amendments', anActorAmendment({ publicRole: 'rescue organisation' })],
  ['amendments', aSeriesAmendment({ slots: slots as never })],
  ['identifiers', anIdentifier()],
  ['identifiers/withdrawals', anIdentifierWithdrawal()],
  ['links', anIncidentLink('survivor')],
  ['grades', aGrading('contested')],
  ['casualty-assessments', aCasualtyAssessment()],
  ['locations', aGeolocation()],
  ['set-aside', aSettingAside(to)],
  ['resolutions', ofNegative(streamOf('incident', INCIDENT), said.stream)],
  ['resolutions', ofNegative(streamOf('series', SERIES), aReport().stream)],
  ['assessments', anOperationAssessment()],
  ['copies', aCopy()],
  ['verifications', aVerification()],
  ['removals', aRemoval()],
  ['links', aLink(from, to)],
  ['unlinks', anUnlink(from, to)],
  ['split', aSplit(['part-1', 'part-2'])],
  ['merge', aMerge('survivor')],
  ['unmerge', anUnmerge('survivor')],
];

describe('what can be recorded', () => {
  it.each(opened.map((happening) => [happening.type, happening.stream, happening] as const))(
    'opens: %s as %s',
    async (_type, stream, happening) => {
      const answer = await post(happening.category, '', bodyOf(happening));
      expect(answer).toMatchObject({ status: 201, body: { stream, id: happening.id, revision: 0, repeated: false } });
      expect(answer.headers.get('location')).toBe(addressOf(happening.category, happening.id));
      expect(answer.headers.get('etag')).toBe('"0"');
      expect(await stored(stream)).toHaveLength(1);
    },
  );

  it.each(added.map(([route, happening]) => [happening.type, happening.stream, route, happening] as const))(
    'adds: %s to %s',
    async (type, stream, route, happening) => {
      const before = await stored(stream);
      const answer = await post(happening.category, `/${happening.id}/${route}`, bodyOf(happening));
      const { eventId } = (await stored(stream)).at(-1)!;
      const body = { stream, id: happening.id, revision: before.length, repeated: false, eventIds: [eventId] };
      expect(answer).toMatchObject({ status: 200, body });
      expect(answer.headers.get('etag')).toBe(`"${before.length}"`);
      expect(await lastType(stream)).toBe(type);
    },
  );

  it('reports too are linked', async () => {
    const [one, other] = ['r-one', 'r-other'].map((reportId) => aReport({ reportId, claims: [claim] }));
    for (const report of [one!, other!]) await post('report', '', bodyOf(report));
    const link = bodyOf(aLink(`${other!.stream}#${claim.claimId}`, `${one!.stream}#${claim.claimId}`));
    expect((await post('report', '/r-other/links', link)).status).toBe(200);
    expect(
      (await post('report', '/r-other/unlinks', { from: link['from'], to: link['to'], as: link['as'] })).status,
    ).toBe(200);
  });

  it.each(CATEGORIES)('our own errors and protection: in a %s', async (category) => {
    const { stream, id } = opened.find((one) => one.category === category)!;
    const [{ eventId: target, data } = fail()] = await stored(stream);

    const after = { ...data, protection: 'restricted' };
    const corrected = await post(
      category,
      `/${id}/corrections`,
      { target, reason: 'protection', after },
      await revision(stream),
    );
    expect(corrected.status).toBe(200);
    expect((await stored(stream)).at(-1)!.data).toMatchObject({ before: data, after });

    const protect = await post(category, `/${id}/protection`, { level: 'confidential', reason: someWords() });
    expect(protect.status).toBe(200);
    const { eventId: protection, data: protectionSet } = (await stored(stream)).at(-1)!;
    const { passage } = protectionSet['reason'] as { passage: string };
    expect(await words(passage)).toBe(someWords().value);

    const erased = await post(category, `/${id}/erasures`, { passage, reason: 'consent' });
    expect(erased.status).toBe(200);
    expect(await words(passage)).toBeNull();

    const withdrawal = { target: protection, reason: 'duplicate_entry' };
    const withdrawn = await post(category, `/${id}/withdrawals`, withdrawal, await revision(stream));
    expect(withdrawn.status).toBe(200);
    expect(await lastType(stream)).toBe('EntryWithdrawn');
  });

  it('has all been tried here: every route that records something', async () => {
    const { body } = await app.get<{ paths: Record<string, object> }>('/api/openapi.json');
    const recording = ([path, methods]: [string, object]) => 'post' in methods && !path.startsWith('/api/keys');
    const writes = Object.entries(body.paths).filter(recording);
    expect(writes.map(([path]) => path).filter((path) => !used.has(path))).toEqual([]);
  });
});

describe('the id of what is recorded', () => {
  it('is made by the register when nobody chose one', async () => {
    const { statementId: _, ...body } = bodyOf(aStatement());
    const answer = await app.post('/api/statements', body);
    expect(answer.status).toBe(201);
    expect(answer.body['id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(answer.headers.get('location')).toBe(`/api/statements/${String(answer.body['id'])}`);
  });

  it('is taken from the path, and what contradicts it is refused', async () => {
    const { incidentId: _, ...body } = bodyOf(anIdentifier({ code: 'X1' }));
    expect((await app.post(`/api/incidents/${INCIDENT}/identifiers`, body)).status).toBe(200);
    const other = await app.post(`/api/incidents/${INCIDENT}/identifiers`, { ...body, incidentId: 'survivor' });
    expect(other).toMatchObject({ status: 422, body: { code: 'ids-differ', errors: [{ pointer: '/incidentId' }] } });
  });

  it('names one thing only: the same content answers the first result, other content is a conflict', async () => {
    const body = bodyOf(aStatement({ statementId: 'once' }));
    const first = await app.post('/api/statements', { ...body, passage: someWords() });
    const again = await app.post('/api/statements', { passage: someWords(), ...body });
    expect(again).toMatchObject({ status: 200, body: { ...first.body, repeated: true } });
    const other = await app.post('/api/statements', { ...body, passage: someWords('Something else.') });
    expect(other).toMatchObject({ status: 409, body: { code: 'already-exists' } });
    expect(await stored('statement-once')).toHaveLength(1);
  });
});

async function post(category: Category, rest: string, body: unknown, ifMatch?: number) {
  used.add(`/api/${collectionOf(category)}${rest.replace(/^\/[^/]+/, '/{id}')}`);
  const headers = ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` };
  const answer = await app.post(`/api/${collectionOf(category)}${rest}`, body, { headers });
  if (answer.status >= 400) throw new Error(`${category}${rest}: ${answer.text}`);
  return answer;
}

const stored = (stream: string) => recordedIn(app, stream);

const revision = async (stream: string): Promise<number> => (await stored(stream)).length - 1;

const lastType = async (stream: string): Promise<string | undefined> => (await stored(stream)).at(-1)?.type;

async function words(passage: string): Promise<string | null | undefined> {
  const { rows } = await app.database.pool.query<{ value: string | null }>(
    'select value from vault.passages where id = $1',
    [passage],
  );
  return rows[0]?.value;
}

const fail = (): never => {
  throw new Error('Nothing of this category was opened before.');
};
