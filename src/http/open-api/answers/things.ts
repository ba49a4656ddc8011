import type { JsonSchema } from '../../../domain/schema/field.js';
import {
  answer,
  answerAbout,
  changed,
  count,
  eventId,
  instant,
  listOf,
  object,
  orNull,
  page,
  ref,
  text,
} from './parts.js';

type Schemas = Readonly<Record<string, JsonSchema>>;

const fieldsOf = (schema: JsonSchema): Record<string, JsonSchema> => {
  const required = new Set(schema['required'] as readonly string[]);
  return Object.fromEntries(
    Object.entries(schema['properties'] as Schemas).map(([name, one]) => [required.has(name) ? name : `${name}?`, one]),
  );
};

/** Incidents and everything else that can be posted, as they stand. */
export function thingSchemas(shown: Schemas): Schemas {
  const event = (name: string, without: readonly string[], plus: Schemas = {}) =>
    changed(shown[`${name}Shown`]!, without, plus);
  const recorded = { id: text, recordedAt: instant };
  const judged = (name: string) => event(name, ['incidentId'], { eventId, recordedAt: instant });
  const assessed = event('OperationAssessed', ['operationId'], { eventId, recordedAt: instant });
  const operation = event('OperationConducted', ['operationId'], { ...recorded, assessments: listOf(assessed) });
  const incident = event('IncidentOpened', ['incidentId'], {
    ...recorded,
    identifiers: listOf(ref('IdentifierAssignedShown')),
    mergedFrom: listOf(text),
    parts: listOf(text),
    partOf: listOf(text),
    links: listOf(event('IncidentsLinked', ['incidentId'])),
    grades: listOf(judged('IncidentGraded')),
    location: orNull(judged('GeolocationAssessed')),
    casualties: orNull(judged('CasualtiesAssessed')),
  });
  const custody = {
    description: 'What became of it, in the order in which it was recorded.',
    oneOf: ['SourceArchived', 'SourceVerified', 'SourceFoundRemoved'].map((type) =>
      event(type, ['sourceId'], { type: { const: type }, eventId, recordedAt: instant }),
    ),
  };
  const things: Schemas = {
    Statement: event('StatementIssued', ['statementId'], recorded),
    Report: event('ReportPublished', ['reportId'], recorded),
    Operation: operation,
    Actor: event('ActorRegistered', ['actorId'], recorded),
    Series: event('SeriesDefined', ['seriesId'], recorded),
    Source: event('SourceRegistered', ['sourceId'], { ...recorded, custody: listOf(custody) }),
  };
  const revised = (thing: JsonSchema) => changed(thing, [], { revision: count });
  const actors = ref('ActorNames');
  const named = Object.entries(things).flatMap(([name, thing]) => [
    [name, thing],
    [`${name}Answer`, answer({ actors, ...fieldsOf(revised(thing)) })],
    [`${name}List`, page(revised(changed(thing, ['claims'])), { actors })],
  ]);
  return {
    ...Object.fromEntries(named),
    Incident: incident,
    IncidentAnswer: answerAbout(
      fieldsOf(changed(incident, [], { revision: count, operations: listOf(ref('Operation')), openFindings: count })),
    ),
    IncidentList: page(revised(incident)),
    IdentifierAnswer: answer({
      code: text,
      incidents: listOf(event('IdentifierAssigned', [], { recordedAt: instant, withdrawn: orNull(text) })),
    }),
    Vocabulary: object({
      name: text,
      version: count,
      codes: listOf(object({ code: text, en: text, ar: text })),
    }),
    Vocabularies: object({ vocabularies: listOf(ref('Vocabulary')) }),
  };
}
