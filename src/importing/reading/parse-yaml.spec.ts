import { parseYaml } from './parse-yaml.js';

const problemsOf = (text: string) => parseYaml(text).problems;

describe('the YAML of a case file', () => {
  it('remembers the line and column of every value', () => {
    const { spots } = parseYaml('case:\n  id: x\nrecord:\n  - statement: a01\n    by: sohr\n');
    expect(spots.get('/case/id')).toEqual({ line: 2, column: 3 });
    expect(spots.get('/record/0')).toEqual({ line: 4, column: 5 });
    expect(spots.get('/record/0/by')).toEqual({ line: 5, column: 5 });
  });

  it('reads the same with a byte order mark and with Windows line ends', () => {
    const plain = parseYaml('case:\n  id: x\nb: 1\n');
    const windows = parseYaml('\uFEFFcase:\r\n  id: x\r\nb: 1\r\n');
    expect(windows.value).toEqual(plain.value);
    expect(windows.spots.get('/b')?.line).toBe(3);
    expect(windows.problems).toEqual([]);
  });

  it('refuses aliases, so that a small file cannot stand for an endless one', () => {
    const bomb = 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n';
    expect(problemsOf(bomb).map(({ line, pointer }) => [line, pointer])).toEqual(
      expect.arrayContaining([
        [1, '/a'],
        [2, '/b/0'],
        [3, '/c/1'],
      ]),
    );
    expect(problemsOf(bomb)[0]?.message).toMatch(/anchor/i);
  });

  it('refuses tags', () => {
    expect(problemsOf('a: !!binary aGk=\n')).toMatchObject([{ line: 1, pointer: '/a' }]);
  });

  it('names a key that is written twice, and where it was first', () => {
    expect(problemsOf('case:\n  id: x\n  zone: UTC\n  id: y\n')).toMatchObject([
      { line: 4, column: 3, pointer: '/case/id', message: '"id" is written twice here; the first is in line 2.' },
    ]);
  });

  it('names a tab used for indentation', () => {
    const { value, problems } = parseYaml('case:\n\tid: x\n');
    expect(value).toBeUndefined();
    expect(problems).toMatchObject([{ line: 2, message: expect.stringContaining('tab') }]);
  });

  it.each(['record:\n  - statement: "a0', 'record:\n  - { statement: a01, killed: { people: 1', 'record: [a, b'])(
    'names the line in which a truncated file ends: %j',
    (text) => {
      const { value, problems } = parseYaml(text);
      expect(value).toBeUndefined();
      expect(problems[0]?.line).toBe(text.split('\n').length);
      expect(problems[0]?.pointer).toMatch(/^\/record/);
    },
  );

  it('refuses a second document', () => {
    expect(problemsOf('a: 1\n---\nb: 2\n').map(({ message }) => message)).toContainEqual(
      expect.stringContaining('several documents'),
    );
  });

  it.each(['[', '{a: '])('survives a file that nests ten thousand times with %j', (bracket) => {
    const { value, problems } = parseYaml(bracket.repeat(10_000));
    expect(value).toBeUndefined();
    expect(problems).not.toHaveLength(0);
  });

  it('survives a file that nests by indentation', () => {
    const deep = Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('');
    expect(problemsOf(deep)).toMatchObject([{ message: expect.stringContaining('deep') }]);
  });

  it('takes keys as they were written, even where they are the names of properties', () => {
    const { value } = parseYaml('__proto__: 1\n2020: 2\n1.10: 3\n');
    expect([...(value as Map<string, unknown>).keys()]).toEqual(['__proto__', '2020', '1.10']);
  });

  it('refuses a key that is a list', () => {
    expect(problemsOf('? [a]\n: 1\n')).toMatchObject([{ line: 1, message: expect.stringContaining('key') }]);
  });

  it.each(['1e400', '0x1F', '0o17', '007', '+5', '.5', '1.', '.inf', '-.inf', '.nan', '1e3'])(
    'refuses a number that would be read as another than was written: %s',
    (number) => {
      expect(problemsOf(`a: ${number}\n`)).toMatchObject([{ line: 1, pointer: '/a' }]);
      expect(problemsOf(`a: "${number}"\n`)).toEqual([]);
    },
  );

  it.each(['a: "\\u0000"\n', 'a: "\\ud800"\n', 'a: x\u0000y\n', '"b\\u0000": 1\n'])(
    'names a character that cannot be kept: %j',
    (text) => expect(problemsOf(text)).toMatchObject([{ line: 1, message: expect.stringContaining('U+0000') }]),
  );

  it('refuses a directive, which would change how the rest is read', () => {
    expect(problemsOf('%YAML 1.1\n---\na: no\n')).toMatchObject([{ line: 1, message: expect.stringContaining('%') }]);
    expect(problemsOf('%TAG ! tag:x,2000:\n---\na: no\n')).toMatchObject([{ line: 1 }]);
    expect(problemsOf('# a case\n%TAG ! tag:x,2000:\n---\na: no\n')).toMatchObject([{ line: 1 }]);
    expect(problemsOf('---\na: 10% of\n')).toEqual([]);
  });

  it('refuses a tag on a key', () => {
    expect(problemsOf('!!str a: 1\n')).not.toEqual([]);
  });

  it('takes a file without a last line break as cut short, unless its last value shows its own end', () => {
    expect(problemsOf('a: 13')).toMatchObject([
      { line: 1, pointer: '/a', message: expect.stringContaining('cut short') },
    ]);
    expect(problemsOf('a: |\n  some te')).toMatchObject([{ pointer: '/a' }]);
    expect([problemsOf('a: "13"'), problemsOf('a: {b: 13}'), problemsOf('a: 13\n# the en')]).toEqual([[], [], []]);
  });

  it('names the place at which nesting became too deep', () => {
    expect(problemsOf(`a: 1\nb: ${'['.repeat(60)}`)).toMatchObject([
      { line: 2, message: expect.stringContaining('40') },
    ]);
  });
});
