import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { withhold } from '../../access/withhold/withhold.js';
import { knownAt } from '../../domain/claims/known.js';
import type { Instant } from '../../domain/envelope.js';
import type { IdentifierAssigned, IdentifierWithdrawn } from '../../domain/events/identifiers.js';
import type { IdentifierRow } from '../../domain/register/rows.js';
import { NotInRegister } from '../../http/problems/read-errors.js';
import type { Asked } from '../../http/reads/asked.js';
import type { Answer } from '../reading/answer.js';
import { seeingOf } from '../reading/seeing.js';
import { registerWith, Snapshots } from '../reading/snapshot.js';

/** That somebody's code named an incident, and whether it does still. */
export interface CodeOfIncident extends IdentifierAssigned {
  readonly recordedAt: Instant;
  /** Why it names it no longer; null while it does. */
  readonly withdrawn: IdentifierWithdrawn['reason'] | null;
}

export interface IdentifierMeans {
  readonly code: string;
  /** In the order in which it was assigned. Codes are reassigned and shared: there may be several. */
  readonly incidents: readonly CodeOfIncident[];
}

/** Which incidents a public code names, and named. */
export class IdentifierByCode extends Query<Answer<IdentifierMeans>> {
  constructor(
    readonly code: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

@QueryHandler(IdentifierByCode)
export class IdentifierHandler implements IQueryHandler<IdentifierByCode> {
  constructor(private readonly snapshots: Snapshots) {}

  execute({ code, asked }: IdentifierByCode): Promise<Answer<IdentifierMeans>> {
    return this.snapshots.take(async (snapshot) => {
      const named = await snapshot.query<{ stream: string }>(
        `select distinct stream from ${snapshot.schema}.identifiers where code = $1`,
        [code],
      );
      const rows = registerWith({
        identifiers: await snapshot.rows(
          'identifiers',
          named.map(({ stream }) => stream),
        ),
      });
      const { at, position, asOf } = await snapshot.standpoint(asked.asOf);
      const cut = withhold(rows, await seeingOf(snapshot, rows, asked.role), at).rows;
      const incidents = codesIn(knownAt(cut.identifiers, at.recorded)).filter(
        (one) => one.code === code && (asked.own['scheme'] ?? one.scheme) === one.scheme,
      );
      if (incidents.length === 0) throw new NotInRegister('identifier', code);
      return { position, asOf, code, incidents };
    });
  }
}

/** Every assignment, with the withdrawal that ended it. */
export function codesIn(rows: readonly IdentifierRow[]): readonly CodeOfIncident[] {
  const codes: CodeOfIncident[] = [];
  const inForce = new Map<string, number>();
  for (const { type, data, recordedAt } of rows) {
    const key = JSON.stringify([data.incidentId, data.scheme, data.code]);
    const open = inForce.get(key);
    if (type === 'IdentifierAssigned') {
      inForce.set(key, codes.push({ ...data, recordedAt, withdrawn: null }) - 1);
    } else if (open !== undefined) {
      codes[open] = { ...codes[open]!, withdrawn: data.reason };
      inForce.delete(key);
    }
  }
  return codes;
}
