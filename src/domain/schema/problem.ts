import { DomainError } from '../domain-error.js';

/** What is wrong with given data, and where. */
export interface Problem {
  /** JSON Pointer into the data; empty for the whole. */
  readonly pointer: string;
  readonly message: string;
}

/** Data of the wrong form: fields missing or unknown, codes nobody knows, values that do not fit each other. */
export class InvalidData extends DomainError {
  readonly code = 'invalid-data';

  constructor(readonly problems: readonly [Problem, ...Problem[]] | readonly Problem[]) {
    super(sentence(problems), problems[0]?.pointer);
  }
}

function sentence(problems: readonly Problem[]): string {
  const [first, ...more] = problems;
  if (first === undefined) return 'The data is not of the right form.';
  const where = first.pointer === '' ? '' : ` (at ${first.pointer})`;
  return `${first.message}${where}${more.length === 0 ? '.' : `, and ${more.length} more.`}`;
}

/** One step of a JSON Pointer. */
export const step = (name: string | number): string =>
  typeof name === 'number' || !/[~/]/.test(name) ? `/${name}` : `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** A validator's message about something below its own property; {@link located} takes it apart again. */
export const at = (pointer: string, message: string): string => `${pointer} ${message}`;

export function located({ pointer, message }: Problem): Problem {
  const [, below, text] = /^((?:\/\S*)+) (.*)$/s.exec(message) ?? [];
  return below === undefined || text === undefined ? { pointer, message } : { pointer: pointer + below, message: text };
}
