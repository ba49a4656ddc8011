import type { AsOf } from '../../domain/as-of.js';
import { identityAt } from '../../domain/claims/incident-identity.js';
import { knownAt } from '../../domain/claims/known.js';
import type { Instant } from '../../domain/envelope.js';
import type { CasualtiesAssessed } from '../../domain/events/casualties-assessed.js';
import type { GeolocationAssessed } from '../../domain/events/geolocation-assessed.js';
import type { IdentifierAssigned } from '../../domain/events/identifiers.js';
import type { IncidentGraded } from '../../domain/events/incident-graded.js';
import type { IncidentsLinked } from '../../domain/events/incident-identity.js';
import type { IncidentOpened } from '../../domain/events/incident-opened.js';
import type { Register } from '../../domain/register/register.js';
import type { JudgementRow } from '../../domain/register/rows.js';
import { idOf, streamOf } from '../../domain/streams.js';
import { amendedAt } from '../reading/amended.js';

type OfIncident<Entry extends { readonly incidentId: string }> = Omit<Entry, 'incidentId'>;

/** A judgement of ours, and the entry that recorded it. */
export type Judged<Entry extends { readonly incidentId: string }> = OfIncident<Entry> & {
  readonly eventId: string;
  readonly recordedAt: Instant;
};

/** An incident as it stands. */
export interface Incident extends Omit<IncidentOpened, 'incidentId'> {
  readonly id: string;
  /** When its opening was recorded. */
  readonly recordedAt: Instant;
  /** Public codes that are in force, its own and those of incidents merged into it. */
  readonly identifiers: readonly IdentifierAssigned[];
  /** Incidents that were merged into it. */
  readonly mergedFrom: readonly string[];
  /** What it turned out to be, where it was split. */
  readonly parts: readonly string[];
  /** What it was a part of. */
  readonly partOf: readonly string[];
  readonly links: readonly OfIncident<IncidentsLinked>[];
  /** The last grade in each scheme. */
  readonly grades: readonly Judged<IncidentGraded>[];
  /** Where we judge it happened, the last time we did. */
  readonly location: Judged<GeolocationAssessed> | null;
  /** How many we judge were harmed, the last time we did. */
  readonly casualties: Judged<CasualtiesAssessed> | null;
}

type Rows = Pick<Register, 'incidents' | 'identifiers' | 'identities' | 'judgements'>;

/** The incident by the rows about it and about all that it was ever merged with or split into; null where it was not opened. */
export function incidentAt(rows: Rows, id: string, at: AsOf): Incident | null {
  const stream = streamOf('incident', id);
  const own = rows.incidents.filter((row) => row.stream === stream);
  const opened = amendedAt<IncidentOpened>(own, at);
  const [opening] = knownAt(own, at.recorded);
  if (opened === null || opening === undefined) return null;

  const identity = identityAt(rows.identities, at.recorded);
  const isHere = (incident: string) => identity.survivorOf(incident) === id;
  const identities = knownAt(rows.identities, at.recorded);
  const judgements = knownAt(rows.judgements, at.recorded).filter((row) => isHere(idOf(row.stream)));
  const merged = new Set(identities.flatMap(({ type, data }) => (type === 'IncidentMerged' ? [data.incidentId] : [])));
  const { incidentId: _, ...said } = opened;
  return {
    id,
    ...said,
    recordedAt: opening.recordedAt,
    identifiers: inForce(rows, at).filter(({ incidentId }) => isHere(incidentId)),
    mergedFrom: [...merged].filter((incident) => incident !== id && isHere(incident)).sort(),
    parts: identities.flatMap(({ type, data }) =>
      type === 'IncidentSplit' && data.incidentId === id ? data.into : [],
    ),
    partOf: identities.flatMap(({ type, data }) =>
      type === 'IncidentSplit' && data.into.includes(id) ? [data.incidentId] : [],
    ),
    links: identities.flatMap(({ type, data }) => {
      if (type !== 'IncidentsLinked' || data.incidentId !== id) return [];
      const { incidentId: _own, ...link } = data;
      return [link];
    }),
    grades: lastOfEach<IncidentGraded>(judgements, 'IncidentGraded', ({ scheme }) => scheme),
    location: lastOfEach<GeolocationAssessed>(judgements, 'GeolocationAssessed')[0] ?? null,
    casualties: lastOfEach<CasualtiesAssessed>(judgements, 'CasualtiesAssessed')[0] ?? null,
  };
}

/** Codes that were assigned and not withdrawn since; the same code may be assigned again. */
function inForce({ identifiers }: Rows, { recorded }: AsOf): readonly IdentifierAssigned[] {
  const codes = new Map<string, IdentifierAssigned>();
  for (const { type, data } of knownAt(identifiers, recorded)) {
    const key = JSON.stringify([data.incidentId, data.scheme, data.code]);
    if (type === 'IdentifierAssigned') codes.set(key, data);
    else codes.delete(key);
  }
  return [...codes.values()];
}

/** The last judgement under each key. */
function lastOfEach<Entry extends { readonly incidentId: string }>(
  rows: readonly JudgementRow[],
  type: JudgementRow['type'],
  keyOf: (data: Entry) => string = () => '',
): readonly Judged<Entry>[] {
  const last = new Map<string, Judged<Entry>>();
  for (const { type: itsType, data, eventId, recordedAt } of rows) {
    if (itsType !== type) continue;
    const { incidentId: _, ...judged } = data as unknown as Entry;
    last.set(keyOf(data as unknown as Entry), { ...judged, eventId, recordedAt });
  }
  return [...last.values()];
}
