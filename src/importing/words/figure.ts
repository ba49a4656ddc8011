import {
  about,
  atLeast,
  atMost,
  between,
  exactly,
  moreThan,
  none,
  some,
  type Figure,
} from '../../domain/values/figure.js';
import { named, type Reading } from '../reading/reading.js';

const N = String.raw`(-?(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d+))`;

interface Phrase {
  readonly form: string;
  readonly means: (a: number, b: number) => Figure;
}

/** How figures are put into words. */
const PHRASES: readonly Phrase[] = [
  { form: N, means: exactly },
  { form: `exactly ${N}`, means: exactly },
  { form: `at least ${N}`, means: atLeast },
  { form: `${N} or more`, means: atLeast },
  { form: `(?:more than|over) ${N}`, means: moreThan },
  { form: `(?:at most|up to) ${N}`, means: atMost },
  { form: String.raw`${N}\s*(?:–|-|to)\s*${N}`, means: between },
  { form: `between ${N} and ${N}`, means: between },
  { form: `(?:about|around|approximately) ${N}`, means: about },
  { form: 'some', means: () => some },
  { form: 'none', means: () => none },
];

const READY = PHRASES.map(({ form, means }) => ({ form: new RegExp(`^${form}$`), means }));
const LATIN = '0123456789';

/** Eastern Arabic and Persian digits as the ones the machine counts in, and the minus sign as a hyphen. */
const plain = (words: string): string =>
  words
    .trim()
    .replaceAll(/[٠-٩]/g, (digit) => LATIN[digit.charCodeAt(0) - 0x0660]!)
    .replaceAll(/[۰-۹]/g, (digit) => LATIN[digit.charCodeAt(0) - 0x06f0]!)
    .replaceAll('−', '-')
    .replaceAll(/ +/g, ' ');

/** The figure that words such as "at least 13" or "9–13" say; undefined where they say none. */
export function figureIn(words: string): Figure | undefined {
  const said = plain(words);
  for (const { form, means } of READY) {
    const found = form.exec(said);
    if (found === null) continue;
    const [a = 0, b = 0] = found.slice(1).map((digits) => Number(digits.replaceAll(/[^\d-]/g, '')));
    return Number.isSafeInteger(a) && Number.isSafeInteger(b) ? means(a, b) : undefined;
  }
  return undefined;
}

/** How many, as it was said. */
export const figure: Reading<Figure> = named('figure', {
  read(value, at, { report }) {
    if (typeof value === 'number' && Number.isSafeInteger(value)) return exactly(value);
    const found = typeof value === 'string' ? figureIn(value) : undefined;
    if (found !== undefined) return found;
    return void report(
      at,
      'This must be a figure: a whole number, "at least 13", "more than 10", "at most 5", "9–13", "about 50", some or none.',
    );
  },
  schema: () => ({
    description: 'A whole number, or words: at least 13 · more than 10 · at most 5 · 9–13 · about 50 · some · none',
    anyOf: [
      { type: 'integer' },
      {
        type: 'string',
        pattern:
          '^(some|none|(exactly |at least |more than |over |at most |up to |between |about |around |approximately )?[-−]?[0-9٠-٩۰-۹].*)$',
      },
    ],
  }),
});
