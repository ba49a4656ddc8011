import type pg from 'pg';
import type { Position } from '../../domain/envelope.js';
import type { Subject } from '../../domain/register/facts.js';
import { relatedSubjects } from './related-subjects.js';
import { subjectsOf } from './rows/claim-subjects.row.js';
import type { TouchedRow } from './touched-rows.js';

/** What a page touched, as far as it can be told from its rows alone. */
interface Reach {
  readonly subjects: Set<Subject>;
  /** Claims that a link names. */
  readonly claims: Set<string>;
  /** Streams of operations that were assessed anew. */
  readonly operations: Set<string>;
  /** Actors who belong to others, differently than before. */
  readonly actors: Set<string>;
}

function reachOf(rows: readonly TouchedRow[]): Reach {
  const reach: Reach = { subjects: new Set(), claims: new Set(), operations: new Set(), actors: new Set() };
  for (const row of rows) {
    switch (row.family) {
      case 'claims':
        for (const subject of subjectsOf(row.claim)) reach.subjects.add(subject);
        break;
      case 'links':
        reach.claims.add(row.data.from).add(row.data.to);
        break;
      case 'operations':
        reach.operations.add(row.stream);
        break;
      case 'actors':
        if (row.data.partOf || row.data.memberOf) reach.actors.add(row.data.actorId);
        break;
      case 'incidents':
      case 'identities':
      case 'judgements':
      case 'series':
        reach.subjects.add(row.stream);
        break;
      default:
        // Words, codes, sources and protection move no figure and no finding.
        break;
    }
  }
  return reach;
}

const ofClaims = (schema: string): string => `
  select distinct s.subject
    from unnest($1::text[]) as r (ref)
    join ${schema}.claims c on c.stream = split_part(r.ref, '#', 1) and c.ref = r.ref
    join ${schema}.claim_subjects s using (stream, ordinal, known_from, row_no)`;

const ofOperations = (schema: string): string =>
  `select distinct unnest(incidents) as subject from ${schema}.operations where stream = any($1)`;

/** Everything claimed or done by the actors, by those below them, or said of any of these. */
const ofActors = (schema: string): string => `
  with recursive below (actor) as (
    select unnest($1::text[]) collate "C"
    union
    select a.actor from below b join ${schema}.actors a on a.greater @> array[b.actor]
  ), all_below as materialized (select array_agg(actor) as actors from below)
  select s.subject from ${schema}.claims c join ${schema}.claim_subjects s using (stream, ordinal, known_from, row_no)
   where c.claimant = any(array(select actor from below))
  union
  select s.subject from ${schema}.claims c join ${schema}.claim_subjects s using (stream, ordinal, known_from, row_no)
   where c.named && (select actors from all_below)
  union
  select unnest(o.incidents) from ${schema}.operations o where o.operators && (select actors from all_below)`;

/** Marks, in the page's transaction, every subject whose figures and findings the page may have moved. */
export async function markDirty(
  client: pg.ClientBase,
  schema: string,
  rows: readonly TouchedRow[],
  marked: Position,
): Promise<void> {
  const { subjects, claims, operations, actors } = reachOf(rows);
  const further = [
    [claims, ofClaims],
    [operations, ofOperations],
    [actors, ofActors],
  ] as const;
  for (const [reached, query] of further) {
    if (reached.size === 0) continue;
    const found = await client.query<{ subject: Subject }>(query(schema), [[...reached]]);
    for (const { subject } of found.rows) subjects.add(subject);
  }
  if (subjects.size === 0) return;
  await client.query(
    `with recursive ${relatedSubjects(schema, 'select unnest($1::text[]) collate "C"')}
     insert into ${schema}.dirty_subjects (subject, marked) select stream, $2 from related on conflict do nothing`,
    [[...subjects], marked],
  );
}
