/**
 * A recursive part of a query: `related(stream)`, the subjects that `start` selects with every incident they were ever merged
 * with and every part of a split, in whatever version of the register.
 */
export const relatedSubjects = (schema: string, start: string): string => `
  related (stream) as (
    ${start}
    union
    select e.other from related r cross join lateral (
      select unnest(i.others) as other from ${schema}.identities i
       where i.stream = r.stream and i.type in ('IncidentMerged', 'IncidentSplit')
      union all
      select i.stream from ${schema}.identities i
       where i.others @> array[r.stream] and i.type in ('IncidentMerged', 'IncidentSplit')
    ) e
  )`;
