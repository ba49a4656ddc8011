import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Scalar } from 'yaml';
import { isStorableText } from '../../domain/schema/text.js';
import type { Problem } from '../problem.js';
import { below } from './pointer.js';
import { DEEPEST, tooMuch, type TooMuch } from './too-much.js';

/** What a YAML value may be here: a mapping is a Map, so that no key can be mistaken for a property of objects. */
export type YamlValue = null | boolean | number | string | readonly YamlValue[] | YamlMap;
export type YamlMap = ReadonlyMap<string, YamlValue>;

export interface Spot {
  readonly line: number;
  readonly column: number;
}

export interface ParsedYaml {
  /** Undefined when the text could not be read as YAML at all. */
  readonly value: YamlValue | undefined;
  readonly spots: ReadonlyMap<string, Spot>;
  readonly problems: readonly Problem[];
}

const LONGEST_KEY = 200;
const LONGEST_POINTER = 1000;
const MOST_SYNTAX_ERRORS = 20;
const PLAIN_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** Reads YAML 1.2 without anchors, aliases, tags, directives and repeated keys, and remembers the line of every value. */
export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  const beyond = tooMuch(text);
  if (beyond !== undefined) return refused(text, beyond);
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    schema: 'core',
    version: '1.2',
    merge: false,
    stringKeys: false,
    logLevel: 'error', // at 'silent' a second document would be dropped without a word,
  });
  const problems: Problem[] = [];
  const spots = new Map<string, Spot>();
  const offsets: { readonly pointer: string; readonly offset: number }[] = [];

  const spotOf = (offset: number): Spot => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problem = (offset: number, pointer: string, message: string) =>
    problems.push({ ...spotOf(offset), pointer, message });
  const mark = (pointer: string, offset: number) => {
    if (spots.has(pointer)) return;
    spots.set(pointer, spotOf(offset));
    offsets.push({ pointer, offset });
  };

  const visit = (node: Node | null, pointer: string, depth: number): YamlValue => {
    if (node === null) return null;
    const start = node.range?.[0] ?? 0;
    mark(pointer, start);
    if (depth > DEEPEST || pointer.length > LONGEST_POINTER) {
      problem(
        start,
        pointer,
        `Nothing in a case file is nested more than ${DEEPEST} deep, or under so many long keys.`,
      );
      return null;
    }
    if (isAlias(node)) {
      problem(start, pointer, `An alias (*${node.source}) is not allowed: write the value out.`);
      return null;
    }
    if ('anchor' in node && typeof node.anchor === 'string')
      problem(start, pointer, `An anchor (&${node.anchor}) is not allowed: write the value out where it is needed.`);
    if (node.tag !== undefined) {
      problem(start, pointer, `A tag (${node.tag}) is not allowed: write the value plainly, in quotes if it is text.`);
      return null;
    }
    if (isScalar(node)) return scalar(node, start, pointer);
    if (isSeq(node))
      return node.items.map((item, index) => visit(item as Node | null, below(pointer, index), depth + 1));
    if (isMap(node)) return mapping(node.items as readonly PairOfNodes[], pointer, depth);
    return null;
  };

  const scalar = ({ value, source, type, range }: Scalar, start: number, pointer: string): YamlValue => {
    if (range?.[1] === text.length && type !== undefined && OPEN_ENDED.has(type)) {
      const why = 'The file ends here without a line break: it may have been cut short. If it was not, add one.';
      problem(start, pointer, why);
    }
    if (typeof value === 'string' && !isStorableText(value)) problem(start, pointer, UNSTORABLE);
    // 1e400, 0x1F, 007, .inf: what is read of them is not what was written.
    if (typeof value === 'number' && source !== undefined && !PLAIN_NUMBER.test(source)) {
      problem(start, pointer, 'Write a number in plain decimal digits, or in quotes if it is text.');
      return null;
    }
    if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
      return value;
    problem(start, pointer, 'This value is neither text, a number, true or false.');
    return null;
  };

  const mapping = (pairs: readonly PairOfNodes[], pointer: string, depth: number): YamlMap => {
    const read = new Map<string, YamlValue>();
    const firstLines = new Map<string, number>();
    for (const { key, value } of pairs) {
      const start = key?.range?.[0] ?? 0;
      if (!isScalar(key) || key.value === null || typeof key.value === 'object') {
        problem(start, pointer, 'A key must be a word or a number.');
        continue;
      }
      // What was written, not what it was read as: the key of `2020:` is "2020", of `1.10:` "1.10".
      const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
      if (name.length > LONGEST_KEY || !isStorableText(name)) {
        problem(start, pointer, name.length > LONGEST_KEY ? 'No key is as long as this one.' : UNSTORABLE);
        continue;
      }
      const under = below(pointer, name);
      if (key.tag !== undefined) problem(start, under, `A tag (${key.tag}) is not allowed.`);
      if (key.anchor !== undefined) problem(start, under, `An anchor (&${key.anchor}) is not allowed.`);
      if (read.has(name)) {
        problem(start, under, `"${name}" is written twice here; the first is in line ${firstLines.get(name)}.`);
        continue;
      }
      firstLines.set(name, spotOf(start).line);
      mark(under, start);
      read.set(name, visit(value, under, depth + 1));
    }
    return read;
  };

  const [prolog = '', rest] = text.replace('\uFEFF', '').split(/^---/m, 2);
  if (rest !== undefined && /^%/m.test(prolog))
    problem(0, '', 'A directive (%) is not allowed: a case file is YAML 1.2 as it is.');
  const contents = document.contents as Node | null;
  const value = visit(contents, '', 0);
  const syntax = [...document.errors, ...document.warnings];
  for (const { pos, message, code } of syntax.slice(0, MOST_SYNTAX_ERRORS))
    problem(pos[0], pointerBefore(offsets, pos[0]), inPlainWords(code, message));
  if (syntax.length > MOST_SYNTAX_ERRORS)
    problem(
      syntax[MOST_SYNTAX_ERRORS]!.pos[0],
      '',
      `This is not YAML in ${syntax.length} places; these are the first.`,
    );
  return { value: document.errors.length > 0 ? undefined : value, spots, problems };
}

interface PairOfNodes {
  readonly key: Node | null;
  readonly value: Node | null;
}

const UNSTORABLE = 'This contains a character that cannot be kept (U+0000 or half a pair).';

/** What has no end of its own: what is left of `13` after a cut may be a sound `1`. */
const OPEN_ENDED: ReadonlySet<string> = new Set(['PLAIN', 'BLOCK_LITERAL', 'BLOCK_FOLDED']);

function refused(text: string, { offset, message }: TooMuch): ParsedYaml {
  const before = text.slice(0, offset);
  const [line, column] = [before.split('\n').length, offset - before.lastIndexOf('\n')];
  return { value: undefined, spots: new Map(), problems: [{ line, column, pointer: '', message }] };
}

function pointerBefore(
  offsets: readonly { readonly pointer: string; readonly offset: number }[],
  offset: number,
): string {
  let found = { pointer: '', offset: -1 };
  for (const one of offsets) if (one.offset <= offset && one.offset >= found.offset) found = one;
  return found.pointer;
}

function inPlainWords(code: string, message: string): string {
  if (code === 'TAB_AS_INDENT') return 'A tab is used for indentation: YAML wants spaces.';
  if (code === 'MULTIPLE_DOCS') return 'There are several documents in the file ("---"): a case file is one.';
  if (code === 'UNEXPECTED_TOKEN' && message.includes('\t')) return 'A tab stands where YAML wants spaces.';
  return `This is not YAML: ${message.replace(/\.?$/, '.')}`;
}
