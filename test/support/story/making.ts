import fc, { type Arbitrary } from 'fast-check';
import { atLeast, between, exactly, type Figure } from '../../../src/domain/values/figure.js';
import type { Label } from '../../../src/domain/values/label.js';
import type { When } from '../../../src/domain/values/when.js';
import { someWords } from '../bodies.js';
import { at, onDay } from '../builders.js';

/** What a story leaves open: how things are called, how many there were, when, and in what words. */
export interface Making {
  label(): Label;
  words(): { readonly lang: string; readonly value: string };
  figure(): Figure;
  when(): When;
}

/** Always the same, and easy to read. */
export const plain: Making = {
  label: () => [
    { lang: 'en', text: 'An example' },
    { lang: 'ar', text: 'مثال' },
  ],
  words: () => someWords('What an example says.'),
  figure: () => atLeast(4),
  when: () => onDay('2024-03-01'),
};

/** Text in many scripts that may be recorded: not empty, not only space, no U+0000. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((some) => `${some.replaceAll('\u0000', '').normalize('NFC').trim()}.`);
const label: Arbitrary<Label> = fc
  .uniqueArray(fc.constantFrom('en', 'ar', 'ru', 'ku-Arab'), { minLength: 1, maxLength: 3 })
  .chain((langs) => fc.tuple(...langs.map((lang) => text.map((one) => ({ lang, text: one })))));
const figure: Arbitrary<Figure> = fc.oneof(
  fc.nat(9_999).map(exactly),
  fc.nat(9_999).map(atLeast),
  fc.tuple(fc.nat(99), fc.nat(99)).map(([least, more]) => between(least, least + 1 + more)),
);
const when: Arbitrary<When> = fc
  .date({ min: new Date('2012-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .chain((date) => fc.constantFrom(at(date.toISOString()), onDay(date.toISOString().slice(0, 10))));

/** Something else each time, and all the same again from the same seed. */
export function drawn(seed: number): Making {
  let draws = 0;
  const draw = <T>(from: Arbitrary<T>): T => fc.sample(from, { seed: seed + draws++, numRuns: 1 })[0] as T;
  return {
    label: () => draw(label),
    words: () => someWords(draw(text)),
    figure: () => draw(figure),
    when: () => draw(when),
  };
}
