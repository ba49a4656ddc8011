import { exactly } from '../../../src/domain/values/figure.js';
import { CATEGORIES, streamOf, type Category } from '../../../src/domain/streams.js';
import {
  aCasualtyAssessment,
  aCopy,
  aGeolocation,
  aGrading,
  aLink,
  aMerge,
  anActor,
  anActorAmendment,
  anAmendment,
  anIdentifier,
  anIdentifierWithdrawal,
  anIncident,
  anIncidentLink,
  anOperation,
  anOperationAssessment,
  anUnlink,
  anUnmerge,
  aRemoval,
  aReport,
  aResolution,
  aSeries,
  aSeriesAmendment,
  aSettingAside,
  aSource,
  aSplit,
  aStatement,
  aVerification,
  findingId,
  inSlot,
  killed,
} from '../builders.js';
import { everyClaim } from './claims.js';
import { entriesOf } from './entries.js';
import type { Making } from './making.js';
import { adds, opens, type Step } from './step.js';

/** Nobody can have been less than nobody: what was said so is a finding. */
const belowZero = killed('elderly', exactly(-1));
const below = (act: string): string => `${act}#${belowZero.claimId}`;
const settled = (subject: string, claim: string) =>
  aResolution([claim], { subject, finding: findingId('negative', subject, claim) });

/** The things of a story, each of its kind, that stay. */
export const thingsIn = (prefix: string): Readonly<Record<Category, string>> => ({
  actor: `${prefix}-monitor`,
  source: `${prefix}-page`,
  incident: `${prefix}-raid`,
  series: `${prefix}-series`,
  operation: `${prefix}-operation`,
  statement: `${prefix}-statement`,
  report: `${prefix}-report`,
});

/** Every write there is, at least once and in an order in which each is accepted; all ids begin with the prefix. */
export function story(prefix: string, make: Making): readonly Step[] {
  const its = thingsIn(prefix);
  const named = (name: string) => `${prefix}-${name}`;
  const sources = [{ source: its.source }];
  const about = { about: { incidents: [its.incident] } };
  const inSeries = inSlot('year-1', its.series);
  const [incidentId, seriesId, sourceId, actorId, operationId] = [
    its.incident,
    its.series,
    its.source,
    its.actor,
    its.operation,
  ];
  const [first, second] = [its.statement, named('statement-2')].map((id) => `statement-${id}#killed-child`) as [
    string,
    string,
  ];
  const [report, later] = [its.report, named('report-2')].map((id) => `report-${id}#killed-child`) as [string, string];
  const child = () => killed('child', make.figure());
  const judged = { assessedBy: its.actor, decidedAt: make.when() };
  const incident = (id: string) => anIncident({ incidentId: id, label: make.label(), sources });
  const statement = (id: string) =>
    aStatement({
      statementId: id,
      speaker: actorId,
      issuedAt: make.when(),
      sources,
      claims: [{ ...child(), ...about }],
    });
  const reporting = (id: string) => {
    const claims = [child(), belowZero].map((claim) => ({ ...claim, ...inSeries }));
    return aReport({ reportId: id, publisher: actorId, title: make.label(), sources, claims });
  };
  const actor = (id: string) => anActor({ actorId: id, names: make.label() });
  const source = (id: string) => aSource({ sourceId: id, title: make.label() });
  const series = (id: string) => aSeries({ seriesId: id, label: make.label() });
  const operation = (id: string) =>
    anOperation({
      operationId: id,
      incidents: [incidentId],
      operators: [{ actor: actorId, role: 'conducted' }],
      sources,
    });
  const open = { actor, source, incident, series, operation, statement, report: reporting };
  const others = ['twin', 'survivor', 'whole', 'part'].map(named) as [string, string, string, string];
  const [twin, survivor, whole, part] = others;

  return [
    ...CATEGORIES_IN_ORDER.map((category) =>
      category === 'statement'
        ? opens(
            aStatement({
              ...statement(its.statement).data,
              claims: [...everyClaim(its, make), { ...belowZero, ...about }],
            }),
            {
              passage: make.words(),
            },
          )
        : opens(open[category](its[category])),
    ),
    ...others.map((id) => opens(incident(id))),
    opens(statement(named('statement-2'))),
    opens(aReport({ ...reporting(named('report-2')).data, replaces: its.report })),
    adds('amendments', anAmendment({ incidentId, label: make.label(), effective: make.when() })),
    adds('identifiers', anIdentifier({ incidentId, code: named('code') })),
    adds('identifiers/withdrawals', anIdentifierWithdrawal({ incidentId, code: named('code') })),
    adds('links', anIncidentLink(survivor, { incidentId })),
    adds('grades', aGrading('weak', { incidentId, ...judged, basis: [first] })),
    adds(
      'casualty-assessments',
      aCasualtyAssessment({
        incidentId,
        ...judged,
        figures: [{ counted: { measure: 'killed', category: 'child' }, figure: make.figure() }],
      }),
    ),
    adds('locations', aGeolocation({ incidentId, ...judged })),
    adds('set-aside', aSettingAside(first, { incidentId })),
    adds('resolutions', settled(streamOf('incident', incidentId), below(`statement-${its.statement}`))),
    adds('resolutions', settled(streamOf('series', seriesId), below(`report-${its.report}`))),
    adds('amendments', aSeriesAmendment({ seriesId, label: make.label() })),
    adds('amendments', anActorAmendment({ actorId, publicRole: 'monitor of the war' })),
    adds('assessments', anOperationAssessment({ operationId, ...judged })),
    adds('copies', aCopy({ sourceId })),
    adds('verifications', aVerification({ sourceId })),
    adds('removals', aRemoval({ sourceId })),
    adds('links', aLink(second, first)),
    adds('unlinks', anUnlink(second, first)),
    adds('links', aLink(later, report)),
    adds('unlinks', anUnlink(later, report)),
    adds('merge', aMerge(survivor, { incidentId: twin })),
    adds('unmerge', anUnmerge(survivor, { incidentId: twin })),
    adds('split', aSplit([part], { incidentId: whole })),
    ...CATEGORIES.flatMap((category) => entriesOf(open[category](named(`gone-${category}`)), make)),
  ];
}

/** What is named comes before what names it. */
const CATEGORIES_IN_ORDER = [
  'actor',
  'source',
  'incident',
  'series',
  'operation',
  'statement',
  'report',
] as const satisfies readonly Category[];
