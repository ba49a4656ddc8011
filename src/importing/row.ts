import type { ActorAmended } from '../domain/events/actor-amended.js';
import type { ActorRegistered } from '../domain/events/actor-registered.js';
import type { CasualtiesAssessed } from '../domain/events/casualties-assessed.js';
import type { ClaimLinked } from '../domain/events/claim-links.js';
import type { ClaimSetAside } from '../domain/events/claim-set-aside.js';
import type { GeolocationAssessed } from '../domain/events/geolocation-assessed.js';
import type { IdentifierAssigned } from '../domain/events/identifiers.js';
import type { IncidentAmended } from '../domain/events/incident-amended.js';
import type { IncidentGraded } from '../domain/events/incident-graded.js';
import type { IncidentsLinked } from '../domain/events/incident-identity.js';
import type { IncidentOpened } from '../domain/events/incident-opened.js';
import type { OperationAssessed } from '../domain/events/operation-assessed.js';
import type { OperationConducted } from '../domain/events/operation-conducted.js';
import type { ProtectionSet } from '../domain/events/protection.js';
import type { ReportPublished } from '../domain/events/report-published.js';
import type { SeriesAmended } from '../domain/events/series-amended.js';
import type { SeriesDefined } from '../domain/events/series-defined.js';
import type { SourceRegistered } from '../domain/events/source-registered.js';
import type { StatementIssued } from '../domain/events/statement-issued.js';
import type { Draft } from '../domain/values/draft.js';

/** The commands a case file can give, each with its body. */
export interface Commands {
  readonly RegisterActor: Draft<ActorRegistered>;
  readonly AmendActor: Draft<ActorAmended>;
  readonly RegisterSource: Draft<SourceRegistered>;
  readonly OpenIncident: Draft<IncidentOpened>;
  readonly AmendIncident: Draft<IncidentAmended>;
  readonly LinkIncidents: Draft<IncidentsLinked>;
  readonly AssignIdentifier: Draft<IdentifierAssigned>;
  readonly DefineSeries: Draft<SeriesDefined>;
  readonly AmendSeries: Draft<SeriesAmended>;
  readonly RecordOperation: Draft<OperationConducted>;
  readonly RecordStatement: Draft<StatementIssued>;
  readonly RecordReport: Draft<ReportPublished>;
  readonly LinkClaims: Draft<ClaimLinked>;
  readonly GradeIncident: Draft<IncidentGraded>;
  readonly AssessCasualties: Draft<CasualtiesAssessed>;
  readonly AssessGeolocation: Draft<GeolocationAssessed>;
  readonly AssessOperation: Draft<OperationAssessed>;
  readonly SetClaimAside: Draft<ClaimSetAside>;
  readonly SetProtection: Draft<ProtectionSet> & { readonly subject: string };
}

export type CommandName = keyof Commands;

/** A command by its name, with the body that belongs to it. */
export type Sending = { [Name in CommandName]: { readonly command: Name; readonly body: Commands[Name] } }[CommandName];

/** Where something stands in the file. */
export interface Location {
  readonly line: number;
  readonly column: number;
  /** JSON Pointer into the file. */
  readonly pointer: string;
}

/** One command of a case file, and where it was written. */
export type Row = Sending &
  Location & {
    /** What the row records, such as `statement a08`. */
    readonly name: string;
    /** The same for the same content in a case of the same id, so that a row sent again finds its first result. */
    readonly key: string;
    /** Where in the file a part of the body comes from, as exactly as that is known. */
    readonly locate: (bodyPointer: string) => Location;
  };
