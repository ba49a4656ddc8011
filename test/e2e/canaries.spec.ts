import { jest } from '@jest/globals';
import type { Role } from '../../src/access/principal.js';
import { middleOfCell } from '../../src/access/withhold/coarse-place.js';
import { readableBy } from '../../src/access/withhold/levels.js';
import { definitions } from '../../src/domain/events/index.js';
import { streamOf, type Category } from '../../src/domain/streams.js';
import { exactly } from '../../src/domain/values/figure.js';
import type { ProtectionLevel } from '../../src/domain/vocabularies/protection-level.js';
import { collectionOf } from '../../src/http/collections.js';
import { OpenApi } from '../../src/http/open-api/open-api.js';
import { REGISTER } from '../../src/projections/register/index.js';
import { TestApp, type Answer } from '../support/app.js';
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
  aPassage,
  aPlace,
  aRelayLink,
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
  causedBy,
  civilianStatus,
  findingId,
  graded,
  INCIDENT,
  inSlot,
  investigation,
  killed,
  located,
  noComment,
  occurrence,
  OPERATION,
  operationStatus,
  position,
  PUBLISHER,
  responsibility,
  SERIES,
  SOURCE,
  SPEAKER,
  takingPart,
  type Happening,
} from '../support/builders.js';
import { MARKS, Planter } from '../support/canaries.js';
import { recordedIn } from '../support/recorded.js';

const WORLDS = ['public', 'restricted', 'confidential'] as const satisfies readonly ProtectionLevel[];
const ASKERS = [null, 'subscriber', 'reader', 'recorder'] as const satisfies readonly (Role | null)[];
const ERASED = 'zzerased';
/** A person without a public role, whom everybody may be told of, but not by name. */
const WITNESS = `${MARKS.confidential}-journalist`;
const HOLDER = 'admin-of-canaries';

interface Step {
  /** Below the thing it adds to; empty for what opens a thing. */
  readonly route: string;
  readonly happening: Happening;
}

const opens = (happening: Happening): Step => ({ route: '', happening });
const adds = (route: string, happening: Happening): Step => ({ route, happening });

const figure = killed('child', exactly(4));
/** An impossible figure: the finding that is resolved. */
const impossible = killed('woman', exactly(-1), { claimId: 'impossible' });
const claims = [
  impossible,
  { ...figure, quote: aPassage(1) },
  { ...civilianStatus('adult-2nd-floor', 'civilian'), claimId: 'status' },
  located(aPlace()),
  graded('fair'),
  operationStatus('declared', { operation: OPERATION }),
  causedBy('gunfire' as never),
  investigation('closes', { outcome: 'inconclusive', reason: aPassage(2) }),
  { ...investigation('calls_for', { certainty: 'conditional', condition: aPassage(3) }), addressedTo: ['us-forces'] },
  position('condemns', 'harm' as never),
  noComment('harm'),
  responsibility('attributes', { actor: 'us-forces' }),
  occurrence('affirms'),
  takingPart('declares'),
];
const first = aStatement({
  statementId: 'first',
  passage: aPassage(4),
  capacity: 'spokesperson',
  channel: 'briefing',
  claims,
});
const second = aStatement({ statementId: 'second', claims: [{ ...figure, claimId: 'later' }] });
const ref = `${first.stream}#${figure.claimId}`;
const later = `${second.stream}#later`;
const label = [{ lang: 'en', text: 'Another name' }];
const person = { person: true, shownAs: [{ lang: 'en', text: 'a local journalist' }] };

/** One of every event there is, but for those that are about entries and passages. */
const happenings: readonly Step[] = [
  ...[SPEAKER, PUBLISHER, ASSESSOR, 'us-forces'].map((actor) => opens(anActor(actor))),
  opens(aSource()),
  opens(aSource({ sourceId: 'post', privateAccount: true, publisher: SPEAKER })),
  ...[INCIDENT, 'survivor', 'part-1', 'part-2', 'twin'].map((incidentId) =>
    opens(anIncident({ incidentId, sources: [{ source: SOURCE, locator: 'page 3' }] })),
  ),
  opens(aSeries()),
  opens(anOperation({ place: aPlace() })),
  opens(first),
  opens(second),
  opens(aReport({ passage: aPassage(5), edition: 'second', claims: [{ ...figure, ...inSlot('year-1') }] })),
  adds('amendments', anAmendment({ label, place: aPlace() })),
  adds('amendments', anActorAmendment({ publicRole: 'rescue organisation' })),
  adds('amendments', aSeriesAmendment({ label })),
  adds('identifiers', anIdentifier()),
  adds('identifiers/withdrawals', anIdentifierWithdrawal()),
  adds('identifiers', anIdentifier()),
  adds('links', anIncidentLink('survivor')),
  adds('grades', aGrading('contested', { basis: [ref] })),
  adds('casualty-assessments', aCasualtyAssessment()),
  adds('locations', aGeolocation()),
  adds('set-aside', aSettingAside(ref)),
  adds('resolutions', aResolution([`${first.stream}#${impossible.claimId}`])),
  adds('assessments', anOperationAssessment()),
  adds('copies', aCopy()),
  adds('verifications', aVerification()),
  adds('removals', aRemoval()),
  adds('links', aLink(later, ref)),
  adds('unlinks', anUnlink(later, ref)),
  adds('split', aSplit(['part-1', 'part-2'])),
  adds('merge', aMerge('survivor', { incidentId: 'twin' })),
  adds('unmerge', anUnmerge('survivor', { incidentId: 'twin' })),
];

let app: TestApp;
const planter = new Planter();
const log: string[] = [];
const ids = new Map<Category, Set<string>>();
const positions: string[] = [];
const posted = new Set<string>();
let said = '';

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation((chunk: string | Uint8Array) => {
      log.push(String(chunk));
      return true;
    });
  }
  app = await TestApp.start({ publicRead: true, logLevel: 'verbose' }, (role) => `${role}-of-canaries`);
  for (const world of WORLDS) await record(world);
  await recordAcross();
}, 120_000);
afterAll(async () => {
  await app.stop();
  jest.restoreAllMocks();
});

async function record(world: ProtectionLevel): Promise<void> {
  for (const { route, happening } of happenings) {
    const body = planter.body(happening, world);
    if ('protection' in body) body['protection'] = world;
    if (happening.type === 'FindingResolved') Object.assign(body, resolving(body));
    await registerAssessor(body['assessedBy']);
    await send(happening.type, happening.category, Planter.id(world, happening.id), route, body);
  }
  const witness = anActor({ actorId: world === 'public' ? WITNESS : 'witness', ...person });
  const witnessed = { ...planter.body(witness, world), protection: world };
  await send(witness.type, 'actor', Planter.id(world, witness.id), '', witnessed);
  await entries(world);
}

/** What the finding is called in this world. */
const resolving = ({ subject, members }: Record<string, unknown>) => ({
  finding: findingId('negative', String(subject), (members as readonly string[])[0]!),
});

/** Our own corrections, withdrawals, protection and erasures. */
async function entries(world: ProtectionLevel): Promise<void> {
  const id = Planter.id(world, 'changed');
  const statement = aStatement({ statementId: 'changed', passage: aPassage(6), claims: [...claims] });
  const body = () => ({ ...planter.body(statement, world), protection: world });
  const original = body();
  const opened = await send(statement.type, 'statement', id, '', original);
  const [target] = opened.body['eventIds'] as string[];
  const noted = (type: string) => ({ reason: 'transcription', note: planter.words(above(world), `${type}.note`) });
  await send(
    'EntryCorrected',
    'statement',
    id,
    'corrections',
    { target, ...noted('EntryCorrected'), after: body() },
    '0',
  );
  const reason = planter.words(above(world), 'ProtectionSet.reason');
  const other = world === 'restricted' ? 'confidential' : 'restricted';
  await send('ProtectionSet', 'statement', id, 'protection', { level: other, reason });
  await send('ProtectionSet', 'statement', id, 'protection', { level: world, reason });

  const erasedId = Planter.id(world, 'erased');
  const words = {
    lang: 'en',
    value: `${ERASED} words`,
    translations: [{ lang: 'ar', value: `${ERASED} too`, by: 'human' }],
  };
  const erasable = {
    ...planter.body(aStatement({ statementId: 'erased', claims: [figure] }), world),
    protection: world,
  };
  await send('StatementIssued', 'statement', erasedId, '', { ...erasable, passage: words });
  const { body: told } = await app.get<{ passage: unknown }>(`/api/statements/${erasedId}?after=${positions.at(-1)}`);
  expect(JSON.stringify(told.passage)).toContain(ERASED);
  const [issued] = await recordedIn(app, streamOf('statement', erasedId));
  const { passage } = issued!.data['passage'] as { passage: string };
  const note = planter.words(above(world), 'PassageErased.note');
  await send('PassageErased', 'statement', erasedId, 'erasures', {
    passage,
    reason: 'consent',
    note,
  });

  const goneId = Planter.id(world, 'gone');
  const gone = await send('StatementIssued', 'statement', goneId, '', {
    ...planter.body(aStatement({ statementId: 'gone', claims: [figure], passage: aPassage(7) }), world),
    protection: world,
  });
  const [taken] = gone.body['eventIds'] as string[];
  await send('EntryWithdrawn', 'statement', goneId, 'withdrawals', { target: taken, ...noted('EntryWithdrawn') }, '0');
}

/** What everybody may see, naming what they may not; and what everybody might once see. */
async function recordAcross(): Promise<void> {
  for (const world of ['restricted', 'confidential'] as const) {
    const its = (id: string) => Planter.id(world, id);
    const hidden = (id: string) => ({ passage: planter.words(world, id) });
    const saying = async (id: string, over: Parameters<typeof aStatement>[0], more: object = {}) => {
      const name = `${id}-${world}`;
      const { data } = aStatement({ statementId: name, claims: [figure], ...over });
      await send('StatementIssued', 'statement', name, '', { ...data, ...more });
    };
    const kept = aStatement({ statementId: its('on-open'), protection: world, claims: [figure, impossible] });
    await send(kept.type, 'statement', kept.id, '', { ...kept.data, ...hidden('a hidden act about something open') });
    const claimRef = `${kept.stream}#${figure.claimId}`;
    await saying('by', { speaker: its(SPEAKER) }, hidden('an act by somebody hidden'));
    await saying('for', { onBehalfOf: its(SPEAKER) }, hidden('an act for somebody hidden'));
    const joint = { ...figure, about: { incidents: [INCIDENT, its(INCIDENT)] } };
    await saying('joint', { claims: [{ ...figure, claimId: 'own' }, joint] }, hidden('an act about something hidden'));
    await saying(
      'series',
      { claims: [figure, { ...figure, claimId: 'other', ...inSlot('year-1', its(SERIES)) }] },
      hidden('series'),
    );
    await saying('resting', { sources: [{ source: SOURCE }, { source: its(SOURCE) }] }, hidden('a hidden source'));
    await saying(
      'accusing',
      { claims: [responsibility('attributes', { actor: its('us-forces') })] },
      hidden('accused'),
    );
    await saying('counting', {
      claims: [{ ...figure, counted: { ...figure.counted, attributedTo: [its('us-forces')], of: its('us-forces') } }],
    });
    await saying('according', { claims: [{ ...figure, accordingTo: [its(SPEAKER)] }] });
    await saying('addressed', { claims: [investigation('calls_for', { addressedTo: [its('us-forces')] })] });
    await saying('towards', { claims: [position('condemns', 'harm' as never, { towards: its('us-forces') })] });
    await saying('duplicate', {
      claims: [investigation('closes', { outcome: 'duplicate', duplicateOf: its(INCIDENT) })],
    });
    await saying('answering', { claims: [investigation('announces', { answers: [claimRef] })] });
    await saying('operating', { claims: [figure, takingPart('denies', { operation: its(OPERATION) })] });
    await saying('status', { claims: [figure, operationStatus('declared', { operation: its(OPERATION) })] });
    await saying('relaying', { speaker: 'us-forces', claims: [{ ...figure, relays: { claim: claimRef } }] });
    await saying('passing-on', { speaker: 'us-forces', claims: [{ ...figure, relays: { actor: its(SPEAKER) } }] });
    await saying('joined', { speaker: 'us-forces' });
    const link = aRelayLink(`statement-joined-${world}#${figure.claimId}`, claimRef);
    await send(link.type, 'statement', link.id, 'links', link.data);

    const report = aReport({ reportId: `replacing-${world}`, replaces: its('r01'), claims: [figure] });
    await send(report.type, 'report', report.id, '', report.data);
    const operation = anOperation({ operationId: `with-${world}`, incidents: [INCIDENT, its(INCIDENT)] });
    await send(operation.type, 'operation', operation.id, '', operation.data);
    const operators = [{ actor: its('us-forces'), role: 'conducted' as const }];
    const operated = anOperation({ operationId: `operated-${world}`, operators });
    await send(operated.type, 'operation', operated.id, '', operated.data);

    const [linked, merged, split] = ['linked', 'merged', 'split'].map((name) => `${name}-${world}`) as [
      string,
      string,
      string,
    ];
    for (const incidentId of [linked, merged, split]) {
      const { data } = anIncident({ incidentId, sources: [{ source: its(SOURCE) }] });
      await send('IncidentOpened', 'incident', incidentId, '', data);
    }
    await add('links', anIncidentLink(its('survivor'), { incidentId: linked }));
    await add('merge', aMerge(its('survivor'), { incidentId: merged }));
    await add('split', aSplit([its('part-2')], { incidentId: split }));
    const settled = aResolution([`${kept.stream}#${impossible.claimId}`]);
    await add('resolutions', aResolution(settled.data.members, resolving({ ...settled.data })));

    const source = aSource({ sourceId: `published-${world}`, publisher: its(PUBLISHER) });
    await send(source.type, 'source', source.id, '', source.data);
    const member = anActor({
      actorId: `member-${world}`,
      partOf: [{ actor: its('us-forces') }],
      memberOf: [{ actor: its(PUBLISHER) }],
    });
    await send(member.type, 'actor', member.id, '', member.data);
    await saying('member', { speaker: member.id });

    const raised = `raised-${world}`;
    const text = planter.words(world, 'what was public once');
    const once = { ...anIncident({ incidentId: raised }).data, label: [{ lang: 'en', text: text.value }] };
    await send('IncidentOpened', 'incident', raised, '', once);
    await saying(
      'of-raised',
      { claims: [{ ...figure, about: { incidents: [raised] } }] },
      { passage: planter.words(world, 'raised') },
    );
    const reason = planter.words(world, 'why raised');
    await send('ProtectionSet', 'incident', raised, 'protection', { level: world, reason });
  }
  // A person without a public role may be named by everybody, and known to few.
  const { data } = aStatement({ statementId: 'witnessed', speaker: WITNESS, claims: [figure] });
  await send('StatementIssued', 'statement', 'witnessed', '', data);
  const counted = { ...figure.counted, attributedTo: [WITNESS] };
  const blaming = aStatement({
    statementId: 'blaming',
    claims: [{ ...figure, counted }, responsibility('attributes', { actor: WITNESS })],
  });
  await send('StatementIssued', 'statement', 'blaming', '', blaming.data);
}

const add = (route: string, { type, category, id, data }: Happening) =>
  send(type, category, id, route, planter.body({ type, data } as Happening));

const above = (world: ProtectionLevel) => (world === 'public' ? 'restricted' : world);

async function send(
  type: string,
  category: Category,
  id: string,
  route: string,
  body: object,
  ifMatch?: string,
): Promise<Answer> {
  const path = ['/api', collectionOf(category), ...(route === '' ? [] : [id, route])].join('/');
  const answer = await app.post(path, body, ifMatch === undefined ? {} : { headers: { 'if-match': ifMatch } });
  if (answer.status >= 300) throw new Error(`${path} (${type}): ${answer.text}\n${JSON.stringify(body)}`);
  posted.add(type);
  said += JSON.stringify(body);
  positions.push(String(answer.body['position']));
  ids.set(category, (ids.get(category) ?? new Set<string>()).add(id));
  return answer;
}

/** Whoever judged is somebody registered. */
async function registerAssessor(id: unknown): Promise<void> {
  if (typeof id !== 'string' || ids.get('actor')?.has(id)) return;
  const { type, data } = anActor({ actorId: id, protection: 'restricted' });
  await send(type, 'actor', id, '', data);
}

interface Asked {
  readonly path: string;
  /** What the address itself says. */
  readonly sent: readonly string[];
}

/** Every address that can be read, about everything that there is, now and in the past. */
function addresses(searching = true): readonly Asked[] {
  const { paths } = app.service.app.get(OpenApi).document as unknown as {
    paths: Record<string, { get?: { parameters?: readonly { name: string; in: string }[] } }>;
  };
  const values: Record<string, (path: string) => Iterable<string>> = {
    id: (path) => {
      const collection = path.split('/')[2];
      const category = [...ids.keys()].find((one) => collectionOf(one) === collection);
      return category === undefined ? [] : ids.get(category)!;
    },
    code: (path) => (path.startsWith('/problems') ? ['already-exists', 'role-too-low'] : codes()),
    name: () => ['means'],
  };
  const past = positions[Math.floor(positions.length * 0.9)]!;
  return Object.entries(paths).flatMap(([path, { get }]) => {
    if (get === undefined) return [];
    const parameters = (get.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name);
    const name = /\{([^}]+)\}/.exec(path)?.[1];
    const filled = name === undefined ? [''] : [...(values[name] ?? none(name))(path)];
    return filled.flatMap((value) =>
      (searching ? queries(parameters, past) : [{ query: '', sent: [] }]).map(({ query, sent }) => ({
        path: path.replace(/\{[^}]+\}/, encodeURIComponent(value)) + query,
        sent: [value, ...sent].filter((one) => one !== ''),
      })),
    );
  });
}

const none = (name: string) => (): never => {
  throw new Error(`Say what to ask where a path has {${name}}.`);
};

const codes = (): readonly string[] => WORLDS.map((world) => Planter.id(world, 'CS1977'));

/** What else a route may be asked, by the parameters it takes: searches for the very things that are hidden. */
function queries(parameters: readonly string[], past: string): readonly { query: string; sent: readonly string[] }[] {
  const own: Record<string, readonly string[]> = {
    q: [MARKS.confidential, MARKS.restricted, 'Atmeh'],
    place: [MARKS.confidential, '36.7', 'SY'],
    party: [`${MARKS.confidential}-us-forces`, `${MARKS.restricted}-us-forces`, SPEAKER, 'withheld-person-1'],
    claimant: [`${MARKS.confidential}-${SPEAKER}`, WITNESS, SPEAKER],
    kind: ['civilian_status'],
    grade: ['contested'],
    openFindings: ['true'],
    rule: ['civilian_status'],
    scheme: ['airwars'],
    saidFrom: ['2022-01-01'],
    saidTo: ['2023-01-01'],
    occurredFrom: ['2022-01-01'],
    occurredTo: ['2023-01-01'],
    recordedAsOf: [past],
    claimedAsOf: ['2022-02-04', '2022-01-31'],
  };
  const asked = parameters.flatMap((name) =>
    (own[name] ?? []).map((value) => ({ query: `?${name}=${value}`, sent: [`${name}=${value}`] })),
  );
  return [{ query: '', sent: [] }, ...asked];
}

/** Follows a list to its end. */
async function everyPage(path: string, as: Role | null): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let next: string | null = path; next !== null;) {
    const answer: Answer = await app.get(next, { as });
    answers.push(answer);
    const link = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '');
    next = link?.[1] ?? null;
    if (answers.length > 100) throw new Error(`${path} never ends.`);
  }
  return answers;
}

/** What was heard, without what the asker said. */
const heard = (answers: readonly Answer[], sent: readonly string[]): string =>
  sent.reduce(
    (text, word) => text.replaceAll(word, '').replaceAll(encodeURIComponent(word), ''),
    answers.map(({ text, headers }) => `${text}\n${JSON.stringify([...headers])}`).join('\n'),
  );

function found(text: string, role: Role | null): readonly string[] {
  const most = readableBy(role ?? 'anonymous');
  const order: readonly ProtectionLevel[] = WORLDS;
  const above = (level: ProtectionLevel) => order.indexOf(level) > order.indexOf(most);
  const words = [
    ERASED,
    ...(['restricted', 'confidential'] as const).filter(above).map((level) => MARKS[level]),
    ...(above('restricted') ? [HOLDER] : []),
    ...planter.canaries.filter(({ level, text: one }) => above(level) && /^\d/.test(one)).map((canary) => canary.text),
  ];
  return words.filter((word) => text.includes(word)).map((word) => excerpt(text, word));
}

const excerpt = (text: string, word: string): string => {
  const at = text.indexOf(word);
  return text.slice(Math.max(0, at - 160), at + 60);
};

describe('canaries', () => {
  it('were planted in every kind of event there is', () => {
    expect([...definitions.keys()].filter((type) => !posted.has(type))).toEqual([]);
    expect(planter.canaries.length).toBeGreaterThan(100);
  });

  it('are all there for a reviewer, but for what was erased', async () => {
    await caughtUp();
    let text = '';
    for (const { path } of addresses()) text += heard(await everyPage(path, 'reviewer'), []);
    expect(text).not.toContain(ERASED);
    const unseen = planter.canaries.filter((one) => said.includes(one.text) && !text.includes(one.text));
    expect(unseen).toEqual([]);
  }, 300_000);

  it.each(ASKERS)(
    'are in no answer, problem or header that %s gets',
    async (role) => {
      await caughtUp();
      const leaks: string[] = [];
      const points = new Set<string>();
      let answered = 0;
      // Who sees as much as another is not asked to search for it again.
      for (const { path, sent } of addresses(role === null || role === 'reader')) {
        const answers = await everyPage(path, role);
        answered += answers.filter(({ status }) => status === 200).length;
        const text = heard(answers, sent);
        leaks.push(...found(text, role).map((leak) => `${path}: …${leak}…`));
        // The examples in the description are of the case files that are published with Sijil.
        if (path !== '/api/openapi.json')
          for (const [point] of text.matchAll(/"lat":-?[\d.]+,"lon":-?[\d.]+/g)) points.add(point);
      }
      expect(leaks).toEqual([]);
      expect(answered).toBeGreaterThan(50);
      expect(points.size).toBeGreaterThan(0);
      // Every place that was recorded has a point too fine for those who see what is public.
      if (readableBy(role ?? 'anonymous') === 'public') expect([...points].filter((one) => !isMiddle(one))).toEqual([]);
    },
    300_000,
  );

  it('are in no problem that a recorder gets by sending things to what is hidden', async () => {
    const { paths } = app.service.app.get(OpenApi).document as unknown as { paths: Record<string, { post?: object }> };
    const target = said.match(/"target":"([^"]+)"/)?.[1] ?? '';
    const leaks: string[] = [];
    for (const [path, { post }] of Object.entries(paths)) {
      if (post === undefined || path.startsWith('/api/keys')) continue;
      for (const id of idsFor(path)) {
        const to = path.replace(/\{[^}]+\}/, id);
        const full = planter.body(
          happenings.find(({ route }) => route !== '' && path.endsWith(`/${route}`))?.happening ?? first,
        );
        for (const body of [{}, { target, reason: 'transcription', after: {} }, full]) {
          const answer = await app.post(to, body, { as: 'recorder' });
          expect([to, answer.status < 500]).toEqual([to, true]);
          if (answer.status >= 400) leaks.push(...found(heard([answer], [id, JSON.stringify(body)]), 'recorder'));
        }
      }
    }
    expect(leaks).toEqual([]);
  }, 300_000);

  it('are in no line of the log, nor is what anybody sent, though something breaks', async () => {
    const before = log.length;
    await app.database.pool.query(`alter table ${REGISTER}.protections rename to gone`);
    const broken = await app.get(`/api/incidents/${Planter.id('confidential', INCIDENT)}`, { as: 'reviewer' });
    const bad = await app.database.pool.query(`alter table ${REGISTER}.gone rename to protections`);
    expect([broken.status, bad.command]).toEqual([500, 'ALTER']);
    expect(found(broken.text, null)).toEqual([]);
    expect(log.length).toBeGreaterThan(before);
    expect(before).toBeGreaterThan(10);
    expect(found(log.join(''), null)).toEqual([]);
  });
});

function isMiddle(point: string): boolean {
  const shown = JSON.parse(`{${point}}`) as { lat: number; lon: number };
  const middle = middleOfCell(shown);
  return middle?.lat === shown.lat && middle.lon === shown.lon;
}

/** Ids of what is confidential, of the category a path is about. */
const idsFor = (path: string): readonly string[] => {
  if (!path.includes('{')) return [''];
  const category = [...ids.keys()].find((one) => collectionOf(one) === path.split('/')[2]);
  const all = category === undefined ? [] : [...ids.get(category)!];
  return all.filter((id) => id.startsWith(MARKS.confidential)).slice(0, 2);
};

const caughtUp = () => app.get(`/api/incidents?after=${positions.at(-1)}`);
