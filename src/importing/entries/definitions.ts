import type { ActorRegistered } from '../../domain/events/actor-registered.js';
import type { IncidentOpened } from '../../domain/events/incident-opened.js';
import type { IdentifierAssigned } from '../../domain/events/identifiers.js';
import type { OperationConducted } from '../../domain/events/operation-conducted.js';
import type { SeriesDefined } from '../../domain/events/series-defined.js';
import type { SourceRegistered } from '../../domain/events/source-registered.js';
import type { Affiliation } from '../../domain/values/affiliation.js';
import type { Draft } from '../../domain/values/draft.js';
import type { Slots } from '../../domain/values/slots.js';
import { actorType } from '../../domain/vocabularies/actor-type.js';
import { means } from '../../domain/vocabularies/means.js';
import { operationKind } from '../../domain/vocabularies/operation-kind.js';
import { operationRole } from '../../domain/vocabularies/operation-role.js';
import { protectionLevel } from '../../domain/vocabularies/protection-level.js';
import { entriesOf, may, must, oneOrMore, record, shortOrLong } from '../reading/records.js';
import { mapped, named, type Reading } from '../reading/reading.js';
import { code, flag, id, text } from '../reading/scalars.js';
import { actorNames, label, language } from '../words/label.js';
import { passage } from '../words/passage.js';
import { place } from '../words/place.js';
import { link, mentions } from '../words/sources.js';
import { stated } from '../words/stated.js';
import { when, zoneName } from '../words/when.js';
import { entryKind, fieldsFrom, type Written } from './entry.js';

export const protection = may(code(protectionLevel), 'how closely it is kept, if not as the file says');

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar date that exists. */
const calendarDate: Reading<string> = {
  read: (value, at, { report }) =>
    typeof value === 'string' &&
    DATE.test(value) &&
    !Number.isNaN(Date.parse(value)) &&
    new Date(value).toISOString().startsWith(value)
      ? value
      : void report(at, 'This must be a date that exists, such as 2022-02-03.'),
  schema: () => ({ type: 'string', pattern: DATE.source }),
};

/** What an actor is part or member of, and from when to when. */
export const affiliations: Reading<readonly Affiliation[]> = named(
  'affiliations',
  oneOrMore(
    shortOrLong(
      mapped(id, (actor): Affiliation => ({ actor })),
      mapped(
        record({
          actor: must(id, 'the greater actor'),
          from: may(calendarDate, 'the first day'),
          to: may(calendarDate, 'the first day on which it no longer was'),
        }),
        ({ actor, from, to }) => stated<Affiliation>({ actor, from, to }),
      ),
    ),
  ),
);

/** Somebody who acts or speaks. */
export const actor = entryKind({
  opens: 'actor',
  keys: {
    name: must(actorNames, 'what it is called in public; for a person without a public role, a description'),
    type: must(code(actorType), 'what kind of actor it is'),
    person: may(flag, 'it is a human being'),
    'public role': may(text(200), 'the public role that makes a person’s name public'),
    'shown as': may(label, 'what a person without a public role is called'),
    'part of': may(affiliations, 'the greater actor it belongs to, one at a time'),
    'member of': may(affiliations, 'coalitions it is a member of'),
    zone: may(zoneName, 'the time zone it speaks in'),
    protection,
  },
  write(actorId, words, scope) {
    const body = stated<Draft<ActorRegistered>>({
      actorId,
      names: words.name,
      type: words.type,
      person: words.person,
      publicRole: words['public role'],
      shownAs: words['shown as'],
      partOf: words['part of'],
      memberOf: words['member of'],
      zone: words.zone,
      protection: words.protection ?? scope.protection,
    });
    const from = {
      names: 'name',
      publicRole: 'public role',
      shownAs: 'shown as',
      partOf: 'part of',
      memberOf: 'member of',
    };
    return [
      {
        command: 'RegisterActor',
        body,
        id: actorId,
        from: fieldsFrom(words.pointer, { ...from, type: 'type', zone: 'zone' }),
      },
    ];
  },
});

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

const identifierCode = shortOrLong(
  mapped(text(100), (given) => ({ code: given, url: undefined })),
  mapped(
    record({ code: must(text(100), 'the code'), url: may(link, 'where the code is used') }),
    ({ code: given, url }) => ({ code: given, url }),
  ),
);

export const identifier = (
  incidentId: string,
  scheme: string,
  words: { code: string; url: string | undefined },
  pointer: string,
): Written => ({
  command: 'AssignIdentifier',
  body: stated<Draft<IdentifierAssigned>>({ incidentId, scheme, code: words.code, url: words.url }),
  id: `${scheme} ${words.code}`,
  from: { '': pointer },
});

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

const PERIOD = /^(\d{4}-\d{2}-\d{2}) to (\d{4}-\d{2}-\d{2})$/;

/** `2015-09-30 to 2016-09-30`, both days included. */
const period: Reading<{ readonly from: string; readonly to: string }> = {
  read(value, at, file) {
    const found = typeof value === 'string' ? PERIOD.exec(value) : null;
    if (found === null)
      return void file.report(at, 'This must be a period such as 2015-09-30 to 2016-09-30; both days belong to it.');
    const [from, to] = [calendarDate.read(found[1]!, at, file), calendarDate.read(found[2]!, at, file)];
    if (from === undefined || to === undefined) return undefined;
    return from <= to ? { from, to } : void file.report(at, 'This period ends before it begins.');
  },
  schema: () => ({ type: 'string', pattern: PERIOD.source }),
};

/** The slots of a series. */
export const slots: Reading<Slots> = {
  read(value, at, file) {
    if (value === 'daily') return 'daily';
    const read = entriesOf(period, id).read(value, at, file);
    if (read?.length === 0) return void file.report(at, 'A series needs a slot, or "daily".');
    return read?.map(({ name, value: days }) => ({ slot: name, ...days }));
  },
  schema: (definitions) => ({
    anyOf: [{ const: 'daily' }, { minProperties: 1, ...entriesOf(period, id).schema(definitions) }],
  }),
};

/** A run of figures about the same thing over time. */
export const series = entryKind({
  opens: 'series',
  keys: {
    title: must(label, 'what it is called'),
    slots: must(slots, '"daily", or the periods it has figures for, by their ids'),
    protection,
  },
  write(seriesId, words, scope) {
    const body = stated<Draft<SeriesDefined>>({
      seriesId,
      label: words.title,
      slots: words.slots,
      protection: words.protection ?? scope.protection,
    });
    return [
      {
        command: 'DefineSeries',
        body,
        id: seriesId,
        from: fieldsFrom(words.pointer, { label: 'title', slots: 'slots' }),
      },
    ];
  },
});

/** A military or police operation. */
export const operation = entryKind({
  opens: 'operation',
  keys: {
    incidents: may(oneOrMore(id), 'the incidents it led to; otherwise what the file is about'),
    operators: may(entriesOf(code(operationRole), id), 'who took what part: {us-forces: conducted}'),
    kind: must(code(operationKind), 'what kind of operation'),
    occurred: must(when, 'when it took place'),
    place: may(place, 'where'),
    means: may(oneOrMore(code(means)), 'by what means'),
    declared: may(when, 'when an operator first declared it'),
    sources: must(mentions, 'what the record of it rests on'),
    protection,
  },
  write(operationId, words, scope) {
    const byDefault = scope.about !== undefined && !('series' in scope.about) ? scope.about : [];
    const body = stated<Draft<OperationConducted>>({
      operationId,
      incidents: words.incidents ?? byDefault,
      operators: (words.operators ?? []).map(({ name, value }) => ({ actor: name, role: value })),
      kind: words.kind,
      occurred: words.occurred,
      place: words.place,
      means: words.means ?? [],
      declaredAt: words.declared,
      sources: scope.cite(words.sources) ?? [],
      protection: words.protection ?? scope.protection,
    });
    const from = {
      incidents: 'incidents',
      operators: 'operators',
      occurred: 'occurred',
      declaredAt: 'declared',
      sources: 'sources',
    };
    return [{ command: 'RecordOperation', body, id: operationId, from: fieldsFrom(words.pointer, from) }];
  },
});
