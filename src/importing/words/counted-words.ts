import type { Counted } from '../../domain/values/counted.js';
import { category, type Category } from '../../domain/vocabularies/category.js';
import { countStatus, type CountStatus } from '../../domain/vocabularies/civilian-status.js';
import { means, type Means } from '../../domain/vocabularies/means.js';
import { measure, type Measure } from '../../domain/vocabularies/measure.js';
import { didYouMean } from '../reading/suggest.js';

/** Who or what is counted, as its heading says it: "civilian children", "cluster attacks". */
export interface CountedWords {
  readonly category: Category;
  readonly status?: CountStatus;
  readonly means?: readonly Means[];
}

const spoken = (words: string): string => words.replaceAll('_', ' ');

/** Everyday words beside the codes themselves. */
const EVERYDAY: Readonly<Record<string, CountedWords>> = {
  people: { category: 'person' },
  persons: { category: 'person' },
  civilians: { category: 'person', status: 'civilian' },
  combatants: { category: 'person', status: 'combatant' },
  children: { category: 'child' },
  girls: { category: 'girl' },
  boys: { category: 'boy' },
  women: { category: 'woman' },
  men: { category: 'man' },
  journalists: { category: 'journalist' },
  humanitarians: { category: 'humanitarian' },
  households: { category: 'household' },
  facilities: { category: 'facility' },
  schools: { category: 'facility_school' },
  'medical facilities': { category: 'facility_medical' },
  markets: { category: 'facility_market' },
  events: { category: 'event' },
  attacks: { category: 'event' },
  strikes: { category: 'event' },
  massacres: { category: 'event' },
};

const WORDS: ReadonlyMap<string, CountedWords> = new Map([
  ...category.codes.map((one) => [spoken(one), { category: one }] as const),
  ...Object.entries(EVERYDAY),
]);
const STATUSES = new Map(countStatus.codes.map((one) => [spoken(one), one] as const));
const MEANS = new Map(means.codes.filter((one) => one !== 'other').map((one) => [spoken(one), one] as const));

/** The longest known word that a phrase begins with. */
const leading = <T>(words: ReadonlyMap<string, T>, phrase: string): readonly [string, T] | undefined =>
  [...words].filter(([word]) => phrase.startsWith(`${word} `)).toSorted(([a], [b]) => b.length - a.length)[0];

/** Reads "[means] [status] category"; undefined, or a word near it, where the phrase is none. */
export function countedWords(heading: string): CountedWords | { readonly unknown: string } {
  let phrase = spoken(heading.trim());
  const known = WORDS.get(phrase);
  if (known !== undefined) return known;
  const by = leading(MEANS, phrase);
  if (by !== undefined) phrase = phrase.slice(by[0].length + 1);
  const status = leading(STATUSES, phrase);
  if (status !== undefined) phrase = phrase.slice(status[0].length + 1);
  const found = WORDS.get(phrase);
  if (found === undefined || (status !== undefined && found.status !== undefined)) {
    return {
      unknown: `"${heading}" is not somebody or something that is counted here.${didYouMean(phrase, [...WORDS.keys()])}`,
    };
  }
  return {
    ...found,
    ...(status !== undefined && { status: status[1] }),
    ...(by !== undefined && { means: [by[1]] }),
  };
}

/** Whom a bare figure counts: people are killed, attacks and massacres are events. */
export const bareCategory = (of: Measure): Category =>
  ['attacks', 'strikes', 'massacres'].includes(of) ? 'event' : 'person';

/** The measures as keys: "died indirectly". */
export const MEASURES: ReadonlyMap<string, Measure> = new Map(measure.codes.map((one) => [spoken(one), one] as const));

/** Headings an editor offers. */
export const HEADINGS: readonly string[] = [...new Set([...Object.keys(EVERYDAY), ...category.codes.map(spoken)])];

/** A name for a figure that stays the same whatever the figure becomes: `killed-civilian-person`. */
export const countedName = ({ measure: what, means: by, status, category: whom, subgroup, of }: Counted): string =>
  [what, ...(by ?? []), status, whom, subgroup, of && `of-${of}`]
    .filter((part) => part !== undefined && part !== '')
    .join('-')
    .replaceAll('_', '-');
