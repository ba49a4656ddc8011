import pg from 'pg';
import { readdirSync, readFileSync } from 'node:fs';
import { toldInLog } from './told-in-log.js';

const SECRET = 'jane-of-atmeh';

/** What an engine, a library or we ourselves throw, with something of an event in its words. */
function thrown(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

const refusedData = Object.assign(new pg.DatabaseError(`invalid input: "${SECRET}"`, 1, 'error'), { code: '22P02' });

describe('what the log says of an error', () => {
  it.each([
    ['a text that is no JSON', thrown(() => JSON.parse(`"${SECRET}`))],
    ['a key that nothing is under', thrown(() => (({}) as Record<string, Date>)[SECRET]!.getTime())],
    ['a time that is none', thrown(() => new Intl.DateTimeFormat('en', { timeZone: SECRET }))],
    ['an error of ours that names a stream', new Error(`The decision asks about actor-${SECRET}.`)],
    ['data that the database refuses', refusedData],
    ['an error because of another', new Error('x', { cause: new Error(SECRET) })],
    ['an error over several lines', new Error(`first\n    at ${SECRET}`.replace('    at ', ''))],
    ['what is no error', SECRET],
  ])('is nothing that it quotes: %s', (_what, error) => {
    expect(JSON.stringify(toldInLog(error))).not.toContain(SECRET);
  });

  it('is what it is and where it arose', () => {
    const { message, trace } = toldInLog(new RangeError(SECRET));
    expect(message).toMatch(/^RangeError \(what it says is left out/);
    expect(trace).toContain('log.spec.ts');
  });

  it('is all of it, where it is of the machine', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), {
      code: 'ECONNREFUSED',
      syscall: 'connect',
    });
    expect(toldInLog(refused).message).toBe('connect ECONNREFUSED 127.0.0.1:5432');
    expect(toldInLog(new Error('Connection terminated unexpectedly')).message).toContain('terminated unexpectedly');
    const gone = Object.assign(new pg.DatabaseError('relation "x" does not exist', 1, 'error'), { code: '42P01' });
    expect(toldInLog(gone).message).toBe('relation "x" does not exist');
    expect(toldInLog(new Error(SECRET, { cause: refused })).message).toMatch(/^Error .*, because of connect ECONN/);
  });
});

describe('the way to the log', () => {
  const sources = readdirSync(new URL('../../', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
    .map((path) => ({ path, text: readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8') }));
  const where = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

  it('is one', () => {
    expect(where(/\bnew Logger\(/)).toEqual(['access/withhold/log.ts']);
    expect(where(/\btoldInLog\(/).sort()).toEqual(['access/withhold/log.ts', 'access/withhold/told-in-log.ts']);
    expect(where(/\bconsole\./).filter((path) => path !== 'main.ts')).toEqual([]);
  });

  it('takes errors whole: nobody puts their words, or those of an event, into a line', () => {
    const lines = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/\b(?:log|logger)\.(?:log|warn|error)\((?:[^;]|\n)*?\);/g)].map(([call]) => ({ path, call })),
    );
    expect(lines.length).toBeGreaterThan(3);
    const quoting = lines.filter(
      ({ path, call }) => path !== 'access/withhold/log.ts' && /\.(message|stack|data|detail|body)\b/.test(call),
    );
    expect(quoting).toEqual([]);
  });
});
