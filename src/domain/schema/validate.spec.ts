import { recordedExamples } from '../../../test/support/recorded-examples.js';
import { definitions } from '../events/index.js';
import { InvalidData, validateData } from './validate.js';

type Json = Record<string, unknown>;

const classOf = (type: string) => definitions.get(type)!.data;
const example = (type: string): Json =>
  structuredClone(recordedExamples().find((one) => one.type === type)!.stored.data) as Json;
const problems = (type: string, data: unknown) => validateData(classOf(type), data);
const pointers = (type: string, data: unknown) => problems(type, data).map(({ pointer }) => pointer);

const about = { incidents: ['atmeh-2022-02-03'] };
const killed = {
  claimId: 'killed',
  kind: 'count',
  about,
  certainty: 'reported',
  counted: { measure: 'killed', category: 'person' },
  figure: { min: 13, max: null, qualifier: 'at_least' },
};
const said = (...claims: readonly unknown[]): Json => ({ ...example('StatementIssued'), claims });
const saying = (claim: Json, more: Json): Json => said({ ...claim, ...more });

describe('the form of data', () => {
  it('is right in every recorded example', () => {
    expect(problems('StatementIssued', example('StatementIssued'))).toEqual([]);
    expect(problems('StatementIssued', said(killed))).toEqual([]);
  });

  it('tells everything that is wrong at once, each with its place', () => {
    const data = said(killed, { ...killed, claimId: 'second', certainty: 'sure', figure: { min: '13', max: null } });
    expect(problems('StatementIssued', { ...data, speaker: undefined, extra: 1 })).toEqual(
      expect.arrayContaining([
        { pointer: '/speaker', message: 'speaker is required' },
        { pointer: '/extra', message: 'extra is not a field here' },
        { pointer: '/claims/1/certainty', message: expect.stringMatching(/^certainty must be one of: confirmed/) },
        { pointer: '/claims/1/figure/min', message: 'min must be a whole number, or null when unknown' },
        { pointer: '/claims/1/figure/qualifier', message: 'qualifier is required' },
      ]),
    );
  });

  it('points at the very member of a list', () => {
    const data = said({ ...killed, about: { incidents: ['good', 'Not A Slug'] } });
    expect(problems('StatementIssued', data)).toEqual([
      { pointer: '/claims/0/about/incidents/1', message: 'must be an id' },
    ]);
    expect(pointers('StatementIssued', said({ ...killed, about: { incidents: ['twice', 'twice'] } }))).toEqual([
      '/claims/0/about/incidents/1',
    ]);
  });

  it.each([[null], [[]], [[killed]], ['count'], [7]])('refuses %j as a claim', (member) => {
    expect(problems('StatementIssued', said(killed, member))).toEqual([
      { pointer: '/claims/1', message: 'must be an object' },
    ]);
  });

  it('refuses a claim of a kind nobody knows, by naming those there are', () => {
    expect(problems('StatementIssued', saying(killed, { kind: 'rumour' }))).toEqual([
      { pointer: '/claims/0/kind', message: expect.stringContaining('count, responsibility') },
    ]);
    expect(pointers('StatementIssued', saying(killed, { kind: 'constructor' }))).toEqual(['/claims/0/kind']);
  });

  it('refuses a field of another kind of claim', () => {
    expect(pointers('StatementIssued', saying(killed, { stance: 'denies' }))).toEqual(['/claims/0/stance']);
  });

  it('refuses null where a field may be left out: unknown is null only where a bound may be', () => {
    const data = { ...saying(killed, { quote: null, compiled: null, supersedes: null }), passage: null, channel: null };
    expect(pointers('StatementIssued', data).toSorted()).toEqual([
      '/channel',
      '/claims/0/compiled',
      '/claims/0/quote',
      '/claims/0/supersedes',
      '/passage',
    ]);
  });

  it.each([[undefined], [null], ['text'], [[]]])('refuses %j as data', (data) => {
    expect(problems('StatementIssued', data)).toEqual([{ pointer: '', message: 'must be an object' }]);
  });

  it('refuses a list where one passage is meant', () => {
    const { passage } = example('StatementIssued');
    expect(pointers('StatementIssued', { ...said(killed), passage: [passage] })).toEqual(['/passage']);
  });
});

describe('data from outside', () => {
  it.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString'])('may not have a field named %s', (name) => {
    const data = JSON.parse(
      JSON.stringify(said(killed)).replace('"figure":{', `"figure":{"${name}":{"a":1},`),
    ) as unknown;
    expect(problems('StatementIssued', data)).toEqual([
      { pointer: `/claims/0/figure/${name}`, message: `${name} is not a field here` },
    ]);
  });

  it.each([
    ['U+0000', 'a\u0000b'],
    ['half of a surrogate pair', 'a\ud800'],
  ])('may hold no %s, in values or names', (_, text) => {
    expect(pointers('StatementIssued', { ...said(killed), channel: text })).toEqual(['/channel']);
    expect(pointers('StatementIssued', { ...said(killed), [text]: 1 })).toEqual(['']);
    const withdrawn = { ...example('EntryWithdrawn'), before: { list: [{ text }] } };
    expect(pointers('EntryWithdrawn', withdrawn)).toEqual(['/before/list/0/text']);
  });

  it('may be no deeper than anything the register keeps, however deep it is', () => {
    let deep: unknown = 'bottom';
    for (let level = 0; level < 50_000; level++) deep = [deep];
    const [problem, ...more] = problems('StatementIssued', { ...said(killed), channel: deep });
    expect(problem).toMatchObject({ message: 'lies deeper than 32 levels' });
    expect(more).toEqual([]);
  });

  it('must be JSON', () => {
    expect(pointers('StatementIssued', { ...said(killed), channel: new Date() })).toEqual(['/channel']);
    expect(pointers('StatementIssued', { ...said(killed), channel: Number.NaN })).toEqual(['/channel']);
  });

  it('takes a name that looks like a pointer for a name', () => {
    expect(problems('StatementIssued', { ...said(killed), '/3~b c': 1 })).toEqual([
      { pointer: '/~13~0b c', message: '/3~b c is not a field here' },
    ]);
  });

  it('escapes names in pointers', () => {
    expect(pointers('StatementIssued', { ...said(killed), 'a/b~c': 1 })).toEqual(['/a~1b~0c']);
  });

  it('is at most 400 KiB in UTF-8, counting each act that a correction carries by itself', () => {
    const claims = (count: number) => Array.from({ length: count }, (_, n) => ({ ...killed, claimId: `c-${n}` }));
    const large = said(...claims(2_500));
    expect(Buffer.byteLength(JSON.stringify(large))).toBeGreaterThan(400 * 1024);
    expect(problems('StatementIssued', large)).toEqual([
      { pointer: '', message: expect.stringMatching(/bytes of JSON; the limit is 409600$/) },
    ]);
    const half = said(...claims(1_500));
    expect(problems('StatementIssued', half)).toEqual([]);
    expect(problems('EntryCorrected', { ...example('EntryCorrected'), before: half, after: half })).toEqual([]);
    expect(pointers('EntryCorrected', { ...example('EntryCorrected'), before: half, after: large })).toEqual([
      '/after',
    ]);
  });

  it('is counted in characters as people count them', () => {
    const channel = (text: string) => pointers('StatementIssued', { ...said(killed), channel: text });
    expect(channel('🕊'.repeat(200))).toEqual([]);
    expect(channel('🕊'.repeat(201))).toEqual(['/channel']);
    expect(channel('\ufe0f'.repeat(201))).toEqual(['/channel']);
  });
});

describe('rules between the fields of a claim', () => {
  const accuses = {
    claimId: 'who',
    kind: 'responsibility',
    about,
    certainty: 'reported',
    for: 'harm',
    stance: 'attributes',
  };
  const cause = { claimId: 'cause', kind: 'cause', about, certainty: 'reported', cause: 'fire' };
  const label = [{ lang: 'en', text: 'an oil lamp' }];
  const condition = { passage: '01986f2e-0000-7000-8000-000000000000', lang: 'en', hash: `sha256:${'a'.repeat(64)}` };
  const retracts = { claim: 'statement-a#killed', change: 'retracts', announced: 'yes' };
  const { figure: _, ...withoutFigure } = killed;

  it.each<[string, Json, readonly string[]]>([
    ['an accusation names an actor', { ...accuses, actor: 'us' }, []],
    ['or a person with a local reference', { ...accuses, person: 'adult-3rd-floor' }, []],
    ['but not nobody', accuses, ['/claims/0/actor']],
    ['and not both', { ...accuses, actor: 'us', person: 'adult' }, ['/claims/0/actor']],
    ['who accepts names nobody', { ...accuses, stance: 'accepts', actor: 'us' }, ['/claims/0/actor']],
    ['nor a person', { ...accuses, stance: 'cannot_say', person: 'adult' }, ['/claims/0/person']],
    ['a count has a figure', withoutFigure, ['/claims/0/figure']],
    ['unless it retracts one', { ...withoutFigure, supersedes: retracts }, []],
    ['and then it has none', { ...killed, supersedes: retracts }, ['/claims/0/figure']],
    ['a revision has one', { ...killed, supersedes: { ...retracts, change: 'revises' } }, []],
    [
      'the category other needs a label',
      { ...killed, counted: { measure: 'killed', category: 'other' } },
      ['/claims/0/counted/label'],
    ],
    [
      'and so do other means',
      { ...killed, counted: { ...killed.counted, means: ['cluster', 'other'] } },
      ['/claims/0/counted/label'],
    ],
    ['which may have one', { ...killed, counted: { ...killed.counted, circumstance: 'other', label } }, []],
    ['while a known code may not', { ...killed, counted: { ...killed.counted, label } }, ['/claims/0/counted/label']],
    ['another cause needs a label', { ...cause, cause: 'other' }, ['/claims/0/label']],
    ['a known cause has none', { ...cause, label }, ['/claims/0/label']],
    ['a conditional claim says on what condition', { ...killed, certainty: 'conditional' }, ['/claims/0/condition']],
    ['in words', { ...killed, certainty: 'conditional', condition }, []],
    ['it is about incidents or a slot', { ...killed, about: { series: 's' } }, ['/claims/0/about']],
    ['not both', { ...killed, about: { incidents: ['a'], series: 's', slot: 't' } }, ['/claims/0/about']],
    ['a relay is of a claim or of an actor', { ...killed, relays: {} }, ['/claims/0/relays']],
    [
      'whoever it goes back to has an id or is unnamed',
      { ...killed, accordingTo: ['media', 'The Media'] },
      ['/claims/0/accordingTo/1'],
    ],
  ])('%s', (_rule, claim, wrong) => {
    expect(pointers('StatementIssued', said(claim))).toEqual(wrong);
  });

  it('says in a sentence what is missing and what is too much', () => {
    expect(problems('StatementIssued', said(withoutFigure))[0]?.message).toBe(
      'figure is required unless the claim retracts one',
    );
    expect(problems('StatementIssued', said({ ...cause, label }))[0]?.message).toBe(
      'label is allowed only where the cause is other',
    );
  });

  it('every claim of an act has an id of its own', () => {
    expect(problems('StatementIssued', said(killed, { ...killed, claimId: 'b' }, killed))).toEqual([
      { pointer: '/claims/2/claimId', message: 'is used twice' },
    ]);
  });
});

describe('rules between the fields of an event', () => {
  it('a link that supersedes says how, and no other link does', () => {
    const { change: _, announced: __, reason: ___, ...link } = example('ClaimLinked');
    expect(pointers('ClaimLinked', link)).toEqual(['/change']);
    expect(pointers('ClaimLinked', { ...link, as: 'relays' })).toEqual([]);
    expect(pointers('ClaimLinked', { ...example('ClaimLinked'), as: 'relays' })).toEqual([
      '/change',
      '/announced',
      '/reason',
    ]);
  });

  it.each([
    'ftp://example.org/a',
    'example.org',
    'https://',
    'javascript:alert(1)',
    `https://example.org/${'a'.repeat(2048)}`,
  ])('refuses the address %.40s', (url) =>
    expect(pointers('SourceRegistered', { ...example('SourceRegistered'), url })).toEqual(['/url']),
  );

  it('takes an address in any script', () => {
    const url = 'https://example.org/أطمة?صفحة=1#top';
    expect(problems('SourceRegistered', { ...example('SourceRegistered'), url })).toEqual([]);
  });

  it('wants event ids as the log writes them', () => {
    const erased = example('PassageErased');
    expect(pointers('PassageErased', { ...erased, passage: String(erased['passage']).toUpperCase() })).toEqual([
      '/passage',
    ]);
  });
});

it('a refusal carries every problem, points at the first and says how many there are', () => {
  const refusal = new InvalidData([
    { pointer: '/speaker', message: 'speaker is required' },
    { pointer: '/extra', message: 'extra is not a field here' },
  ]);
  expect(refusal).toMatchObject({ code: 'invalid-data', pointer: '/speaker' });
  expect(refusal.message).toBe('speaker is required (at /speaker), and 1 more.');
});
