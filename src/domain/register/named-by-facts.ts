import { namedByClaim } from '../events/named.js';
import type { Facts } from './facts.js';

/** Ids of the sources that acts, operations and incidents rest on. */
export function sourcesNamed({ acts, operations, incidents }: Pick<Facts, 'acts' | 'operations' | 'incidents'>) {
  const lists = [
    ...acts.map(({ data }) => data.sources),
    ...operations.map((row) => (row.type === 'OperationConducted' ? row.data.sources : [])),
    ...incidents.map((row) => (row.type === 'IncidentOpened' ? (row.data.sources ?? []) : [])),
  ];
  return new Set(lists.flatMap((list) => list.map(({ source }) => source)));
}

/** Ids of the actors that spoke, took part, judged or published, and of those that claims name. */
export function actorsNamed({
  acts,
  claims,
  operations,
  judgements,
  sources,
}: Pick<Facts, 'acts' | 'claims' | 'operations' | 'judgements' | 'sources'>) {
  const named = new Set<string | undefined>();
  for (const { data } of acts) {
    if ('publisher' in data) named.add(data.publisher);
    else named.add(data.speaker).add(data.onBehalfOf);
  }
  for (const { claim } of claims) for (const actor of namedByClaim(claim).actors) named.add(actor);
  for (const row of operations) {
    if (row.type === 'OperationConducted') for (const { actor } of row.data.operators) named.add(actor);
    else named.add(row.data.assessedBy);
  }
  for (const { data } of judgements) if ('assessedBy' in data) named.add(data.assessedBy);
  for (const row of sources) if (row.type === 'SourceRegistered') named.add(row.data.publisher);
  named.delete(undefined);
  return named as ReadonlySet<string>;
}
