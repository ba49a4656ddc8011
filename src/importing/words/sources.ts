import { createHash } from 'node:crypto';
import type { SourceRegistered } from '../../domain/events/source-registered.js';
import type { SourceRef } from '../../domain/values/source-ref.js';
import type { Draft } from '../../domain/values/draft.js';
import { may, must, oneOrMore, record } from '../reading/records.js';
import { named, type Reading } from '../reading/reading.js';
import { id, text } from '../reading/scalars.js';
import { label, language } from './label.js';
import { stated } from './stated.js';

/** A source named where it is used: one of the file's own by id, or one described on the spot. */
export interface SourceMention {
  readonly ref: SourceRef;
  /** The source itself, where it was described on the spot. */
  readonly described?: Draft<SourceRegistered>;
  readonly pointer: string;
}

const LINK = /^https?:\/\/\S+$/;

/** An address. */
export const link: Reading<string> = {
  read: (value, at, { report }) =>
    typeof value === 'string' && LINK.test(value) && value.length <= 2048
      ? value
      : void report(at, 'This must be an address that begins with http:// or https://.'),
  schema: () => ({ type: 'string', pattern: LINK.source, maxLength: 2048 }),
};

const where = text(200);

const known = record({
  source: must(id, 'the id of a source'),
  at: may(where, 'where in it: a page, paragraph, minute or row'),
});

const onTheSpot = record({
  url: must(link, 'its address'),
  title: may(label, 'its title; otherwise its address'),
  publisher: may(id, 'the actor that published it'),
  lang: may(language, 'its language'),
  at: may(where, 'where in it: a page, paragraph, minute or row'),
});

/** The same address is the same source, in every file. */
const idOfAddress = (url: string): string => `web-${createHash('sha256').update(url).digest('hex').slice(0, 16)}`;
const titleOfAddress = (url: string): string => url.replace(/^https?:\/\//, '').slice(0, 500);

const mention: Reading<SourceMention> = named('source-mention', {
  read(value, at, file) {
    if (typeof value === 'string' && LINK.test(value)) return described({ url: value }, at);
    if (!(value instanceof Map)) {
      const source = id.read(value, at, file);
      return source === undefined ? undefined : { ref: { source }, pointer: at };
    }
    if (value.has('url')) {
      const words = onTheSpot.read(value, at, file);
      return words && described(words, at);
    }
    const words = known.read(value, at, file);
    return words && { ref: stated<SourceRef>({ source: words.source, locator: words.at }), pointer: at };
  },
  schema: (definitions) => ({
    anyOf: [id.schema(definitions), link.schema(definitions), known.schema(definitions), onTheSpot.schema(definitions)],
  }),
});

interface Described {
  readonly url: string;
  readonly title?: SourceRegistered['title'];
  readonly publisher?: string;
  readonly lang?: string;
  readonly at?: string;
}

function described({ url, title, publisher, lang, at: locator }: Described, pointer: string): SourceMention {
  const sourceId = idOfAddress(url);
  const body = stated<Draft<SourceRegistered>>({
    sourceId,
    title: title ?? [{ lang: 'und', text: titleOfAddress(url) }],
    url,
    publisher,
    lang,
    privateAccount: undefined,
    protection: undefined,
  });
  return { ref: stated<SourceRef>({ source: sourceId, locator }), described: body, pointer };
}

/** One source or several: ids, addresses, or descriptions. */
export const mentions: Reading<readonly SourceMention[]> = oneOrMore(mention);
