import { protectionLevel } from '../domain/vocabularies/protection-level.js';
import { seen } from '../domain/vocabularies/seen.js';
import { aboutWords } from './claims/settings.js';
import { may, must, record } from './reading/records.js';
import type { Reading } from './reading/reading.js';
import { code, id } from './reading/scalars.js';
import { label, language } from './words/label.js';
import { passage } from './words/passage.js';
import { zoneName } from './words/when.js';

const approximately: Reading<boolean> = {
  read: (value, at, { report }) =>
    value === 'approximate' || value === 'exact'
      ? value === 'approximate'
      : void report(at, 'This must be exact or approximate.'),
  schema: () => ({ enum: ['exact', 'approximate'] }),
};

/** What a case file says once for all its entries. */
export const caseKeys = {
  id: must(id, 'the id of the case; it tells its rows from those of other files, so it never changes'),
  title: must(label, 'what the case is called'),
  note: may(passage, 'a note for those who read the file; it is not recorded'),
  zone: must(zoneName, 'the IANA time zone of dates and of times without an offset, such as Asia/Damascus'),
  dates: may(approximately, 'whether bare dates are exact or approximate; otherwise exact'),
  language: may(language, 'the language of text that names none; otherwise en'),
  about: may(aboutWords, 'what claims are about that do not say it: an incident, or a series'),
  seen: may(code(seen), 'how acts were seen that do not say it'),
  protection: may(code(protectionLevel), 'how closely everything in the file is kept; otherwise restricted'),
  'assessed by': may(id, 'who made the judgements that do not say it'),
};

export const caseWords = record(caseKeys);
