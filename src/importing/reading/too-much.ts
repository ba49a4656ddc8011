import { Lexer } from 'yaml';

/** A case file larger than this is not read at all. */
export const LARGEST_MIB = 4;
/** About fifty times a long case. Each becomes an object or two in memory. */
const MOST_TOKENS = 250_000;
/** Nothing that a case file says is written half as deep. */
export const DEEPEST = 40;
/** So many spaces to a level, nobody indents by more. */
const WIDEST_INDENT = 10;

export const TOO_LARGE = `The file is larger than ${LARGEST_MIB} MiB. Divide it into several case files.`;

export interface TooMuch {
  readonly offset: number;
  readonly message: string;
}

/** Why a text is not even parsed, and where it became too much: a small file must not take a large memory. */
export function tooMuch(text: string): TooMuch | undefined {
  if (text.length > LARGEST_MIB * 1024 * 1024) return { offset: 0, message: TOO_LARGE };
  let [offset, tokens, depth, opened, before] = [0, 0, 0, 0, ''];
  for (const token of new Lexer().lex(text)) {
    tokens += 1;
    // `- - -` and `? ? ?` nest with every sign, a line that is indented with every space, each without a bracket.
    if (before === '\n' && token.startsWith(' ')) opened = token.trim() === '' ? token.length / WIDEST_INDENT : 0;
    else if (token === '\n') opened = 0;
    if (token === '-' || token === '?') opened += 1;
    before = token;
    if (token === '[' || token === '{') depth += 1;
    if (token === ']' || token === '}') depth -= 1;
    if (Math.max(depth, opened) > DEEPEST)
      return { offset, message: `Nothing in a case file is nested more than ${DEEPEST} deep.` };
    if (tokens > MOST_TOKENS) return { offset, message: 'The file says too much. Divide it into several case files.' };
    if (!MARKS.has(token)) offset += token.length;
  }
  return undefined;
}

/** What the lexer adds to the text: a document, a scalar begins, a flow is broken. */
const MARKS = new Set(['\u0002', '\u001f', '\u0018']);
