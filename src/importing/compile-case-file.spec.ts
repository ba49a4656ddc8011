import type { Claim } from '../domain/claims/claim.js';
import type { CountClaim } from '../domain/claims/kinds/count.js';
import type { Draft } from '../domain/values/draft.js';
import { compileCaseFile } from './compile-case-file.js';

const HEAD = `case:
  id: a-case
  title: A case
  zone: Asia/Damascus
  about: raid
  seen: quoted
  protection: public
`;

/** A file with these entries of the record, each indented as a list item. */
const withRecord = (...entries: readonly string[]): string =>
  `${HEAD}record:\n${entries.map((entry) => `  - ${entry.trim().replaceAll('\n', '\n    ')}\n`).join('')}`;

const compile = (text: string) => compileCaseFile(text, 'case.yaml');
const said = (...lines: readonly string[]): string =>
  ['statement: a01', 'by: sohr', 'said: 2022-02-03', 'sources: page', ...lines].join('\n');
const earlier = (id: string, ...lines: readonly string[]): string => said(...lines).replace('a01', id);

function claimsOf(text: string, statement = 'a01'): readonly Draft<Claim>[] {
  const { rows, problems } = compile(text);
  expect(problems).toEqual([]);
  const row = rows.find(({ name }) => name === `statement ${statement}`);
  return row?.command === 'RecordStatement' ? row.body.claims : [];
}
const counts = (text: string, statement?: string) => claimsOf(text, statement) as readonly Draft<CountClaim>[];

describe('several figures of one act', () => {
  it('become one claim each, named after what they count', () => {
    const claims = counts(
      withRecord(said('killed: {people: at least 13, children: 4, civilian women: "3"}', 'injured: {girls: 1}')),
    );
    expect(claims.map(({ claimId, figure }) => [claimId, figure?.min, figure?.max])).toEqual([
      ['killed-person', 13, null],
      ['killed-child', 4, 4],
      ['killed-civilian-woman', 3, 3],
      ['injured-girl', 1, 1],
    ]);
  });

  it('are reported unless a figure says how certain it is', () => {
    const claims = counts(withRecord(said('killed: {people: 13, combatants: {presumed: 3}}')));
    expect(claims.map(({ certainty }) => certainty)).toEqual(['reported', 'presumed']);
  });

  it('take what is said of the act, of their group and of themselves, the nearest first', () => {
    const claims = counts(
      withRecord(
        said(
          'basis: aggregate',
          'killed: {people: {figure: 13, basis: named}, children: 4}',
          'claims:',
          '  - killed: {women: 3}',
          '    basis: model',
          '    according to: media',
        ),
      ),
    );
    expect(claims.map(({ basis, accordingTo }) => [basis, accordingTo])).toEqual([
      ['named', undefined],
      ['aggregate', undefined],
      ['model', ['media']],
    ]);
  });

  it('are about the incident of the file, or what they name themselves', () => {
    const [own, joint] = counts(withRecord(said('killed: {people: 13, children: {figure: 4, about: [raid, strike]}}')));
    expect(own?.about).toEqual({ incidents: ['raid'] });
    expect(joint?.about).toEqual({ incidents: ['raid', 'strike'] });
  });

  it('carry the slot in their names where a group names one', () => {
    const file = withRecord(
      said(
        'about: {series: toll}',
        'claims:',
        '  - {slot: year-1, killed: {civilians: 5}}',
        '  - {slot: year-2, killed: {civilians: 7}}',
      ),
    );
    expect(claimsOf(file).map(({ claimId, about }) => [claimId, about.slot])).toEqual([
      ['killed-civilian-person-year-1', 'year-1'],
      ['killed-civilian-person-year-2', 'year-2'],
    ]);
  });

  it('must not be called the same', () => {
    const twice = withRecord(said('killed: {people: 13}', 'claims:', '  - killed: {people: 12}'));
    expect(compile(twice).problems).toMatchObject([
      { pointer: '/record/0/claims/0/killed/people', message: expect.stringContaining('killed-person') },
    ]);
    expect(
      claimsOf(
        withRecord(said('killed: {people: 13}', 'claims:', '  - killed: {people: 12}', '    claim: a-second-figure')),
      ),
    ).toHaveLength(2);
  });
});

describe('what else an act can say', () => {
  it('has words for every kind of claim', () => {
    const file = withRecord(
      said(
        'killed: 13',
        'attributes: {harm: us-forces, explosion: {person: a-woman}}',
        'accepts: operation',
        'it happened: true',
        'declares operation: the-raid',
        'status of: {adult-2nd-floor: combatant}',
        'located at: {point: "36.3, 36.6", precision: exact location}',
        'graded: contested',
        'operation status: declared',
        'cause: explosion',
        'calls for investigation: {addressed to: united-states}',
        'supports: counter terrorism',
        'declines to comment on: harm',
      ),
    );
    expect([...new Set(claimsOf(file).map(({ kind }) => kind))].toSorted()).toEqual([
      'cause',
      'civilian_status',
      'count',
      'grade',
      'investigation',
      'location',
      'no_comment',
      'occurrence',
      'operation',
      'operation_status',
      'position',
      'responsibility',
    ]);
  });

  it('is conditional where a condition is given', () => {
    const [call] = claimsOf(
      withRecord(said('claims:', '  - calls for investigation: true', '    if: It is confirmed.')),
    );
    expect(call).toMatchObject({ certainty: 'conditional', condition: { lang: 'en', value: 'It is confirmed.' } });
  });

  it('may be nothing at all: that it was said is the fact', () => {
    expect(claimsOf(withRecord(said()))).toEqual([]);
  });
});

describe('links to earlier acts', () => {
  const first = earlier('a00', 'killed: {people: 9, children: 2}', 'attributes: {harm: us-forces}');

  it('named for an act join each claim to the one like it, and leave the others alone', () => {
    const claims = claimsOf(withRecord(first, said('revises: a00', 'killed: {people: 13, children: 4, women: 3}')));
    expect(claims.map(({ supersedes }) => supersedes?.claim)).toEqual([
      'statement-a00#killed-person',
      'statement-a00#killed-child',
      undefined,
    ]);
    expect(claims[0]?.supersedes).toEqual({
      claim: 'statement-a00#killed-person',
      change: 'revises',
      announced: 'unknown',
    });
  });

  it('named for one figure join that one only', () => {
    const claims = claimsOf(
      withRecord(
        first,
        said(
          'killed: {people: {figure: 9, reaffirms: a00}, children: {figure: 3, revises: "a00#killed-child", announced: yes}}',
        ),
      ),
    );
    expect(claims.map(({ supersedes }) => [supersedes?.change, supersedes?.announced])).toEqual([
      ['reaffirms', 'unknown'],
      ['revises', 'yes'],
    ]);
  });

  it('a retraction has no figure', () => {
    const [claim] = counts(withRecord(first, said('killed: {people: {retracts: a00}}')));
    expect(claim?.figure).toBeUndefined();
    expect(compile(withRecord(first, said('killed: {people: {revises: a00}}'))).problems).toMatchObject([
      { message: expect.stringContaining('figure') },
    ]);
  });

  it('repeat another’s claim, or name whose it was', () => {
    const [joined] = claimsOf(withRecord(first, said('relays: a00', 'killed: {people: 8}')));
    expect(joined?.relays).toEqual({ claim: 'statement-a00#killed-person' });
    const [named] = claimsOf(withRecord(said('relays: {actor: snhr}', 'killed: {people: 8}')));
    expect(named?.relays).toEqual({ actor: 'snhr' });
  });

  it('answer the calls of an act', () => {
    const call = earlier('a00', 'calls for investigation: {addressed to: us-dod}');
    const [answer] = claimsOf(withRecord(call, said('announces investigation: {answers: a00}')));
    expect(answer).toMatchObject({ answers: ['statement-a00#calls-for-investigation'] });
  });

  it.each([
    ['an act that stands later or nowhere', said('revises: a99', 'killed: {people: 1}'), 'No act "a99"'],
    [
      'a claim that the act has not',
      said('revises: "a00#killed-man"', 'killed: {people: 1}'),
      'it has: killed-person, killed-child',
    ],
    ['an act with nothing alike', said('revises: a00', 'killed: {men: 1}'), 'nothing of the same kind'],
    ['two changes at once', said('revises: a00', 'retracts: a00', 'killed: {people: 1}'), 'revises and retracts'],
  ])('to %s are refused', (_what, entry, why) => {
    const { problems, rows } = compile(withRecord(first, entry));
    expect(problems[0]).toMatchObject({ row: 'statement a01', message: expect.stringContaining(why) });
    expect(rows.map(({ name }) => name)).toEqual(['statement a00']);
  });
});

describe('a link to an act that was refused', () => {
  const refused = earlier('a00', 'killed: {people: dozens}');
  const told = (problems: readonly { readonly pointer: string; readonly message: string }[]) =>
    problems.slice(1).map(({ pointer, message }) => [pointer, message]);
  const WHY = 'The act "a00" was refused, so nothing can refer to it: see line 9.';

  it('says so, with the line, once for all its figures', () => {
    const reaffirms = said('reaffirms: a00', 'killed: {people: 13, children: 4, women: 3}');
    const { problems } = compile(withRecord(refused, reaffirms));
    expect(told(problems)).toEqual([['/record/1/reaffirms', WHY]]);
  });

  it.each([
    ['one claim of it', said('revises: "a00#killed-person"', 'killed: {people: 13}'), '/record/1/revises', 'a00'],
    ['it by its stream', said('relays: statement-a00', 'killed: {people: 8}'), '/record/1/relays', 'statement-a00'],
    [
      'it for one figure',
      said('killed: {people: {figure: 9, revises: a00}}'),
      '/record/1/killed/people/revises',
      'a00',
    ],
    [
      'it as what a grade rests on',
      'grade: weak\nassessed by: sijil\ndecided: 2022-03-01\nbasis: a00#c',
      '/record/1',
      'a00',
    ],
  ])('says so where it names %s', (_what, entry, pointer, name) => {
    const { problems } = compile(withRecord(refused, entry));
    expect(told(problems)).toEqual([[pointer, WHY.replace('a00', name)]]);
  });

  it('is a link to another act of that id, where there is one', () => {
    const { problems } = compile(
      withRecord(refused, earlier('a00', 'killed: {people: 9}'), said('revises: a00', 'killed: 8')),
    );
    expect(told(problems)).toEqual([]);
  });
});

it('what is wrong with a link is said once, where the link is, however many figures it was meant for', () => {
  const first = earlier('a00', 'killed: {people: 9}');
  const figures = 'killed: {people: 13, children: 4, women: 3}';
  const problems = (...lines: readonly string[]) =>
    compile(withRecord(first, said(...lines, figures))).problems.map(({ pointer, message }) => [pointer, message]);
  expect(problems('revises: a99')).toEqual([['/record/1/revises', expect.stringContaining('No act "a99"')]]);
  expect(problems('revises: a00', 'retracts: a00')).toEqual([
    ['/record/1/revises', expect.stringContaining('revises and retracts')],
  ]);
});

describe('sources', () => {
  it('named by address are registered once, before the first act that rests on them', () => {
    const address = 'https://example.org/a';
    const { rows } = compile(
      withRecord(said().replace('page', address), earlier('a02').replace('page', `{url: ${address}, at: line 3}`)),
    );
    expect(rows.map(({ command }) => command)).toEqual(['RegisterSource', 'RecordStatement', 'RecordStatement']);
    const [source, , second] = rows;
    const sourceId = source?.command === 'RegisterSource' ? source.body.sourceId : '';
    expect(second?.command === 'RecordStatement' && second.body.sources).toEqual([
      { source: sourceId, locator: 'line 3' },
    ]);
  });

  it('named by an address that the file describes are that source', () => {
    const file = `${HEAD}sources:\n  page: {title: A page, url: https://example.org/a}\nrecord:\n  - {statement: a01, by: sohr, said: 2022-02-03, sources: https://example.org/a}\n`;
    const { rows } = compile(file);
    expect(rows).toHaveLength(2);
    expect(rows[1]?.command === 'RecordStatement' && rows[1].body.sources).toEqual([{ source: 'page' }]);
  });
});

describe('definitions', () => {
  it('come before what names them, whatever their order in the file', () => {
    const { rows } = compile(
      `${HEAD}actors:\n  dod: {name: DoD, type: belligerent, part of: usa}\n  usa: {name: USA, type: state, member of: [oir]}\n  oir: {name: OIR, type: belligerent}\n`,
    );
    expect(rows.map(({ name }) => name)).toEqual(['actor oir', 'actor usa', 'actor dod']);
  });

  it('give an incident its public codes', () => {
    const { rows, problems } = compile(
      `${HEAD}incidents:\n  raid:\n    title: Raid\n    occurred: 2022-02-03\n    place: {name: Atmeh, precision: town}\n    identifiers: {airwars: CS1977}\n`,
    );
    expect(problems).toEqual([]);
    expect(rows.map(({ name, line }) => [name, line])).toEqual([
      ['incident raid', 9],
      ['identifier airwars CS1977', 13],
    ]);
  });

  it('may also stand in the record, when they became known', () => {
    const { rows } = compile(
      withRecord('actor: sohr\nname: SOHR\ntype: monitor ngo', said(), 'identifier: CS1977\nscheme: airwars'),
    );
    expect(rows.map(({ command }) => command)).toEqual(['RegisterActor', 'RecordStatement', 'AssignIdentifier']);
  });
});

describe('judgements of ours', () => {
  it('rest on claims of the file', () => {
    const file = withRecord(
      said('killed: {people: 9}', 'accepts: harm'),
      'grade: confirmed\nassessed by: sijil\ndecided: 2022-03-01\nbasis: [a01#accepts-harm]',
      'casualties assessed of: raid\nfigures: {killed: {civilians: 9–13}}\nassessed by: sijil\ndecided: 2022-03-01',
      'set aside: a01#killed-person\nbecause: early partial count',
    );
    const { rows, problems } = compile(file);
    expect(problems).toEqual([]);
    expect(rows.slice(1).map(({ command }) => command)).toEqual(['GradeIncident', 'AssessCasualties', 'SetClaimAside']);
    expect(rows[1]?.body).toMatchObject({
      incidentId: 'raid',
      scheme: 'airwars/2023',
      basis: ['statement-a01#accepts-harm'],
    });
    expect(rows[3]?.body).toMatchObject({ incidentId: 'raid', claim: 'statement-a01#killed-person' });
  });

  it('say who judged', () => {
    const { problems } = compile(withRecord('grade: weak\ndecided: 2022-03-01'));
    expect(problems).toMatchObject([{ pointer: '/record/0', message: expect.stringContaining('assessed by') }]);
  });
});

describe('how closely something is kept', () => {
  const protection = (of: string, ...lines: readonly string[]) =>
    [`protection of: ${of}`, ...lines, 'because: Looked at by two.'].join('\n');

  it('can be set in the record, with what is cleared', () => {
    const { rows, problems } = compile(
      withRecord(
        said(),
        protection('statement a01', 'level: public', 'cleared: true'),
        protection('incident raid', 'level: confidential'),
      ),
    );
    expect(problems).toEqual([]);
    const reason = { lang: 'en', value: 'Looked at by two.' };
    expect(rows.slice(1).map(({ command, body }) => [command, body])).toEqual([
      ['SetProtection', { subject: 'statement-a01', level: 'public', cleared: true, reason }],
      ['SetProtection', { subject: 'incident-raid', level: 'confidential', reason }],
    ]);
  });

  it('is set anew where the same stands again further down, and is the same row in a longer file', () => {
    const up = protection('incident raid', 'level: confidential');
    const down = protection('incident raid', 'level: public');
    const keys = (...entries: readonly string[]) => compile(withRecord(...entries)).rows.map(({ key }) => key);
    expect(new Set(keys(up, down, up)).size).toBe(3);
    expect(keys(up, down, up, down).slice(0, 3)).toEqual(keys(up, down, up));
  });

  it.each([
    ['without a kind of thing', protection('raid', 'level: public'), '/record/0/protection of', 'one thing'],
    ['without a level', protection('incident raid', 'cleared: true'), '/record/0', '"level" is missing'],
    [
      'with an unknown level',
      protection('incident raid', 'level: publik'),
      '/record/0/level',
      'Did you mean "public"?',
    ],
    [
      'cleared by a word',
      protection('incident raid', 'level: public', 'cleared: "yes"'),
      '/record/0/cleared',
      'true or false',
    ],
    ['without a reason', 'protection of: incident raid\nlevel: public', '/record/0', '"because" is missing'],
  ])('is refused %s', (_what, entry, pointer, message) => {
    const { rows, problems } = compile(withRecord(entry));
    expect([rows, problems]).toMatchObject([[], [{ pointer, message: expect.stringContaining(message) }]]);
  });
});

describe('what is wrong in a file', () => {
  it.each([
    ['an unknown key, with a guess', said('kiled: {people: 1}'), '/record/0/kiled', 'Did you mean "killed"?'],
    ['an unknown code, with a guess', said('seen: quted'), '/record/0/seen', 'Did you mean "quoted"?'],
    [
      'an unknown heading, with a guess',
      said('killed: {childern: 1}'),
      '/record/0/killed/childern',
      'Did you mean "child',
    ],
    ['a missing key', 'statement: a01\nby: sohr\nsources: page', '/record/0', '"said" is missing'],
    ['a figure that is none', said('killed: {people: dozens}'), '/record/0/killed/people', 'must be a figure'],
    ['a wrong type', said('killed: {people: [1]}'), '/record/0/killed/people', 'must be a figure'],
    ['a list where text is wanted', said('as: [spokesperson]'), '/record/0/as', 'must be text, not a list'],
    ['an id with capitals', said().replace('a01', 'A01'), '/record/0/statement', 'must be an id'],
    [
      'a date that does not exist',
      said().replace('02-03', '02-30'),
      '/record/0/said',
      'is not a date or time that exists',
    ],
    ['a group that says nothing', said('claims:', '  - basis: named'), '/record/0/claims/0', 'says nothing'],
    ['an entry that is two things', said('report: r1'), '/record/0', 'statement and report'],
    ['an entry that is nothing known', 'statment: a01', '/record/0', 'Did you mean "statement"?'],
    ['an entry without a mapping', 'a01', '/record/0', 'An entry is a mapping'],
  ])('is named with its line and pointer: %s', (_what, entry, pointer, why) => {
    const { problems, rows } = compile(withRecord(earlier('a00'), entry));
    const place = pointer.replace('/record/0', '/record/1');
    expect(problems).toMatchObject([{ pointer: place, message: expect.stringContaining(why) }]);
    expect(problems[0]!.line).toBeGreaterThan(12);
    expect(rows.map(({ name }) => name)).toEqual(['statement a00']);
  });

  it('spoils only its own entry when it is a key written twice', () => {
    const { problems, rows } = compile(withRecord(earlier('a00'), said('by: snhr'), earlier('a02')));
    expect(problems).toMatchObject([{ pointer: '/record/1/by', message: expect.stringContaining('twice') }]);
    expect(rows.map(({ name }) => name)).toEqual(['statement a00', 'statement a02']);
  });

  it('names everything at once', () => {
    const { problems } = compile(withRecord(said('kiled: 1', 'seen: quted').replace('2022', '20x2')));
    expect(problems).toHaveLength(3);
  });

  it.each([
    ['an empty file', '', 'empty'],
    ['a list', '- a\n', 'mapping'],
    ['no case', 'record: []\n', '"case" is missing'],
    ['a case without a zone', 'case: {id: a, title: A}\nrecord: []\n', '"zone" is missing'],
    ['a zone that is none', 'case: {id: a, title: A, zone: Damascus}\n', 'IANA'],
    ['an unknown part', `${HEAD}recrod: []\n`, 'Did you mean "record"?'],
    ['a record that is no list', `${HEAD}record: {}\n`, 'list'],
    ['actors that are no mapping', `${HEAD}actors: []\n`, 'mapping'],
  ])('is told of the whole file: %s', (_what, text, why) => {
    const { problems, rows } = compile(text);
    expect(problems).toMatchObject([{ message: expect.stringContaining(why) }]);
    expect(rows).toEqual([]);
  });

  it('makes nothing of a file that is not YAML, and says in which line', () => {
    const { problems, rows } = compile(`${withRecord(earlier('a00'))}  - statement: "a01`);
    expect(rows).toEqual([]);
    expect(problems[0]?.line).toBe(13);
  });

  it('leads from a place in a command’s body back to the line it came from', () => {
    const { rows } = compile(
      withRecord(said('killed: {people: 13}', 'claims:', '  - attributes: {harm: nobody-known}')),
    );
    const locate = rows[0]!.locate;
    expect(locate('/speaker')).toMatchObject({ line: 10, pointer: '/record/0/by' });
    expect(locate('/claims/1/actor')).toMatchObject({ line: 15, pointer: '/record/0/claims/0/attributes/harm' });
    expect(locate('')).toMatchObject({ line: 9, pointer: '/record/0' });
  });
});

describe('the key of a row', () => {
  const keys = (text: string) => compile(text).rows.map(({ key }) => key);

  it('stays when the file is laid out anew, and changes with what the row says', () => {
    const text = withRecord(said('killed: {people: 13}'), earlier('a02'));
    expect(keys(`# moved down\n\n${text}`)).toEqual(keys(text));
    const edited = keys(text.replace('13', '14'));
    expect(edited[0]).not.toBe(keys(text)[0]);
    expect(edited[1]).toBe(keys(text)[1]);
  });
});

describe('what a message repeats of a file', () => {
  it('steers no terminal and has no endless length', () => {
    const { problems } = compile(withRecord('statement: "\\e[2Ja"', `grade: ${'x'.repeat(5000)}`));
    expect(problems.map(({ message }) => message).join()).not.toContain('\u001b');
    expect(problems.map(({ row }) => row)).toContain('statement \\u001b[2Ja');
    expect(Math.max(...problems.map(({ row = '', message }) => row.length + message.length))).toBeLessThan(2500);
  });
});

describe('amendments and links of incidents', () => {
  it('become their commands, each with its place in the file', () => {
    const { rows, problems } = compile(
      withRecord(
        'actor amended: us\neffective: 2022-03-01\nname: United States\npart of: [{ actor: nato, from: 2022-01-01 }]',
        'incident amended: raid\neffective: 2022-03-01\nplace: { name: Atmeh, precision: village }',
        'series amended: toll\neffective: 2022-03-01\nslots: { year-1: 2021-01-01 to 2021-12-31 }',
        'incident linked: raid\nto: strike\nas: same operation',
      ),
    );
    expect(problems).toEqual([]);
    expect(rows.map(({ command, name, body }) => [command, name, body])).toEqual([
      [
        'AmendActor',
        'actor amended us',
        expect.objectContaining({ actorId: 'us', partOf: [{ actor: 'nato', from: '2022-01-01' }] }),
      ],
      [
        'AmendIncident',
        'incident amended raid',
        expect.objectContaining({ incidentId: 'raid', place: expect.objectContaining({ precision: 'village' }) }),
      ],
      [
        'AmendSeries',
        'series amended toll',
        expect.objectContaining({ slots: [expect.objectContaining({ slot: 'year-1' })] }),
      ],
      ['LinkIncidents', 'incident linked raid to strike', { incidentId: 'raid', to: 'strike', as: 'same_operation' }],
    ]);
    expect(rows[3]?.locate('/to')).toMatchObject({ pointer: '/record/3/to' });
  });

  it('say from when on it was so', () => {
    const { problems } = compile(withRecord('incident amended: raid\ntitle: Another'));
    expect(problems).toMatchObject([
      { pointer: '/record/0', message: expect.stringContaining('"effective" is missing') },
    ]);
  });
});
