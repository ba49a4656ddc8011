import type { IncidentOpened } from '../../domain/events/incident-opened.js';
import type { Draft } from '../../domain/values/draft.js';
import { entriesOf, may, must } from '../reading/records.js';
import { id } from '../reading/scalars.js';
import { label } from '../words/label.js';
import { passage } from '../words/passage.js';
import { place } from '../words/place.js';
import { mentions } from '../words/sources.js';
import { stated } from '../words/stated.js';
import { when } from '../words/when.js';
import { entryKind, fieldsFrom, protection, type Written } from './entry.js';
import { identifier, identifierCode } from './identifiers.js';

/** Something in which people were, or are said to have been, harmed. */
export const incident = entryKind({
  opens: 'incident',
  keys: {
    title: must(label, 'what it is called'),
    occurred: must(when, 'when it happened'),
    place: must(place, 'where it happened'),
    note: may(passage, 'a note of yours'),
    sources: may(mentions, 'what the record of the incident rests on'),
    identifiers: may(entriesOf(identifierCode, id), 'public codes, by whose they are: {airwars: CS1977}'),
    protection,
  },
  write(incidentId, words, scope) {
    const body = stated<Draft<IncidentOpened>>({
      incidentId,
      label: words.title,
      occurred: words.occurred,
      place: words.place,
      note: words.note,
      sources: scope.cite(words.sources),
      protection: words.protection ?? scope.protection,
    });
    const from = { label: 'title', occurred: 'occurred', place: 'place', note: 'note', sources: 'sources' };
    const opened: Written = { command: 'OpenIncident', body, id: incidentId, from: fieldsFrom(words.pointer, from) };
    return [opened, ...(words.identifiers ?? []).map(({ name, value, at }) => identifier(incidentId, name, value, at))];
  },
});
