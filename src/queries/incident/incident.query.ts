import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { findings } from '../../domain/claims/findings/index.js';
import { knownAt } from '../../domain/claims/known.js';
import { streamOf } from '../../domain/streams.js';
import { NotInRegister } from '../../http/problems/read-errors.js';
import type { Asked } from '../../http/reads/asked.js';
import type { Answer } from '../reading/answer.js';
import { Snapshots } from '../reading/snapshot.js';
import { Subjects, type AboutSubject, type View } from '../reading/subjects.js';
import { operationAt, type Operation } from '../things/operation-at.js';
import { incidentAt, type Incident } from './incident-at.js';

export interface IncidentInFull extends Incident {
  /** The place of its last event in its stream, for If-Match. */
  readonly revision: number;
  readonly operations: readonly Operation[];
  /** How many contradictions, breaks and anomalies nobody has settled. */
  readonly openFindings: number;
}

export type IncidentAnswer = Answer<AboutSubject & IncidentInFull>;

/** An incident as it stands. */
export class IncidentById extends Query<IncidentAnswer> {
  constructor(
    readonly id: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

@QueryHandler(IncidentById)
export class IncidentHandler implements IQueryHandler<IncidentById> {
  constructor(
    private readonly subjects: Subjects,
    private readonly snapshots: Snapshots,
  ) {}

  async execute({ id, asked }: IncidentById): Promise<IncidentAnswer> {
    const view = await this.subjects.view({ category: 'incident', id }, asked);
    const { facts, stands } = view;
    const incident = incidentAt(facts, id, stands.at);
    if (incident === null) throw new NotInRegister('incident', id);
    const stream = streamOf('incident', id);
    const revisions = await this.snapshots.take((snapshot) => snapshot.revisions([stream], stands.asOf.recorded));
    return this.subjects.answer(view, {
      ...incident,
      revision: revisions.get(stream) ?? 0,
      operations: operationsOf(view, [id, ...incident.mergedFrom]),
      openFindings: findings(facts, stands.at).filter(({ status }) => status === 'open').length,
    });
  }
}

/** Operations on the incident or on one that was merged into it. */
function operationsOf({ facts, stands }: View, incidents: readonly string[]): readonly Operation[] {
  const streams = new Set(
    knownAt(facts.operations, stands.at.recorded).flatMap((row) =>
      row.type === 'OperationConducted' && row.data.incidents.some((one) => incidents.includes(one))
        ? [row.stream]
        : [],
    ),
  );
  return [...streams].flatMap((stream) => {
    const operation = operationAt(
      facts.operations.filter((row) => row.stream === stream),
      stands.at,
    );
    return operation === null ? [] : [operation];
  });
}
