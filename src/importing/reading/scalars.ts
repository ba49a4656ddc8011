import * as forms from '../../domain/schema/forms.js';
import { isStorableText } from '../../domain/schema/text.js';
import type { Vocabulary } from '../../domain/vocabularies/vocabulary.js';
import { kindOf, named, type Reading } from './reading.js';
import { didYouMean } from './suggest.js';

/** Plain text. */
export const text = (most = 500): Reading<string> => ({
  read(value, at, { report }) {
    if (typeof value === 'number' || typeof value === 'boolean')
      return void report(at, `This must be text: put ${value} in quotes.`);
    if (typeof value !== 'string') return void report(at, `This must be text, not ${kindOf(value)}.`);
    if (value === '' || value.length > most) return void report(at, `This text must have 1 to ${most} characters.`);
    if (!isStorableText(value))
      return void report(at, 'This text contains a character that cannot be kept (U+0000 or half a pair).');
    return value;
  },
  schema: () => ({ type: 'string', minLength: 1, maxLength: most }),
});

const ID = new RegExp(forms.ID);

/** An id: of an actor, an incident, an act … */
export const id: Reading<string> = {
  read(value, at, { report }) {
    if (typeof value === 'number' && ID.test(String(value))) return String(value);
    if (typeof value === 'string' && ID.test(value)) return value;
    return void report(at, 'This must be an id: 1 to 64 of a-z, 0-9 and -, not beginning with -.');
  },
  schema: () => ({ type: 'string', pattern: ID.source }),
};

/** `true` or `false`. */
export const flag: Reading<boolean> = {
  read(value, at, { report }) {
    if (typeof value === 'boolean') return value;
    return void report(at, `This must be true or false, not ${kindOf(value)}.`);
  },
  schema: () => ({ type: 'boolean' }),
};

/** A whole number. */
export const whole: Reading<number> = {
  read(value, at, { report }) {
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
    return void report(at, 'This must be a whole number.');
  },
  schema: () => ({ type: 'integer' }),
};

const spoken = (word: string): string => word.replaceAll('_', ' ');

/** A code of a vocabulary, written with spaces or underscores. */
export const code = <Code extends string>(vocabulary: Vocabulary<Code>): Reading<Code> =>
  named(vocabulary.name, {
    read(value, at, { report }) {
      const written = typeof value === 'string' ? value.trim().replaceAll(' ', '_') : '';
      const found = vocabulary.codes.find((one) => one === written);
      if (found !== undefined) return found;
      const guess = typeof value === 'string' ? didYouMean(value, vocabulary.codes.map(spoken)) : '';
      return void report(at, `This must be one of: ${vocabulary.codes.map(spoken).join(', ')}.${guess}`);
    },
    schema: () => ({ type: 'string', enum: [...new Set([...vocabulary.codes.map(spoken), ...vocabulary.codes])] }),
  });
