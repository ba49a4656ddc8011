import type { Assessment } from '../events/assessment.js';
import type { EventType, Fact } from '../events/index.js';
import type { Affiliation } from '../values/affiliation.js';
import type { SourceRef } from '../values/source-ref.js';
import { inClaim, inCounted } from './in-claims.js';
import {
  actor,
  claim,
  claims,
  incident,
  incidents,
  ofEach,
  onceRecorded,
  report,
  weighed,
  type Reference,
} from './reference.js';

const sources = (refs: readonly SourceRef[] | undefined): readonly Reference[] =>
  ofEach(refs, '/sources', ({ source }, pointer) => [{ category: 'source', id: source, pointer: `${pointer}/source` }]);

const affiliations = (list: readonly Affiliation[] | undefined, pointer: string) =>
  ofEach(list, pointer, (one, at) => actor(one.actor, `${at}/actor`));

const affiliated = (data: { readonly partOf?: readonly Affiliation[]; readonly memberOf?: readonly Affiliation[] }) => [
  ...affiliations(data.partOf, '/partOf'),
  ...affiliations(data.memberOf, '/memberOf'),
];

const assessment = ({ basis, assessedBy }: Assessment): readonly Reference[] => [
  ...weighed(claims(basis, '/basis')),
  ...actor(assessedBy, '/assessedBy'),
];

const ends = ({ from, to }: { readonly from: string; readonly to: string }): readonly Reference[] => [
  ...weighed(claim(from, '/from')),
  ...weighed(claim(to, '/to')),
];

const nothing = (): readonly Reference[] => [];

type ByType = { readonly [F in Fact as F['type']]: (data: F['data']) => readonly Reference[] };

const byType: ByType = {
  StatementIssued: (data) => [
    ...actor(data.speaker, '/speaker'),
    ...actor(data.onBehalfOf, '/onBehalfOf'),
    ...sources(data.sources),
    ...ofEach(data.claims, '/claims', inClaim),
  ],
  ReportPublished: (data) => [
    ...actor(data.publisher, '/publisher'),
    ...report(data.replaces, '/replaces'),
    ...sources(data.sources),
    ...ofEach(data.claims, '/claims', inClaim),
  ],
  OperationConducted: (data) => [
    ...incidents(data.incidents, '/incidents'),
    ...ofEach(data.operators, '/operators', (operator, pointer) => actor(operator.actor, `${pointer}/actor`)),
    ...sources(data.sources),
  ],
  OperationAssessed: assessment,
  IncidentOpened: (data) => sources(data.sources),
  IncidentAmended: nothing,
  IdentifierAssigned: nothing,
  IdentifierWithdrawn: nothing,
  IncidentMerged: (data) => incident(data.into, '/into'),
  IncidentUnmerged: (data) => incident(data.from, '/from'),
  IncidentSplit: (data) => [
    ...incidents(data.into, '/into'),
    ...ofEach(data.allocation, '/allocation', (one, pointer) => weighed(claim(one.claim, `${pointer}/claim`))),
  ],
  IncidentsLinked: (data) => incident(data.to, '/to'),
  IncidentGraded: assessment,
  CasualtiesAssessed: (data) => [
    ...assessment(data),
    ...ofEach(data.figures, '/figures', ({ counted }, pointer) => inCounted(counted, `${pointer}/counted`)),
  ],
  GeolocationAssessed: assessment,
  ClaimSetAside: (data) => [...weighed(claim(data.claim, '/claim')), ...weighed(claims(data.basis, '/basis'))],
  // A broken link is a finding too, and one of its ends may have been withdrawn.
  FindingResolved: (data) => onceRecorded(claims(data.members, '/members')),
  SeriesDefined: nothing,
  SeriesAmended: nothing,
  ActorRegistered: affiliated,
  ActorAmended: affiliated,
  SourceRegistered: (data) => actor(data.publisher, '/publisher'),
  SourceArchived: nothing,
  SourceVerified: nothing,
  SourceFoundRemoved: nothing,
  ClaimLinked: ends,
  ClaimUnlinked: nothing,
  ProtectionSet: nothing,
  PassageErased: nothing,
  EntryCorrected: nothing,
  EntryWithdrawn: nothing,
};

/** Everything that the data of an event names outside itself. */
export const referencesOf = (type: EventType, data: object): readonly Reference[] =>
  (byType[type] as (data: object) => readonly Reference[])(data);
