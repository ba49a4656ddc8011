import { idOf, streamOf } from '../streams.js';
import type { Facts, Subject } from './facts.js';
import { actorsNamed, sourcesNamed } from './named-by-facts.js';
import type { Register } from './register.js';
import type { ActorRow } from './rows.js';

/** The incident with all that were ever merged with it, and all parts of splits, in any version of the register. */
function everRelated(register: Register, incident: string): ReadonlySet<string> {
  const neighbours = new Map<string, string[]>();
  const join = (a: string, b: string) => {
    neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
    neighbours.set(b, [...(neighbours.get(b) ?? []), a]);
  };
  for (const { type, data } of register.identities) {
    if (type === 'IncidentMerged') join(data.incidentId, data.into);
    if (type === 'IncidentSplit') for (const part of data.into) join(data.incidentId, part);
  }
  const related = new Set([incident]);
  for (const one of related) for (const next of neighbours.get(one) ?? []) related.add(next);
  return related;
}

const belongsTo = ({ data }: ActorRow) => [...(data.partOf ?? []), ...(data.memberOf ?? [])].map(({ actor }) => actor);

function withTheirWholes(register: Register, named: Iterable<string>): ReadonlySet<string> {
  const wholes = new Map<string, string[]>();
  for (const row of register.actors) {
    wholes.set(row.data.actorId, [...(wholes.get(row.data.actorId) ?? []), ...belongsTo(row)]);
  }
  const all = new Set(named);
  for (const actor of all) for (const whole of wholes.get(actor) ?? []) all.add(whole);
  return all;
}

/** The part of a register that is about one subject: what a reader of stored rows must find, said plainly. */
export function factsAbout(register: Register, subject: Subject): Facts {
  const id = idOf(subject);
  const incidents = subject.startsWith('incident-') ? everRelated(register, id) : new Set<string>();
  const subjects = new Set([subject, ...[...incidents].map((incident) => streamOf('incident', incident))]);
  const claims = register.claims.filter(({ claim: { about } }) =>
    about.series === undefined
      ? about.incidents?.some((one) => incidents.has(one))
      : streamOf('series', about.series) === subject,
  );
  const acts = new Set(claims.map(({ stream }) => stream));
  const operationIds = new Set(
    register.operations.flatMap(({ type, data }) =>
      type === 'OperationConducted' && data.incidents.some((one) => incidents.has(one)) ? [data.operationId] : [],
    ),
  );
  const ofSubject = <R extends { readonly stream: string }>(rows: readonly R[]) =>
    rows.filter(({ stream }) => subjects.has(stream));
  const facts = {
    subject,
    claims,
    acts: register.acts.filter(({ stream }) => acts.has(stream)),
    links: register.links.filter(({ stream }) => acts.has(stream)),
    operations: register.operations.filter(({ data }) => operationIds.has(data.operationId)),
    incidents: ofSubject(register.incidents),
    identifiers: ofSubject(register.identifiers),
    identities: ofSubject(register.identities),
    judgements: ofSubject(register.judgements),
    series: ofSubject(register.series),
  };
  const sources = sourcesNamed(facts);
  const sourceRows = register.sources.filter(({ data }) => sources.has(data.sourceId));
  const actors = withTheirWholes(register, actorsNamed({ ...facts, sources: sourceRows }));
  const streams = new Set([
    ...subjects,
    ...acts,
    ...[...operationIds].map((one) => streamOf('operation', one)),
    ...[...actors].map((one) => streamOf('actor', one)),
    ...[...sources].map((one) => streamOf('source', one)),
  ]);
  return {
    ...facts,
    actors: register.actors.filter(({ data }) => actors.has(data.actorId)),
    sources: sourceRows,
    protections: register.protections.filter(({ stream }) => streams.has(stream)),
  };
}
