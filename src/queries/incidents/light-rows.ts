import type { Register } from '../../domain/register/register.js';
import { relatedSubjects } from '../../projections/register/related-subjects.js';
import { registerWith, type Snapshot } from '../reading/snapshot.js';

/** What incidents say of themselves, with all that were ever merged with them, but without anything that was claimed. */
export async function lightRows(snapshot: Snapshot, incidents: readonly string[]): Promise<Register> {
  const related = await snapshot.query<{ stream: string }>(
    `with recursive ${relatedSubjects(snapshot.schema, 'select unnest($1::text[]) collate "C"')} select stream from related`,
    [incidents],
  );
  const streams = related.map(({ stream }) => stream);
  return registerWith({
    incidents: await snapshot.rows('incidents', streams),
    identifiers: await snapshot.rows('identifiers', streams),
    identities: await snapshot.rows('identities', streams),
    judgements: await snapshot.rows('judgements', streams),
    protections: await snapshot.rows('protections', streams),
  });
}
