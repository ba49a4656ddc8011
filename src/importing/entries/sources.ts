import type { SourceRegistered } from '../../domain/events/source-registered.js';
import type { Draft } from '../../domain/values/draft.js';
import { may, must } from '../reading/records.js';
import { flag, id } from '../reading/scalars.js';
import { label, language } from '../words/label.js';
import { link } from '../words/sources.js';
import { stated } from '../words/stated.js';
import { entryKind, fieldsFrom, protection } from './entry.js';

/** A published thing that entries rest on. */
export const source = entryKind({
  opens: 'source',
  keys: {
    title: must(label, 'its title'),
    url: may(link, 'where it was found'),
    publisher: may(id, 'the actor that published it'),
    lang: may(language, 'its language'),
    'private account': may(flag, 'it is a private person’s account'),
    protection,
  },
  write(sourceId, words, scope) {
    const body = stated<Draft<SourceRegistered>>({
      sourceId,
      title: words.title,
      url: words.url,
      publisher: words.publisher,
      lang: words.lang,
      privateAccount: words['private account'],
      protection: words.protection ?? scope.protection,
    });
    const from = { title: 'title', url: 'url', publisher: 'publisher', lang: 'lang' };
    return [{ command: 'RegisterSource', body, id: sourceId, from: fieldsFrom(words.pointer, from) }];
  },
});
