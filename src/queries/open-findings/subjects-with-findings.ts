import type { Finding } from '../../domain/claims/findings/index.js';
import type { Position } from '../../domain/envelope.js';
import type { Begun, Snapshot } from '../reading/snapshot.js';
import type { Standpoint } from '../reading/standpoint.js';

/** An incident or a series, and what the register has written down of its open findings. */
export interface FindingsKept extends Begun {
  /** Null where they have to be looked for in its facts: about the past, or while it waits to be derived again. */
  readonly kept: readonly Finding[] | null;
}

/** Subjects that may have open findings, in the order of the log, from one place in it on. */
export async function subjectsWithFindings(
  snapshot: Snapshot,
  { asOf, at }: Standpoint,
  rule: string | null,
  from: Position,
  limit: number,
): Promise<readonly FindingsKept[]> {
  const { schema } = snapshot;
  const isNow = at.claimed === null && at.recorded === null;
  const begun = (table: string, opening: string): string =>
    `select stream, ordinal from ${schema}.${table} where type = '${opening}' and ordinal >= $1 and known_from <= $2`;
  const subjects = await snapshot.query<Begun & { dirty: boolean }>(
    `select s.stream, s.ordinal, exists (select from ${schema}.dirty_subjects d where d.subject = s.stream) as dirty
       from (${begun('incidents', 'IncidentOpened')} union ${begun('series', 'SeriesDefined')}) s
      where not $3 or s.stream in (
        select subject from ${schema}.open_findings where $4::text is null or rule = $4
        union select subject from ${schema}.dirty_subjects)
      order by s.ordinal limit $5`,
    [from, asOf.recorded, isNow, rule, limit],
  );
  const clean = isNow ? subjects.filter(({ dirty }) => !dirty).map(({ stream }) => stream) : [];
  const rows = await snapshot.query<{ subject: string; finding: Finding }>(
    `select subject, finding from ${schema}.open_findings where subject = any($1)`,
    [clean],
  );
  const kept = new Map<string, Finding[]>(clean.map((stream) => [stream, []]));
  for (const { subject, finding } of rows) kept.get(subject)?.push(finding);
  return subjects.map(({ stream, ordinal }) => ({ stream, ordinal, kept: kept.get(stream) ?? null }));
}
