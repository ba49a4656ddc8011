import type { Label } from '../../domain/values/label.js';
import type { ActorName } from '../../domain/values/actor-name.js';
import { entriesOf, may, must, record, shortOrLong } from '../reading/records.js';
import { mapped, named, type Reading } from '../reading/reading.js';
import { text } from '../reading/scalars.js';
import { stated } from './stated.js';

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** A language tag such as `ar`. */
export const language: Reading<string> = {
  read: (value, at, { report }) =>
    typeof value === 'string' && LANGUAGE.test(value)
      ? value
      : void report(at, 'This must be a language tag such as en or ar.'),
  schema: () => ({ type: 'string', pattern: LANGUAGE.source }),
};

/** Text in the file's language, or a mapping of languages: `{en: Atmeh, ar: أطمة}`. */
export const label: Reading<Label> = named('label', {
  read(value, at, file) {
    if (!(value instanceof Map)) {
      const plain = text().read(value, at, file);
      return plain === undefined ? undefined : [{ lang: file.language, text: plain }];
    }
    const read = entriesOf(text(), language).read(value, at, file);
    if (read?.length === 0) return void file.report(at, 'Give it a text in at least one language.');
    return read?.map(({ name, value: words }) => ({ lang: name, text: words }));
  },
  schema: (definitions) => ({
    anyOf: [
      text().schema(definitions),
      {
        type: 'object',
        minProperties: 1,
        propertyNames: language.schema(definitions),
        additionalProperties: text().schema(definitions),
      },
    ],
  }),
});

const inOneLanguage = shortOrLong(
  mapped(text(300), (words) => ({ text: words })),
  record({
    text: must(text(300), 'the name in its own script'),
    transliteration: may(text(300), 'the name in Latin letters'),
  }),
);

const names = entriesOf(inOneLanguage, language);

/** A name in the file's language, or by language, each with its transliteration if wanted. */
export const actorNames: Reading<readonly ActorName[]> = named('names', {
  read(value, at, file) {
    if (!(value instanceof Map)) return label.read(value, at, file);
    return names.read(value, at, file)?.map(({ name, value: one }) => {
      const transliteration = 'transliteration' in one ? one.transliteration : undefined;
      return stated<ActorName>({ lang: name, text: one.text, transliteration });
    });
  },
  schema: (definitions) => ({
    anyOf: [text(300).schema(definitions), { minProperties: 1, ...names.schema(definitions) }],
  }),
});
