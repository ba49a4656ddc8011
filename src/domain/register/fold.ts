import { claimRef, type Claim } from '../claims/claim.js';
import type { Instant, Position } from '../envelope.js';
import type { EventType, SijilEvent } from '../events/index.js';
import type { ReportPublished } from '../events/report-published.js';
import type { StatementIssued } from '../events/statement-issued.js';
import type { When } from '../values/when.js';
import type { Facts } from './facts.js';
import type { ClaimRow, Row } from './rows.js';

/** The families of rows that the register keeps: everything in Facts but whom it is about. */
export type Family = Exclude<keyof Facts, 'subject'>;
export type FamilyRow<F extends Family = Family> = Facts[F][number];

/** A row and the family it belongs to. */
export type OpenedRow = { [F in Family]: { readonly family: F; readonly row: FamilyRow<F> } }[Family];

/** What one event does to the register: which rows begin with it, and whose end. */
export interface Folded {
  readonly opened: readonly OpenedRow[];
  /** Every row of this original event that is still open is known until `at`, exclusively. */
  readonly closed: { readonly eventId: string; readonly at: Position } | null;
}

/** What a correction has to know of the entry it corrects. */
export interface Original {
  readonly type: EventType;
  readonly ordinal: Position;
}

type Act = StatementIssued | ReportPublished;

/** Who an act's claims belong to: whoever was spoken for, else the speaker; of a report, its publisher. */
export const claimantOf = (act: Omit<StatementIssued, 'claims'> | Omit<ReportPublished, 'claims'>): string =>
  'publisher' in act ? act.publisher : (act.onBehalfOf ?? act.speaker);

/** When an act was said. */
export const saidWhen = (act: Omit<StatementIssued, 'claims'> | Omit<ReportPublished, 'claims'>): When =>
  'publisher' in act ? act.publishedAt : act.issuedAt;

function actRows(base: Row, type: 'StatementIssued' | 'ReportPublished', { claims, ...act }: Act): OpenedRow[] {
  const { from: saidFrom, to: saidTo }: { from: Instant; to: Instant } = saidWhen(act);
  const claimant = claimantOf(act);
  const rowOf = (claim: Claim): ClaimRow => ({
    ...base,
    ref: claimRef(base.stream, claim.claimId),
    claimant,
    saidFrom,
    saidTo,
    claim,
  });
  return [
    { family: 'acts', row: { ...base, type, data: act } as FamilyRow<'acts'> },
    ...claims.map((claim): OpenedRow => ({ family: 'claims', row: rowOf(claim) })),
  ];
}

/** Which family an event's row belongs to. An act has rows in two; corrections and withdrawals have none of their own. */
const FAMILIES = {
  OperationConducted: 'operations',
  OperationAssessed: 'operations',
  IncidentOpened: 'incidents',
  IncidentAmended: 'incidents',
  IdentifierAssigned: 'identifiers',
  IdentifierWithdrawn: 'identifiers',
  IncidentMerged: 'identities',
  IncidentUnmerged: 'identities',
  IncidentSplit: 'identities',
  IncidentsLinked: 'identities',
  IncidentGraded: 'judgements',
  CasualtiesAssessed: 'judgements',
  GeolocationAssessed: 'judgements',
  ClaimSetAside: 'judgements',
  FindingResolved: 'judgements',
  SeriesDefined: 'series',
  SeriesAmended: 'series',
  ActorRegistered: 'actors',
  ActorAmended: 'actors',
  SourceRegistered: 'sources',
  SourceArchived: 'sources',
  SourceVerified: 'sources',
  SourceFoundRemoved: 'sources',
  ClaimLinked: 'links',
  ClaimUnlinked: 'links',
  ProtectionSet: 'protections',
  PassageErased: 'protections',
} as const satisfies Record<
  Exclude<EventType, 'StatementIssued' | 'ReportPublished' | 'EntryCorrected' | 'EntryWithdrawn'>,
  Family
>;

function rowsOf(base: Row, type: EventType, data: object): OpenedRow[] {
  switch (type) {
    case 'StatementIssued':
    case 'ReportPublished':
      return actRows(base, type, data as Act);
    case 'EntryCorrected':
    case 'EntryWithdrawn':
      return [];
    default:
      return [{ family: FAMILIES[type], row: { ...base, type, data } } as OpenedRow];
  }
}

/**
 * What an event does to the register's rows. An event opens rows that say what it says; a correction ends the rows of its
 * target and opens new ones in their place; a withdrawal only ends them. Nothing else ever ends a row. `originals` finds the
 * entries of the event's own stream that corrections name.
 */
export function fold(event: SijilEvent, originals: (eventId: string) => Original | undefined): Folded {
  const { stream, eventId, position, recordedAt, type, data } = event;
  if (type !== 'EntryCorrected' && type !== 'EntryWithdrawn') {
    const base: Row = { stream, eventId, ordinal: position, from: position, until: null, recordedAt };
    return { opened: rowsOf(base, type, data), closed: null };
  }
  const closed = { eventId: data.target, at: position };
  if (type === 'EntryWithdrawn') return { opened: [], closed };
  const original = originals(data.target);
  if (original === undefined) return { opened: [], closed };
  const base: Row = {
    stream,
    eventId: data.target,
    ordinal: original.ordinal,
    from: position,
    until: null,
    recordedAt,
  };
  return { opened: rowsOf(base, original.type, data.after), closed };
}
