import type { PassageText } from '../../domain/values/passage.js';
import { entriesOf, may, must, record, shortOrLong } from '../reading/records.js';
import { mapped, named, type Reading } from '../reading/reading.js';
import { flag, text } from '../reading/scalars.js';
import { language } from './label.js';
import { stated } from './stated.js';

const verbatim = text(100_000);

const translated = shortOrLong(
  mapped(verbatim, (value) => ({ value, by: 'human' as const })),
  mapped(
    record({
      text: must(verbatim, 'the translation'),
      'by machine': may(flag, 'a machine translated it'),
    }),
    (words) => ({ value: words.text, by: words['by machine'] === true ? ('machine' as const) : ('human' as const) }),
  ),
);

const long = record({
  lang: may(language, 'the language of the words; otherwise the language of the file'),
  text: must(verbatim, 'the words themselves'),
  translated: may(entriesOf(translated, language), 'translations, by language'),
});

/** Words as they were said, or a note: text in the language of the file, or with a language and translations. */
export const passage: Reading<PassageText> = named(
  'passage',
  shortOrLong(
    mapped(verbatim, (value, _at, file): PassageText => ({ lang: file.language, value })),
    mapped(long, (words, _at, file) =>
      stated<PassageText>({
        lang: words.lang ?? file.language,
        value: words.text,
        translations: words.translated?.map(({ name, value }) => ({ lang: name, ...value })),
      }),
    ),
  ),
);
