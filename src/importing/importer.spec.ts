import { registerInMemory, type RegisterInMemory } from '../../test/support/register-in-memory.js';
import { SetProtection } from '../commands/index.js';
import { compileCaseFile } from './compile-case-file.js';
import { Importer, type Commands, type ImportWish, type Progress } from './importer.js';

const HEAD = `case: { id: a-case, title: A case, zone: Asia/Damascus, about: raid, seen: quoted, protection: public }
actors:
  sohr: { name: SOHR, type: monitor ngo }
sources:
  page: { title: A page }
incidents:
  raid: { title: Raid, occurred: 2022-02-03, place: { name: Atmeh, precision: town }, identifiers: { airwars: CS1977 } }
record:
`;
const DEFINED = 4;
const statement = (id: string, says: string): string =>
  `  - { statement: ${id}, by: sohr, said: 2022-02-03, sources: page, ${says} }\n`;

const GOOD =
  HEAD + statement('a04', 'killed: { people: 9 }') + statement('a08', 'revises: a04, killed: { people: 13 }');
const WITH_A_BAD_ROW =
  HEAD +
  statement('a04', 'killed: { people: 9 }') +
  '  - { statement: a05, by: nobody, said: 2022-02-03, sources: page, killed: { people: 12 } }\n' +
  statement('a06', 'killed: { people: 13 }');

let register: RegisterInMemory;
beforeEach(async () => (register = await registerInMemory()));
afterEach(() => register.close());

const bring = (text: string, wish: Partial<ImportWish> = {}, commands: Commands = register.commands) =>
  new Importer(commands).import([compileCaseFile(text, 'case.yaml')], {
    by: { id: 'importer', role: 'recorder' },
    ...wish,
  });
const recorded = async () => (await register.events()).map(({ stream }) => stream);

describe('an import', () => {
  it('records every row, in the order of the file, as one batch of who asked for it', async () => {
    const report = await bring(GOOD);
    expect(report).toMatchObject({
      problems: [],
      files: [{ case: 'a-case', recorded: DEFINED + 2, repeated: 0, refused: 0 }],
    });
    const events = await register.events();
    expect(events.map(({ stream }) => stream)).toEqual([
      'actor-sohr',
      'source-page',
      'incident-raid',
      'incident-raid',
      'statement-a04',
      'statement-a08',
    ]);
    expect(new Set(events.map(({ batchId }) => batchId))).toEqual(new Set([report.batchId]));
    expect(new Set(events.map(({ recordedBy }) => recordedBy))).toEqual(new Set(['importer']));
    expect(report.position).toBe(events.at(-1)?.position);
  });

  it('done twice changes nothing', async () => {
    await bring(GOOD);
    const again = await bring(GOOD);
    expect(again).toMatchObject({ problems: [], files: [{ recorded: 0, repeated: DEFINED + 2 }] });
    expect(await recorded()).toHaveLength(DEFINED + 2);
  });

  it('done again by somebody else changes nothing either', async () => {
    await bring(GOOD);
    const again = await bring(GOOD, { by: { id: 'somebody-else', role: 'recorder' } });
    expect(again).toMatchObject({ problems: [], files: [{ recorded: 0, repeated: DEFINED + 2 }] });
    expect(await recorded()).toHaveLength(DEFINED + 2);
  });

  it('names a row that was edited since, with its line, and leaves what was recorded', async () => {
    await bring(GOOD);
    const { problems, files } = await bring(GOOD.replace('people: 13', 'people: 14'));
    expect(problems).toMatchObject([
      { file: 'case.yaml', line: 10, pointer: '/record/1', row: 'statement a08', code: 'already-exists' },
    ]);
    expect(files).toMatchObject([{ recorded: 0, repeated: DEFINED + 1, refused: 1 }]);
    expect(await recorded()).toHaveLength(DEFINED + 2);
  });

  it('names a bad row with its line, pointer and reason, and goes on with the rest', async () => {
    const { problems, files } = await bring(WITH_A_BAD_ROW);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      line: 10,
      pointer: '/record/1/by',
      row: 'statement a05',
      message: expect.stringContaining('nobody'),
    });
    expect(files).toMatchObject([{ recorded: DEFINED + 2, refused: 1 }]);
    expect(await recorded()).toContain('statement-a06');
    expect(await recorded()).not.toContain('statement-a05');
  });

  it('with all or nothing, appends nothing if one row is bad', async () => {
    const { problems, withheld, position } = await bring(WITH_A_BAD_ROW, { allOrNothing: true });
    expect([problems.length, withheld, position]).toEqual([1, true, null]);
    expect(await recorded()).toEqual([]);
  });

  it('with all or nothing, appends nothing either if a row could not even be read', async () => {
    const { withheld } = await bring(GOOD + statement('a09', 'kiled: 1'), { allOrNothing: true });
    expect(withheld).toBe(true);
    expect(await recorded()).toEqual([]);
  });

  it('with all or nothing and nothing bad, appends everything', async () => {
    await bring(GOOD, { allOrNothing: true });
    expect(await recorded()).toHaveLength(DEFINED + 2);
  });

  it('as a dry run says the same and appends nothing', async () => {
    const dry = await bring(WITH_A_BAD_ROW, { dryRun: true });
    expect(await recorded()).toEqual([]);
    const wet = await bring(WITH_A_BAD_ROW);
    expect(dry).toMatchObject({ dryRun: true, position: null, problems: wet.problems, files: wet.files });
  });

  it('decides a row over what the rows before it would add, over all files of the import', async () => {
    const second = `case: { id: other, title: Other, zone: UTC, about: raid, seen: copy }\nrecord:\n${statement('b01', 'relays: "statement-a08#killed-person", killed: { people: 13 }').replace('by: sohr', 'by: snhr')}`;
    const third = `case: { id: snhr, title: SNHR, zone: UTC }\nactors: { snhr: { name: SNHR, type: monitor ngo } }\n`;
    const cases = [GOOD, third, second].map((text, index) => compileCaseFile(text, `${index}.yaml`));
    const { problems } = await new Importer(register.commands).import(cases, {
      by: { id: 'x', role: 'recorder' },
      dryRun: true,
    });
    expect(problems).toEqual([]);
    expect(await recorded()).toEqual([]);
  });

  it('names the rows that fall with the one they build on', async () => {
    const text = GOOD.replace('statement: a04, by: sohr', 'statement: a04, by: nobody');
    const { problems } = await bring(text);
    expect(problems.map(({ row, code, message }) => [row, code, message])).toEqual([
      ['statement a04', 'actor-unknown', expect.not.stringContaining('see line')],
      ['statement a08', 'claim-unknown', expect.stringContaining('refused it: see line 9 of case.yaml')],
    ]);
  });

  it('names the row that a definition would have made, where that could not even be read', async () => {
    const { problems } = await bring(GOOD.replace('type: monitor ngo', 'type: monitr'));
    expect(problems.map(({ line, message }) => [line, message])).toEqual([
      [3, expect.stringContaining('must be one of')],
      [9, expect.stringMatching(/^No actor sohr .* see line 3 of case\.yaml\.$/)],
      [10, expect.stringMatching(/^No actor sohr .* see line 3 of case\.yaml\.$/)],
    ]);
  });

  it('refuses a future date like any command', async () => {
    const { problems } = await bring(HEAD + statement('a99', 'killed: 1').replace('2022-02-03', '2199-01-01'));
    expect(problems).toMatchObject([{ line: 9, pointer: '/record/0/said', row: 'statement a99' }]);
  });

  it('that broke off is completed by sending it again', async () => {
    let left = DEFINED + 2 + DEFINED + 1; // the rehearsal of all rows, then all definitions and one act
    const failing: Commands = {
      execute: (command) =>
        left-- > 0 ? register.commands.execute(command) : Promise.reject(new Error('connection lost')),
    };
    await expect(bring(GOOD, {}, failing)).rejects.toThrow('connection lost');
    expect(await recorded()).toHaveLength(DEFINED + 1);
    const report = await bring(GOOD);
    expect(report.files).toMatchObject([{ recorded: 1, repeated: DEFINED + 1, refused: 0 }]);
    expect(await recorded()).toHaveLength(DEFINED + 2);
  });

  it('stops between two rows when it is told to', async () => {
    const stopping = new AbortController();
    const onProgress = ({ phase, done }: Progress) =>
      void (phase === 'recording' && done === 2 && stopping.abort(new Error('stop')));
    await expect(bring(GOOD, { signal: stopping.signal, onProgress })).rejects.toThrow('stop');
    expect(await recorded()).toHaveLength(2);
  });

  it('tells how far it is', async () => {
    const seen: Progress[] = [];
    await bring(WITH_A_BAD_ROW, { onProgress: (progress) => void seen.push(progress) });
    expect(seen.findLast(({ phase }) => phase === 'rehearsing')).toEqual({
      phase: 'rehearsing',
      done: 7,
      total: 7,
    });
    expect(seen.at(-1)).toEqual({ phase: 'recording', done: 6, total: 6 });
  });

  it('done again by somebody else repeats no judgement and no amendment either, in whatever order they came', async () => {
    const graded = (grade: string, day: string) =>
      `  - { grade: ${grade}, scheme: other, basis: "a04#killed-person", assessed by: sohr, decided: ${day} }\n`;
    const amended = (title: string) => `  - { incident amended: raid, effective: 2022-03-01, title: ${title} }\n`;
    const text =
      GOOD +
      graded('contested', '2022-03-01') +
      graded('ungraded', '2022-03-02') +
      amended('One') +
      amended('Two') +
      '  - { incident: strike, title: Strike, occurred: 2022-02-03, place: { name: Atmeh, precision: town } }\n' +
      '  - { incident linked: raid, to: strike, as: same operation }\n' +
      '  - { incident linked: raid, to: strike, as: related }\n';
    expect((await bring(text)).problems).toEqual([]);
    const before = await recorded();
    expect(before).toHaveLength(DEFINED + 2 + 7);
    const again = await bring(text, { by: { id: 'somebody-else', role: 'recorder' } });
    expect(again).toMatchObject({ problems: [], files: [{ recorded: 0, repeated: DEFINED + 2 + 7 }] });
    expect(await recorded()).toEqual(before);
  });

  describe('when another writer comes between rehearsal and recording', () => {
    /** The commands, with somebody else’s statement of the same id recorded before the nth row is. */
    const raced = (id: string, beforeRecording: number): Commands => {
      let rows = 0;
      return {
        async execute(command) {
          const { context } = command as unknown as { context: { rehearsal?: unknown } };
          if (context.rehearsal === undefined && ++rows === beforeRecording) await anothersStatement(id);
          return register.commands.execute(command);
        },
      };
    };
    async function anothersStatement(id: string): Promise<void> {
      const text = HEAD.replace('id: a-case', 'id: another') + statement(id, 'killed: { people: 99 }');
      expect((await bring(text, { by: { id: 'another', role: 'recorder' } })).problems).toEqual([]);
    }

    it('names the row that fell, and records the others', async () => {
      const report = await bring(GOOD, {}, raced('a04', DEFINED + 1));
      expect(report).toMatchObject({
        partial: false,
        withheld: false,
        files: [{ recorded: DEFINED + 1, refused: 1, unsent: 0 }],
        problems: [{ row: 'statement a04', code: 'already-exists' }],
      });
    });

    it('with all or nothing, stops there, and says that it could have neither', async () => {
      const report = await bring(GOOD, { allOrNothing: true }, raced('a04', DEFINED + 1));
      expect(report).toMatchObject({
        partial: true,
        withheld: false,
        files: [{ recorded: DEFINED, repeated: 0, refused: 1, unsent: 1 }],
        problems: [{ row: 'statement a04', line: 9, code: 'already-exists' }],
      });
      const own = (await register.events()).filter(({ batchId }) => batchId === report.batchId);
      expect(own).toHaveLength(DEFINED);
      expect(report.position).toBe(own.at(-1)?.position);
    });

    it('with all or nothing, appends nothing where nothing had been recorded yet', async () => {
      await bring(HEAD);
      const report = await bring(GOOD, { allOrNothing: true }, raced('a04', DEFINED + 1));
      expect(report).toMatchObject({
        partial: false,
        withheld: true,
        position: null,
        files: [{ recorded: 2, repeated: DEFINED, refused: 1 }],
      });
      expect((await register.events()).filter(({ batchId }) => batchId === report.batchId)).toEqual([]);
    });

    it('is completed, once the row was put right, by the same import', async () => {
      await bring(GOOD, { allOrNothing: true }, raced('a04', DEFINED + 1));
      const right = GOOD.replace('statement: a04', 'statement: a05').replace('revises: a04', 'revises: a05');
      const report = await bring(right, { allOrNothing: true });
      expect(report).toMatchObject({ problems: [], files: [{ recorded: 2, repeated: DEFINED, refused: 0 }] });
    });
  });

  it('that broke off says how many rows stay', async () => {
    let left = DEFINED + 2 + 3;
    const failing: Commands = {
      execute: (command) =>
        left-- > 0 ? register.commands.execute(command) : Promise.reject(new Error('connection lost')),
    };
    await expect(bring(GOOD, {}, failing)).rejects.toThrow('connection lost. 3 rows were recorded and stay');
  });
});

describe('a protection in a case file', () => {
  const protecting = (of: string, level: string) =>
    `  - { protection of: ${of}, level: ${level}, cleared: true, because: Looked at by two. }\n`;

  it('is set when the file is imported, and not again when it is imported twice', async () => {
    const file = GOOD + protecting('incident raid', 'public');
    expect(await bring(file)).toMatchObject({ problems: [], files: [{ recorded: DEFINED + 3 }] });
    expect((await register.events()).at(-1)).toMatchObject({
      type: 'ProtectionSet',
      stream: 'incident-raid',
      data: { subject: 'incident-raid', level: 'public', cleared: true },
    });
    expect(await bring(file)).toMatchObject({ problems: [], files: [{ recorded: 0 }] });
  });

  it('lowers nothing that was raised since, though it changed nothing when it was first imported', async () => {
    const file = GOOD + '  - { protection of: incident raid, level: public, because: As published. }\n';
    expect(await bring(file)).toMatchObject({ problems: [], files: [{ recorded: DEFINED + 3 }] });
    const raised = {
      subject: 'incident-raid',
      level: 'confidential',
      reason: { lang: 'en', value: 'A threat' },
    } as never;
    await register.commands.execute(
      new SetProtection('incident', 'raid', raised, { by: { id: 'reviewer', role: 'reviewer' } }),
    );
    expect(await bring(file, { by: { id: 'admin', role: 'admin' } })).toMatchObject({
      problems: [],
      files: [{ recorded: 0 }],
    });
    expect((await register.events()).at(-1)).toMatchObject({ data: { level: 'confidential' } });
  });

  it('of something that nobody recorded is refused, with its line', async () => {
    const { problems } = await bring(GOOD + protecting('incident elsewhere', 'public'));
    expect(problems).toMatchObject([{ line: 11, row: 'protection of incident-elsewhere', code: 'incident-unknown' }]);
    expect(await recorded()).toHaveLength(DEFINED + 2);
  });
});
