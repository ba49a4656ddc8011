import type { Claim } from '../claims/claim.js';
import type { ActorAmended } from '../events/actor-amended.js';
import type { ActorRegistered } from '../events/actor-registered.js';
import type { CasualtiesAssessed } from '../events/casualties-assessed.js';
import type { ClaimLinked, ClaimUnlinked } from '../events/claim-links.js';
import type { ClaimSetAside } from '../events/claim-set-aside.js';
import type { FindingResolved } from '../events/finding-resolved.js';
import type { GeolocationAssessed } from '../events/geolocation-assessed.js';
import type { IdentifierAssigned, IdentifierWithdrawn } from '../events/identifiers.js';
import type { IncidentAmended } from '../events/incident-amended.js';
import type { IncidentGraded } from '../events/incident-graded.js';
import type { IncidentMerged, IncidentsLinked, IncidentSplit, IncidentUnmerged } from '../events/incident-identity.js';
import type { IncidentOpened } from '../events/incident-opened.js';
import type { OperationAssessed } from '../events/operation-assessed.js';
import type { OperationConducted } from '../events/operation-conducted.js';
import type { PassageErased, ProtectionSet } from '../events/protection.js';
import type { ReportPublished } from '../events/report-published.js';
import type { SeriesAmended } from '../events/series-amended.js';
import type { SeriesDefined } from '../events/series-defined.js';
import type { SourceArchived, SourceFoundRemoved, SourceVerified } from '../events/source-custody.js';
import type { SourceRegistered } from '../events/source-registered.js';
import type { StatementIssued } from '../events/statement-issued.js';
import type { Instant, Position } from '../envelope.js';

/**
 * What every row of the register has. A row is what one event says, as it stood for a while: it is known from `from` on, and
 * until `until`, when a correction replaced it or a withdrawal ended it. Rows never change otherwise.
 */
export interface Row {
  readonly stream: string;
  /** The original event. A correction's row keeps it. */
  readonly eventId: string;
  /** Position of the original event: its place in every order, also once corrected. */
  readonly ordinal: Position;
  /** Position from which the row is known (inclusive). */
  readonly from: Position;
  /** Position from which it is known no longer (exclusive); null while it stands. */
  readonly until: Position | null;
  /** When the event at `from` was recorded. */
  readonly recordedAt: Instant;
}

/** A row that says what one event of the given type said. */
export interface EntryRow<Type extends string, Data extends object> extends Row {
  readonly type: Type;
  readonly data: Data;
}

/** An act's claims are rows of their own, so its data comes without them. */
export type ActRow =
  | EntryRow<'StatementIssued', Omit<StatementIssued, 'claims'>>
  | EntryRow<'ReportPublished', Omit<ReportPublished, 'claims'>>;

export interface ClaimRow extends Row {
  /** `<stream>#<claimId>`. */
  readonly ref: string;
  readonly claimant: string;
  /** When its act was said. */
  readonly saidFrom: Instant;
  readonly saidTo: Instant;
  readonly claim: Claim;
}

export type LinkRow = EntryRow<'ClaimLinked', ClaimLinked> | EntryRow<'ClaimUnlinked', ClaimUnlinked>;

export type OperationRow =
  EntryRow<'OperationConducted', OperationConducted> | EntryRow<'OperationAssessed', OperationAssessed>;

export type IncidentRow = EntryRow<'IncidentOpened', IncidentOpened> | EntryRow<'IncidentAmended', IncidentAmended>;

export type IdentifierRow =
  EntryRow<'IdentifierAssigned', IdentifierAssigned> | EntryRow<'IdentifierWithdrawn', IdentifierWithdrawn>;

/** What happened to the identity of incidents. */
export type IdentityRow =
  | EntryRow<'IncidentMerged', IncidentMerged>
  | EntryRow<'IncidentUnmerged', IncidentUnmerged>
  | EntryRow<'IncidentSplit', IncidentSplit>
  | EntryRow<'IncidentsLinked', IncidentsLinked>;

/** What we judged. */
export type JudgementRow =
  | EntryRow<'IncidentGraded', IncidentGraded>
  | EntryRow<'CasualtiesAssessed', CasualtiesAssessed>
  | EntryRow<'GeolocationAssessed', GeolocationAssessed>
  | EntryRow<'ClaimSetAside', ClaimSetAside>
  | EntryRow<'FindingResolved', FindingResolved>;

export type SeriesRow = EntryRow<'SeriesDefined', SeriesDefined> | EntryRow<'SeriesAmended', SeriesAmended>;

export type ActorRow = EntryRow<'ActorRegistered', ActorRegistered> | EntryRow<'ActorAmended', ActorAmended>;

export type SourceRow =
  | EntryRow<'SourceRegistered', SourceRegistered>
  | EntryRow<'SourceArchived', SourceArchived>
  | EntryRow<'SourceVerified', SourceVerified>
  | EntryRow<'SourceFoundRemoved', SourceFoundRemoved>;

export type ProtectionRow = EntryRow<'ProtectionSet', ProtectionSet> | EntryRow<'PassageErased', PassageErased>;
