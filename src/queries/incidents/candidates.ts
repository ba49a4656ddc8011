import type { Begun, Snapshot } from '../reading/snapshot.js';
import type { Standpoint } from '../reading/standpoint.js';
import type { IncidentsAsked } from './incidents-asked.js';

/**
 * Streams of incidents that may be among those asked for, by any version of their rows: a little too many, never too few. In
 * the order of the log.
 */
export async function candidates(
  snapshot: Snapshot,
  { asOf, at }: Standpoint,
  asked: IncidentsAsked,
  after: string,
  limit: number,
): Promise<readonly Begun[]> {
  const { schema } = snapshot;
  const values: unknown[] = [];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const incidents = (where: string): string => `select i.stream from ${schema}.incidents i where ${where}`;
  const conditions = [
    `r.type = 'IncidentOpened'`,
    `r.ordinal > ${given(after)}`,
    `r.known_from <= ${given(asOf.recorded)}`,
  ];
  const among = (streams: string): void => void conditions.push(`r.stream in (${streams})`);

  if (asked.occurredFrom !== null) among(incidents(`i.occurred_to >= ${given(asked.occurredFrom)}`));
  if (asked.occurredTo !== null) among(incidents(`i.occurred_from < ${given(asked.occurredTo)}`));
  if (asked.place !== null) {
    const place = given(asked.place);
    among(incidents(`i.areas @> array[${place}] or (i.data->'place')::text ilike ${given(inJson(asked.place))}`));
  }
  if (asked.grade !== null) {
    among(
      `select j.stream from ${schema}.judgements j
        where j.type = 'IncidentGraded' and j.data->>'grade' = ${given(asked.grade)}`,
    );
  }
  if (asked.text !== null) {
    const text = given(inJson(asked.text));
    among(
      `${incidents(`i.data::text ilike ${text}`)} union
       select c.stream from ${schema}.identifiers c where c.code ilike ${given(likeAnywhere(asked.text))}`,
    );
  }
  if (asked.openFindings && at.recorded === null && at.claimed === null) {
    // Those waiting to be derived again may have some that are not written down yet.
    among(`select subject from ${schema}.open_findings union select subject from ${schema}.dirty_subjects`);
  }
  if (asked.party !== null) among(ofParty(schema, given(asked.party)));
  return snapshot.query<Begun>(
    `select distinct r.stream, r.ordinal from ${schema}.incidents r where ${conditions.join(' and ')}
      order by r.ordinal limit ${given(limit)}`,
    values,
  );
}

/** Everything said by, said of or done by a party or any that were ever part of it. */
const ofParty = (schema: string, party: string): string => `
  with recursive below (actor) as (
    select ${party}::text collate "C"
    union
    select a.actor from below b join ${schema}.actors a on a.greater @> array[b.actor]
  ), related (stream) as (
    select s.subject from ${schema}.claims c join ${schema}.claim_subjects s using (stream, ordinal, known_from, row_no)
     where c.claimant in (select actor from below)
        or (c.named <> '{}' and c.named && (select array_agg(actor) from below))
    union
    select unnest(o.incidents) from ${schema}.operations o where o.operators && (select array_agg(actor) from below)
    union
    select e.other from related r cross join lateral (
      select unnest(i.others) as other from ${schema}.identities i
       where i.stream = r.stream and i.type in ('IncidentMerged', 'IncidentSplit')
    ) e
  ) select stream from related`;

const likeAnywhere = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;

/** As the text stands inside JSON. Composed letters are looked for as they are written here. */
const inJson = (text: string): string => likeAnywhere(JSON.stringify(text).slice(1, -1));
