import type { ActorAmended } from '../../domain/events/actor-amended.js';
import type { IncidentAmended } from '../../domain/events/incident-amended.js';
import type { IncidentsLinked } from '../../domain/events/incident-identity.js';
import type { SeriesAmended } from '../../domain/events/series-amended.js';
import type { Draft } from '../../domain/values/draft.js';
import { actorType } from '../../domain/vocabularies/actor-type.js';
import { incidentLink } from '../../domain/vocabularies/incident-link.js';
import { may, must } from '../reading/records.js';
import { code, id, text } from '../reading/scalars.js';
import { actorNames, label } from '../words/label.js';
import { passage } from '../words/passage.js';
import { place } from '../words/place.js';
import { stated } from '../words/stated.js';
import { when } from '../words/when.js';
import { affiliations } from './affiliations.js';
import { entryKind, fieldsFrom } from './entry.js';
import { slots } from './slots.js';

const effective = must(when, 'from when on it was so');

/** An actor changed: what is named replaces what was, the rest stays. */
export const actorAmendment = entryKind({
  opens: 'actor amended',
  keys: {
    effective,
    name: may(actorNames, 'what it is called since'),
    type: may(code(actorType), 'what kind of actor it is since'),
    'public role': may(text(200), 'the public role it has since'),
    'shown as': may(label, 'what a person without a public role is called since'),
    'part of': may(affiliations, 'the greater actors it belonged to, each with its days'),
    'member of': may(affiliations, 'the coalitions it was a member of, each with its days'),
  },
  write(actorId, words) {
    const body = stated<Draft<ActorAmended>>({
      actorId,
      effective: words.effective,
      names: words.name,
      type: words.type,
      publicRole: words['public role'],
      shownAs: words['shown as'],
      partOf: words['part of'],
      memberOf: words['member of'],
    });
    const fields = { actorId: 'actor amended', names: 'name', partOf: 'part of', memberOf: 'member of' };
    const from = fieldsFrom(words.pointer, { ...fields, effective: 'effective', shownAs: 'shown as' });
    return [{ command: 'AmendActor', body, id: actorId, from }];
  },
});

/** What is known of an incident changed. */
export const incidentAmendment = entryKind({
  opens: 'incident amended',
  keys: {
    effective,
    title: may(label, 'what it is called since'),
    occurred: may(when, 'when it happened, as is known since'),
    place: may(place, 'where it happened, as is known since'),
    note: may(passage, 'a note of yours'),
  },
  write(incidentId, words) {
    const body = stated<Draft<IncidentAmended>>({
      incidentId,
      effective: words.effective,
      label: words.title,
      occurred: words.occurred,
      place: words.place,
      note: words.note,
    });
    const fields = { incidentId: 'incident amended', label: 'title', occurred: 'occurred', place: 'place' };
    const from = fieldsFrom(words.pointer, { ...fields, effective: 'effective', note: 'note' });
    return [{ command: 'AmendIncident', body, id: incidentId, from }];
  },
});

/** A series got another title, or more slots. */
export const seriesAmendment = entryKind({
  opens: 'series amended',
  keys: {
    effective,
    title: may(label, 'what it is called since'),
    slots: may(slots, 'all its slots since: those it had, and the new ones'),
  },
  write(seriesId, words) {
    const body = stated<Draft<SeriesAmended>>({
      seriesId,
      effective: words.effective,
      label: words.title,
      slots: words.slots,
    });
    const fields = { seriesId: 'series amended', label: 'title', slots: 'slots', effective: 'effective' };
    return [{ command: 'AmendSeries', body, id: seriesId, from: fieldsFrom(words.pointer, fields) }];
  },
});

/** Two incidents have to do with each other and stay two. */
export const incidentLinkEntry = entryKind({
  opens: 'incident linked',
  keys: {
    to: must(id, 'the other incident'),
    as: must(code(incidentLink), 'how it stands to the other: same operation, follows, precedes, …'),
    note: may(passage, 'a note of yours'),
  },
  write(incidentId, words) {
    const body = stated<Draft<IncidentsLinked>>({ incidentId, to: words.to, as: words.as, note: words.note });
    const fields = { incidentId: 'incident linked', to: 'to', as: 'as', note: 'note' };
    const from = fieldsFrom(words.pointer, fields);
    return [{ command: 'LinkIncidents', body, id: `${incidentId} to ${words.to}`, from }];
  },
});
