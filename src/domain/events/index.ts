import type { Category } from '../streams.js';
import { actorAmended } from './actor-amended.js';
import { actorRegistered } from './actor-registered.js';
import { casualtiesAssessed } from './casualties-assessed.js';
import { claimLinked, claimUnlinked } from './claim-links.js';
import { claimSetAside } from './claim-set-aside.js';
import { entryCorrected, entryWithdrawn } from './entries.js';
import type { EventDefinition, NewFact, Recorded } from './event.js';
import { findingResolved } from './finding-resolved.js';
import { geolocationAssessed } from './geolocation-assessed.js';
import { identifierAssigned, identifierWithdrawn } from './identifiers.js';
import { incidentAmended } from './incident-amended.js';
import { incidentGraded } from './incident-graded.js';
import { incidentMerged, incidentsLinked, incidentSplit, incidentUnmerged } from './incident-identity.js';
import { incidentOpened } from './incident-opened.js';
import { operationAssessed } from './operation-assessed.js';
import { operationConducted } from './operation-conducted.js';
import { passageErased, protectionSet } from './protection.js';
import { reportPublished } from './report-published.js';
import { seriesAmended } from './series-amended.js';
import { seriesDefined } from './series-defined.js';
import { sourceArchived, sourceFoundRemoved, sourceVerified } from './source-custody.js';
import { sourceRegistered } from './source-registered.js';
import { statementIssued } from './statement-issued.js';

/** Legal in every stream. */
const anywhere = { entryCorrected, entryWithdrawn, protectionSet, passageErased };
const links = { claimLinked, claimUnlinked };

/** Every event there is, by the stream it lies in. The one list kept by hand: unions, filters and schemas follow from it. */
export const catalogue = {
  statement: { statementIssued, ...links, ...anywhere },
  report: { reportPublished, ...links, ...anywhere },
  operation: { operationConducted, operationAssessed, ...anywhere },
  incident: {
    incidentOpened,
    incidentAmended,
    identifierAssigned,
    identifierWithdrawn,
    incidentMerged,
    incidentUnmerged,
    incidentSplit,
    incidentsLinked,
    incidentGraded,
    casualtiesAssessed,
    geolocationAssessed,
    claimSetAside,
    findingResolved,
    ...anywhere,
  },
  series: { seriesDefined, seriesAmended, findingResolved, ...anywhere },
  actor: { actorRegistered, actorAmended, ...anywhere },
  source: { sourceRegistered, sourceArchived, sourceVerified, sourceFoundRemoved, ...anywhere },
} as const satisfies Record<Category, Record<string, EventDefinition>>;

type Catalogue = typeof catalogue;
type Definitions<C extends Category> = Catalogue[C][keyof Catalogue[C]];
type FactOf<D> = D extends (data: infer Data extends object) => NewFact<infer Type, infer _>
  ? NewFact<Type, Data>
  : never;
type RecordedOf<F> = F extends NewFact<infer Type, infer Data> ? Recorded<Type, Data> : never;

/** Something that can happen in one kind of stream, on its way into the log. */
export type Fact<C extends Category = Category> = { [K in C]: FactOf<Definitions<K>> }[C];
/** An event of one kind of stream as the log tells it. */
export type SijilEvent<C extends Category = Category> = RecordedOf<Fact<C>>;
export type EventType = Fact['type'];

/** Every definition once, by type. */
export const definitions: ReadonlyMap<string, EventDefinition> = new Map(
  Object.values(catalogue).flatMap((stream) =>
    Object.values<EventDefinition>(stream).map((one) => [one.type, one] as const),
  ),
);
