import type { Finding } from '../../domain/claims/findings/index.js';
import type { Position } from '../../domain/envelope.js';
import type { Begun, Snapshot } from '../reading/snapshot.js';
import type { Standpoint } from '../reading/standpoint.js';

/** An incident or a series, and what the register has written down of its open findings. */
export interface FindingsKept extends Begun {
  /** Null where they have to be looked for in its facts: about the past, for some only, or while it waits to be derived again. */
  readonly kept: readonly Finding[] | null;
}

/** Which subjects are asked for. */
export interface SubjectsAsked {
  readonly rule: string | null;
  readonly after: Position;
  /** A subject that is not done with, before those that follow. */
  readonly again: Position | null;
  /** For whoever may see everything: only those of which something is written down, which was found in everything. */
  readonly written: boolean;
}

/** Subjects that may have open findings, in the order of the log. */
export async function subjectsWithFindings(
  snapshot: Snapshot,
  { asOf, at }: Standpoint,
  { rule, after, again, written }: SubjectsAsked,
  limit: number,
): Promise<readonly FindingsKept[]> {
  const { schema } = snapshot;
  const isNow = written && at.claimed === null && at.recorded === null;
  const begun = (table: string, opening: string): string =>
    `select stream, ordinal from ${schema}.${table}
      where type = '${opening}' and (ordinal > $1 or ordinal = $6) and known_from <= $2`;
  const subjects = await snapshot.query<Begun & { dirty: boolean }>(
    `select s.stream, s.ordinal, exists (select from ${schema}.dirty_subjects d where d.subject = s.stream) as dirty
       from (${begun('incidents', 'IncidentOpened')} union ${begun('series', 'SeriesDefined')}) s
      where not $3 or s.stream in (
        select subject from ${schema}.open_findings where $4::text is null or rule = $4
        union select subject from ${schema}.dirty_subjects)
      order by s.ordinal limit $5`,
    [after, asOf.recorded, isNow, rule, limit, again],
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
