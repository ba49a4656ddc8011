import type { Claim } from '../../src/domain/claims/claim.js';
import { digest } from '../../src/domain/claims/digest.js';
import type { CountClaim } from '../../src/domain/claims/kinds/count.js';
import type { InvestigationClaim } from '../../src/domain/claims/kinds/investigation.js';
import type {
  CauseClaim,
  GradeClaim,
  LocationClaim,
  OperationStatusClaim,
} from '../../src/domain/claims/kinds/judgements.js';
import type { ResponsibilityClaim } from '../../src/domain/claims/kinds/responsibility.js';
import type {
  CivilianStatusClaim,
  NoCommentClaim,
  OccurrenceClaim,
  OperationClaim,
  PositionClaim,
} from '../../src/domain/claims/kinds/stances.js';
import type { Instant } from '../../src/domain/envelope.js';
import type { ActorAmended } from '../../src/domain/events/actor-amended.js';
import type { ActorRegistered } from '../../src/domain/events/actor-registered.js';
import type { CasualtiesAssessed } from '../../src/domain/events/casualties-assessed.js';
import type { ClaimLinked, ClaimUnlinked } from '../../src/domain/events/claim-links.js';
import type { ClaimSetAside } from '../../src/domain/events/claim-set-aside.js';
import type { EntryCorrected, EntryVersion, EntryWithdrawn } from '../../src/domain/events/entries.js';
import { catalogue } from '../../src/domain/events/index.js';
import type { FindingResolved } from '../../src/domain/events/finding-resolved.js';
import type { GeolocationAssessed } from '../../src/domain/events/geolocation-assessed.js';
import type { IdentifierAssigned, IdentifierWithdrawn } from '../../src/domain/events/identifiers.js';
import type { IncidentAmended } from '../../src/domain/events/incident-amended.js';
import type { IncidentGraded } from '../../src/domain/events/incident-graded.js';
import type {
  IncidentMerged,
  IncidentsLinked,
  IncidentSplit,
  IncidentUnmerged,
} from '../../src/domain/events/incident-identity.js';
import type { IncidentOpened } from '../../src/domain/events/incident-opened.js';
import type { OperationAssessed } from '../../src/domain/events/operation-assessed.js';
import type { OperationConducted } from '../../src/domain/events/operation-conducted.js';
import type { PassageErased, ProtectionSet } from '../../src/domain/events/protection.js';
import type { ReportPublished } from '../../src/domain/events/report-published.js';
import type { SeriesAmended } from '../../src/domain/events/series-amended.js';
import type { SeriesDefined } from '../../src/domain/events/series-defined.js';
import type { SourceArchived, SourceFoundRemoved, SourceVerified } from '../../src/domain/events/source-custody.js';
import type { SourceRegistered } from '../../src/domain/events/source-registered.js';
import type { StatementIssued } from '../../src/domain/events/statement-issued.js';
import { versionOf } from '../../src/domain/states/entry-version.js';
import type { Category } from '../../src/domain/streams.js';
import { categoryOf, idOf, streamOf } from '../../src/domain/streams.js';
import type { Counted } from '../../src/domain/values/counted.js';
import type { Figure } from '../../src/domain/values/figure.js';
import { exactly } from '../../src/domain/values/figure.js';
import type { PassageRef } from '../../src/domain/values/passage.js';
import type { Place } from '../../src/domain/values/place.js';
import type { When } from '../../src/domain/values/when.js';
import type { FindingRule } from '../../src/domain/vocabularies/finding-rule.js';

/** Something that happened in a stream, complete and believable; a test overrides only what it is about. */
export interface Happening<Data extends object = object, Type extends string = string> {
  readonly category: Category;
  readonly id: string;
  readonly stream: string;
  readonly type: Type;
  readonly data: Data;
  /** When we recorded it, where a test is about that. */
  readonly recordedAt?: Instant;
  /** The event's id, where a test names it. */
  readonly eventId?: string;
}

/** The incident, actors and source that builders name unless told otherwise. */
export const INCIDENT = 'atmeh-2022';
export const SERIES = 'killed-by-year';
export const SPEAKER = 'white-helmets';
export const PUBLISHER = 'snhr';
export const SOURCE = 'briefing-page';
export const OPERATION = 'atmeh-raid';
export const ASSESSOR = 'sijil-team';

/** Copies are deep, so that no test changes another's data. */
const happening = <Data extends object, Type extends string>(
  category: Category,
  id: string,
  type: Type,
  data: Data,
): Happening<Data, Type> => ({ category, id, stream: streamOf(category, id), type, data: structuredClone(data) });

const inStream = <Data extends object, Type extends string>(stream: string, type: Type, data: Data) =>
  happening(categoryOf(stream), idOf(stream), type, data);

export const recordedAt = <Data extends object, Type extends string>(
  one: Happening<Data, Type>,
  at: Instant,
): Happening<Data, Type> => ({ ...one, recordedAt: at });

/** The same happening under an event id of its own, for a correction or withdrawal to name. */
export const underId = <Data extends object, Type extends string>(
  eventId: string,
  one: Happening<Data, Type>,
): Happening<Data, Type> => ({ ...one, eventId });

/** The id of a finding: one subject's, by one rule, on one key. */
export const findingId = (rule: FindingRule, subject: string, key: string): string => digest(rule, subject, key);

/** An exact time, in UTC unless it carries another offset. */
export const at = (text: Instant, over: Partial<When> = {}): When => ({
  from: text,
  to: text,
  precision: 'exact_time',
  zone: 'UTC',
  ...over,
});

/** A whole day of UTC. */
export const onDay = (date: string, over: Partial<When> = {}): When => ({
  from: `${date}T00:00:00Z`,
  to: new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString(),
  precision: 'date',
  zone: 'UTC',
  ...over,
});

export const aPlace = (over: Partial<Place> = {}): Place => ({
  names: [
    { lang: 'en', text: 'Atmeh' },
    { lang: 'ar', text: 'أطمة' },
  ],
  adminPath: [{ code: 'SY', names: [{ lang: 'en', text: 'Syria' }] }],
  precision: 'village',
  ...over,
});

/** A reference to words in the vault; the same number gives the same one. */
export const aPassage = (n = 1): PassageRef => ({
  passage: `00000000-0000-7000-9000-${String(n).padStart(12, '0')}`,
  lang: 'en',
  hash: `sha256:${n.toString(16).padStart(64, '0')}`,
});

// Public acts

export const aStatement = (over: Partial<StatementIssued> = {}) => {
  const data: StatementIssued = {
    statementId: 'a01',
    speaker: SPEAKER,
    issuedAt: at('2022-02-03T08:00:00Z'),
    seen: 'original',
    sources: [{ source: SOURCE }],
    claims: [],
    protection: 'public',
    ...over,
  };
  return happening('statement', data.statementId, 'StatementIssued', data);
};

export const aReport = (over: Partial<ReportPublished> = {}) => {
  const data: ReportPublished = {
    reportId: 'r01',
    publisher: PUBLISHER,
    title: [{ lang: 'en', text: 'A yearly report' }],
    publishedAt: onDay('2022-02-10'),
    seen: 'original',
    sources: [{ source: SOURCE }],
    claims: [],
    protection: 'public',
    ...over,
  };
  return happening('report', data.reportId, 'ReportPublished', data);
};

export const anOperation = (over: Partial<OperationConducted> = {}) => {
  const data: OperationConducted = {
    operationId: OPERATION,
    incidents: [INCIDENT],
    operators: [{ actor: 'us-forces', role: 'conducted' }],
    kind: 'ground_raid',
    occurred: at('2022-02-02T23:00:00Z'),
    means: [],
    sources: [{ source: SOURCE }],
    protection: 'public',
    ...over,
  };
  return happening('operation', data.operationId, 'OperationConducted', data);
};

/** Somebody calls for an investigation if the deaths are confirmed. */
export const aConditionalCall = (over: Partial<StatementIssued> = {}) =>
  aStatement({
    statementId: 'a16',
    speaker: 'zakharova',
    claims: [investigation('calls_for', { certainty: 'conditional', condition: aPassage(16) })],
    ...over,
  });

// Things the register knows

export const anIncident = (over: Partial<IncidentOpened> = {}) => {
  const data: IncidentOpened = {
    incidentId: INCIDENT,
    label: [{ lang: 'en', text: 'Raid in Atmeh' }],
    occurred: { ...onDay('2022-02-02'), to: '2022-02-03T04:00:00Z', precision: 'date_range' },
    place: aPlace(),
    protection: 'public',
    ...over,
  };
  return happening('incident', data.incidentId, 'IncidentOpened', data);
};

export const aSeries = (over: Partial<SeriesDefined> = {}) => {
  const data: SeriesDefined = {
    seriesId: SERIES,
    label: [{ lang: 'en', text: 'Civilians killed, by year' }],
    slots: [
      { slot: 'year-1', from: '2015-09-30', to: '2016-09-29' },
      { slot: 'year-2', from: '2016-09-30', to: '2017-09-29' },
    ],
    protection: 'public',
    ...over,
  };
  return happening('series', data.seriesId, 'SeriesDefined', data);
};

/** An actor by its id: `anActor('snhr')`, with a name made from it. */
export const anActor = (over: Partial<ActorRegistered> | string = {}) => {
  const given = typeof over === 'string' ? { actorId: over } : over;
  const id = given.actorId ?? SPEAKER;
  const data: ActorRegistered = {
    actorId: id,
    names: [{ lang: 'en', text: id.replaceAll('-', ' ') }],
    type: 'monitor_ngo',
    protection: 'public',
    ...given,
  };
  return happening('actor', data.actorId, 'ActorRegistered', data);
};

export const aSource = (over: Partial<SourceRegistered> = {}) => {
  const data: SourceRegistered = {
    sourceId: SOURCE,
    title: [{ lang: 'en', text: 'A briefing' }],
    url: 'https://example.org/briefing',
    protection: 'public',
    ...over,
  };
  return happening('source', data.sourceId, 'SourceRegistered', data);
};

// What changed about them

export const anAmendment = (over: Partial<IncidentAmended> = {}) => {
  const data: IncidentAmended = { incidentId: INCIDENT, effective: onDay('2022-02-04'), ...over };
  return happening('incident', data.incidentId, 'IncidentAmended', data);
};

export const anActorAmendment = (over: Partial<ActorAmended> = {}) => {
  const data: ActorAmended = { actorId: SPEAKER, effective: onDay('2022-02-04'), ...over };
  return happening('actor', data.actorId, 'ActorAmended', data);
};

export const aSeriesAmendment = (over: Partial<SeriesAmended> = {}) => {
  const data: SeriesAmended = { seriesId: SERIES, effective: onDay('2022-02-04'), ...over };
  return happening('series', data.seriesId, 'SeriesAmended', data);
};

export const anIdentifier = (over: Partial<IdentifierAssigned> = {}) => {
  const data: IdentifierAssigned = { incidentId: INCIDENT, scheme: 'airwars', code: 'CS1977', ...over };
  return happening('incident', data.incidentId, 'IdentifierAssigned', data);
};

export const anIdentifierWithdrawal = (over: Partial<IdentifierWithdrawn> = {}) => {
  const data: IdentifierWithdrawn = {
    incidentId: INCIDENT,
    scheme: 'airwars',
    code: 'CS1977',
    reason: 'reassigned',
    ...over,
  };
  return happening('incident', data.incidentId, 'IdentifierWithdrawn', data);
};

export const aMerge = (into: string, over: Partial<IncidentMerged> = {}) => {
  const data: IncidentMerged = { incidentId: INCIDENT, into, ...over };
  return happening('incident', data.incidentId, 'IncidentMerged', data);
};

export const anUnmerge = (from: string, over: Partial<IncidentUnmerged> = {}) => {
  const data: IncidentUnmerged = { incidentId: INCIDENT, from, ...over };
  return happening('incident', data.incidentId, 'IncidentUnmerged', data);
};

export const aSplit = (into: readonly string[], over: Partial<IncidentSplit> = {}) => {
  const data: IncidentSplit = { incidentId: INCIDENT, into, allocation: [], ...over };
  return happening('incident', data.incidentId, 'IncidentSplit', data);
};

export const anIncidentLink = (to: string, over: Partial<IncidentsLinked> = {}) => {
  const data: IncidentsLinked = { incidentId: INCIDENT, to, as: 'related', ...over };
  return happening('incident', data.incidentId, 'IncidentsLinked', data);
};

// What we judge

const judged = { basis: [], assessedBy: ASSESSOR, decidedAt: onDay('2022-03-01') };

export const aGrading = (grade: IncidentGraded['grade'], over: Partial<IncidentGraded> = {}) => {
  const data: IncidentGraded = { incidentId: INCIDENT, scheme: 'airwars/2023', grade, ...judged, ...over };
  return happening('incident', data.incidentId, 'IncidentGraded', data);
};

export const aCasualtyAssessment = (over: Partial<CasualtiesAssessed> = {}) => {
  const data: CasualtiesAssessed = {
    incidentId: INCIDENT,
    figures: [{ counted: { measure: 'killed', category: 'person' }, figure: exactly(13) }],
    ...judged,
    ...over,
  };
  return happening('incident', data.incidentId, 'CasualtiesAssessed', data);
};

export const aGeolocation = (over: Partial<GeolocationAssessed> = {}) => {
  const data: GeolocationAssessed = {
    incidentId: INCIDENT,
    place: aPlace({ point: { lat: 36.3, lon: 36.7 } }),
    ...judged,
    ...over,
  };
  return happening('incident', data.incidentId, 'GeolocationAssessed', data);
};

export const anOperationAssessment = (over: Partial<OperationAssessed> = {}) => {
  const data: OperationAssessed = { operationId: OPERATION, status: 'declared', ...judged, ...over };
  return happening('operation', data.operationId, 'OperationAssessed', data);
};

export const aSettingAside = (claim: string, over: Partial<ClaimSetAside> = {}) => {
  const data: ClaimSetAside = { incidentId: INCIDENT, claim, reason: 'early_partial_count', basis: [], ...over };
  return happening('incident', data.incidentId, 'ClaimSetAside', data);
};

export const aResolution = (members: readonly string[], over: Partial<FindingResolved> = {}) => {
  const data: FindingResolved = {
    subject: streamOf('incident', INCIDENT),
    finding: `sha256:${'a'.repeat(64)}`,
    members,
    resolution: 'explained',
    ...over,
  };
  return inStream(data.subject, 'FindingResolved', data);
};

// What happened to sources

export const aCopy = (over: Partial<SourceArchived> = {}) => {
  const data: SourceArchived = {
    sourceId: SOURCE,
    copy: 'https://archive.example.org/1',
    mediaType: 'text/html',
    bytes: 2048,
    hash: `sha256:${'b'.repeat(64)}`,
    archivedAt: at('2022-02-05T00:00:00Z'),
    ...over,
  };
  return happening('source', data.sourceId, 'SourceArchived', data);
};

export const aVerification = (over: Partial<SourceVerified> = {}) => {
  const data: SourceVerified = {
    sourceId: SOURCE,
    hash: `sha256:${'b'.repeat(64)}`,
    outcome: 'matched',
    verifiedAt: at('2022-03-05T00:00:00Z'),
    ...over,
  };
  return happening('source', data.sourceId, 'SourceVerified', data);
};

export const aRemoval = (over: Partial<SourceFoundRemoved> = {}) => {
  const data: SourceFoundRemoved = { sourceId: SOURCE, foundAt: at('2022-04-05T00:00:00Z'), ...over };
  return happening('source', data.sourceId, 'SourceFoundRemoved', data);
};

// What can happen in any stream

/** What a stream begins with, which is what most corrections are about. */
const entryOf = (stream: string): EntryVersion => versionOf(Object.values(catalogue[categoryOf(stream)])[0]!);

export const aCorrection = (stream: string, target: string, after: object, over: Partial<EntryCorrected> = {}) => {
  const data: EntryCorrected = { target, reason: 'transcription', of: entryOf(stream), before: {}, after, ...over };
  return inStream(stream, 'EntryCorrected', data);
};

export const aWithdrawal = (stream: string, target: string, over: Partial<EntryWithdrawn> = {}) => {
  const data: EntryWithdrawn = { target, reason: 'duplicate_entry', of: entryOf(stream), before: {}, ...over };
  return inStream(stream, 'EntryWithdrawn', data);
};

export const aProtection = (subject: string, level: ProtectionSet['level'], over: Partial<ProtectionSet> = {}) => {
  const data: ProtectionSet = { subject, level, reason: aPassage(90), ...over };
  return inStream(subject, 'ProtectionSet', data);
};

export const anErasure = (subject: string, passage: string, over: Partial<PassageErased> = {}) => {
  const data: PassageErased = { subject, passage, reason: 'consent', ...over };
  return inStream(subject, 'PassageErased', data);
};

export const aLink = (from: string, to: string, over: Partial<ClaimLinked> = {}) => {
  const data: ClaimLinked = { from, to, as: 'supersedes', change: 'revises', ...over };
  return inStream(from.slice(0, from.indexOf('#')), 'ClaimLinked', data);
};

export const aRelayLink = (from: string, to: string) => {
  const data: ClaimLinked = { from, to, as: 'relays' };
  return inStream(from.slice(0, from.indexOf('#')), 'ClaimLinked', data);
};

export const anUnlink = (from: string, to: string, over: Partial<ClaimUnlinked> = {}) => {
  const data: ClaimUnlinked = { from, to, as: 'supersedes', ...over };
  return inStream(from.slice(0, from.indexOf('#')), 'ClaimUnlinked', data);
};

// Claims. An id is made of what is claimed, so that the claims of one act differ

const base = (claimId: string) => ({
  claimId,
  about: { incidents: [INCIDENT] },
  certainty: 'reported' as const,
});
const slug = (...words: readonly (string | undefined)[]) =>
  words
    .filter((word) => word !== undefined)
    .join('-')
    .replaceAll('_', '-');

type CountOver = Partial<Omit<CountClaim, 'counted'>> & { readonly counted?: Partial<Counted> };

/** `counted('injured', 'child', atLeast(2))`; without a figure it is a claim that retracts. */
export const counted = (
  measure: Counted['measure'],
  category: Counted['category'],
  figure?: Figure,
  { counted: more, ...over }: CountOver = {},
): CountClaim => ({
  ...base(slug(measure, more?.status, category)),
  kind: 'count',
  counted: { measure, category, ...more },
  ...(figure === undefined ? {} : { figure }),
  ...over,
});

/** `killed('child', atLeast(6))` */
export const killed = (category: Counted['category'], figure?: Figure, over: CountOver = {}): CountClaim =>
  counted('killed', category, figure, over);

export const injured = (category: Counted['category'], figure?: Figure, over: CountOver = {}): CountClaim =>
  counted('injured', category, figure, over);

/** The part of a claim that puts it in a slot of a series instead of an incident. */
export const inSlot = (slot: string, series = SERIES): { readonly about: Claim['about'] } => ({
  about: { series, slot },
});

export const responsibility = (
  stance: ResponsibilityClaim['stance'],
  over: Partial<ResponsibilityClaim> = {},
): ResponsibilityClaim => ({
  ...base(slug('responsibility', over.for ?? 'harm')),
  kind: 'responsibility',
  for: 'harm',
  stance,
  ...over,
});

export const occurrence = (
  stance: OccurrenceClaim['stance'],
  over: Partial<OccurrenceClaim> = {},
): OccurrenceClaim => ({ ...base('occurrence'), kind: 'occurrence', stance, ...over });

export const takingPart = (stance: OperationClaim['stance'], over: Partial<OperationClaim> = {}): OperationClaim => ({
  ...base('operation'),
  kind: 'operation',
  stance,
  operation: OPERATION,
  role: 'conducted',
  ...over,
});

export const civilianStatus = (
  who: string,
  status: CivilianStatusClaim['status'],
  over: Partial<CivilianStatusClaim> = {},
): CivilianStatusClaim => ({ ...base(slug('status', who)), kind: 'civilian_status', who, status, ...over });

export const located = (place: Place = aPlace(), over: Partial<LocationClaim> = {}): LocationClaim => ({
  ...base('location'),
  kind: 'location',
  place,
  ...over,
});

export const graded = (grade: GradeClaim['grade'], over: Partial<GradeClaim> = {}): GradeClaim => ({
  ...base('grade'),
  kind: 'grade',
  scheme: 'airwars/2023',
  grade,
  ...over,
});

export const operationStatus = (
  status: OperationStatusClaim['status'],
  over: Partial<OperationStatusClaim> = {},
): OperationStatusClaim => ({ ...base('operation-status'), kind: 'operation_status', status, ...over });

export const causedBy = (cause: CauseClaim['cause'], over: Partial<CauseClaim> = {}): CauseClaim => ({
  ...base('cause'),
  kind: 'cause',
  cause,
  ...over,
});

export const investigation = (
  act: InvestigationClaim['act'],
  over: Partial<InvestigationClaim> = {},
): InvestigationClaim => ({ ...base(slug('investigation', act)), kind: 'investigation', act, ...over });

export const position = (
  stance: PositionClaim['stance'],
  topic: PositionClaim['topic'],
  over: Partial<PositionClaim> = {},
): PositionClaim => ({ ...base(slug('position', topic)), kind: 'position', stance, topic, ...over });

export const noComment = (topic: NoCommentClaim['topic'], over: Partial<NoCommentClaim> = {}): NoCommentClaim => ({
  ...base(slug('no-comment', topic)),
  kind: 'no_comment',
  topic,
  ...over,
});
