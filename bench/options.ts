import { parseArgs } from 'node:util';

export const WORKS = ['append', 'read', 'http'] as const;
export type Work = (typeof WORKS)[number];

export interface Options {
  readonly only: readonly Work[];
  /** How long each loop runs before the other has its turn. */
  readonly seconds: number;
  readonly rounds: number;
  readonly json: boolean;
  /** Where to leave CPU profiles of the service; none without it. */
  readonly profile: string | undefined;
}

export class OptionsInvalid extends Error {}

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      seconds: { type: 'string', default: '2' },
      rounds: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
      profile: { type: 'string' },
    },
  });
  return {
    only: worksIn(values.only),
    seconds: positive('--seconds', values.seconds),
    rounds: Math.ceil(positive('--rounds', values.rounds)),
    json: values.json,
    profile: values.profile,
  };
}

function worksIn(list: string | undefined): readonly Work[] {
  if (list === undefined) return WORKS;
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !WORKS.some((work) => work === name));
  if (unknown !== undefined)
    throw new OptionsInvalid(`--only takes ${WORKS.join(', ')}; it does not know "${unknown}".`);
  return WORKS.filter((work) => names.includes(work));
}

function positive(option: string, text: string): number {
  const number = Number(text);
  if (!(number > 0 && number < 3_600)) throw new OptionsInvalid(`${option} takes a number above 0, not "${text}".`);
  return number;
}
