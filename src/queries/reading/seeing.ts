import { KeptLevels, type GuardedRow } from '../../access/withhold/kept-level.js';
import { versionOf, type Seeing } from '../../access/withhold/hidden-acts.js';
import { readableBy } from '../../access/withhold/levels.js';
import { actsNamedByClaim, actsNamedByEntry, namedByClaim, namedByEntry } from '../../access/withhold/named-streams.js';
import type { Role } from '../../access/principal.js';
import { actOfRef } from '../../domain/claims/claim.js';
import { OPENINGS } from '../../domain/events/openings.js';
import type { Register } from '../../domain/register/register.js';
import { streamOf } from '../../domain/streams.js';
import { FAMILIES } from './openings.js';
import type { Snapshot } from './snapshot.js';

const LEVEL_GIVING = [...OPENINGS, 'ActorAmended'];

/** Finds out what decides what a role may see of these rows. Asks as often, whatever there is to find. */
export async function seeingOf(snapshot: Snapshot, rows: Register, role: Role): Promise<Seeing> {
  const most = readableBy(role);
  // Who may see everything need not be told how closely it is kept.
  if (most === 'confidential') {
    return { most, levels: new KeptLevels([], []), namedByClaims: new Map(), namedElsewhere: new Map() };
  }
  const own = new Set([...rows.acts, ...rows.operations].map(({ stream }) => stream));
  const elsewhere = actsNamedIn(rows).filter((stream) => !own.has(stream));
  const namedByClaims = await namedByClaimsOf(snapshot, new Set([...own, ...elsewhere]));
  const namedElsewhere = await namedElsewhereIn(snapshot, elsewhere, namedByClaims);
  const streams = streamsOf(rows);
  for (const named of [...namedByClaims.values(), ...namedElsewhere.values()]) {
    for (const stream of named) streams.add(stream);
  }
  return { most, levels: await levelsOf(snapshot, streams), namedByClaims, namedElsewhere };
}

/** How closely each of these is kept now. */
export async function levelsOf(snapshot: Snapshot, streams: ReadonlySet<string>): Promise<KeptLevels> {
  const inEach = FAMILIES.map(
    (
      table,
    ) => `select stream, ordinal, known_from as "from", known_until as "until", json_strip_nulls(json_build_object(
      'protection', data->'protection', 'person', data->'person', 'publicRole', data->'publicRole',
      'shownAs', data->'shownAs')) as data
      from ${snapshot.schema}.${table} where stream = any($1) and type = any($2)`,
  );
  const rows = await snapshot.query<GuardedRow>(inEach.join(' union all '), [[...streams], LEVEL_GIVING]);
  return new KeptLevels(rows, await snapshot.rows('protections', streams));
}

/** What the last version of each of these acts names. */
async function namedElsewhereIn(
  snapshot: Snapshot,
  acts: readonly string[],
  namedByClaims: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = [...(await snapshot.rows('acts', acts)), ...(await snapshot.rows('operations', acts))];
  const named = new Map<string, readonly string[]>();
  for (const row of rows) {
    if (row.type === 'OperationAssessed') continue;
    named.set(row.stream, [...namedByEntry(row.type, row.data), ...(namedByClaims.get(versionOf(row)) ?? [])]);
  }
  return named;
}

/** Streams of all acts that these rows name. */
function actsNamedIn(rows: Register): readonly string[] {
  const { acts, operations, identities, judgements } = rows;
  const entries = [...acts, ...operations, ...identities, ...judgements];
  return [
    ...new Set([
      ...rows.claims.flatMap(({ claim }) => actsNamedByClaim(claim)),
      ...entries.flatMap(({ type, data }) => actsNamedByEntry(type, data)),
      ...rows.links.flatMap(({ data }) => [actOfRef(data.from), actOfRef(data.to)]),
    ]),
  ];
}

/** All streams that lend these rows a level. */
function streamsOf(rows: Register): Set<string> {
  const streams = new Set<string>();
  const add = (all: readonly string[]) => {
    for (const stream of all) streams.add(stream);
  };
  for (const family of Object.values(rows)) add(family.map(({ stream }) => stream));
  for (const { claimant, claim } of rows.claims) {
    streams.add(streamOf('actor', claimant));
    add(namedByClaim(claim));
  }
  const { acts, operations, identities, judgements, sources, actors, incidents } = rows;
  for (const { type, data } of [
    ...acts,
    ...operations,
    ...identities,
    ...judgements,
    ...sources,
    ...actors,
    ...incidents,
  ]) {
    add(namedByEntry(type, data));
  }
  add(actsNamedIn(rows));
  return streams;
}

/** What the claims of each version of these acts name, whatever they are about. */
async function namedByClaimsOf(
  snapshot: Snapshot,
  acts: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ofActs = `from ${snapshot.schema}.claims where stream = any($1)`;
  const rows = await snapshot.query<{ stream: string; from: string; named: string[] }>(
    `select stream, known_from as "from", array_agg(distinct name) as named from (
       select stream, known_from, 'actor-' || unnest(named) as name ${ofActs}
       union all
       select stream, known_from, 'incident-' || json_array_elements_text(claim->'about'->'incidents') ${ofActs}
       union all
       select stream, known_from, 'series-' || (claim->'about'->>'series') ${ofActs}
       union all
       select stream, known_from, 'incident-' || (claim->>'duplicateOf') ${ofActs}
     ) every where name is not null group by stream, known_from`,
    [[...acts]],
  );
  return new Map(rows.map((row) => [versionOf(row), row.named]));
}
