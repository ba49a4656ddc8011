import { KeptLevels, type GuardedRow } from '../../access/withhold/kept-level.js';
import { versionOf, type Seeing } from '../../access/withhold/hidden-acts.js';
import { readableBy } from '../../access/withhold/levels.js';
import { actsNamedByClaim, namedByClaim, namedByEntry } from '../../access/withhold/named-streams.js';
import type { Role } from '../../access/principal.js';
import { actOfRef } from '../../domain/claims/claim.js';
import { referencesOf } from '../../domain/references/references-of.js';
import type { Register } from '../../domain/register/register.js';
import { categoryOf, streamOf } from '../../domain/streams.js';
import { familyOf, OPENINGS } from './openings.js';
import type { Snapshot } from './snapshot.js';

const LEVEL_GIVING = [...OPENINGS, 'ActorAmended'];

/** Finds out what decides what a role may see of these rows. */
export async function seeingOf(snapshot: Snapshot, rows: Register, role: Role): Promise<Seeing> {
  const most = readableBy(role);
  // Who may see everything need not be told how closely it is kept.
  if (most === 'confidential') return { most, levels: new KeptLevels([], []), namedByClaims: new Map() };
  const namedByClaims = await namedByClaimsOf(snapshot, new Set(rows.acts.map(({ stream }) => stream)));
  const streams = streamsOf(rows);
  for (const named of namedByClaims.values()) for (const stream of named) streams.add(stream);
  return { most, levels: await levelsOf(snapshot, streams), namedByClaims };
}

/** How closely each of these is kept now. */
export async function levelsOf(snapshot: Snapshot, streams: ReadonlySet<string>): Promise<KeptLevels> {
  const byTable = new Map<string, string[]>();
  for (const stream of streams) {
    const table = familyOf(categoryOf(stream));
    const known = byTable.get(table);
    if (known) known.push(stream);
    else byTable.set(table, [stream]);
  }
  const rows: GuardedRow[] = [];
  for (const [table, some] of byTable) {
    const found = await snapshot.query<GuardedRow>(
      `select stream, ordinal, known_from as "from", known_until as "until", json_strip_nulls(json_build_object(
         'protection', data->'protection', 'person', data->'person', 'publicRole', data->'publicRole',
         'shownAs', data->'shownAs')) as data
         from ${snapshot.schema}.${table} where stream = any($1) and type = any($2)`,
      [some, LEVEL_GIVING],
    );
    rows.push(...found);
  }
  return new KeptLevels(rows, await snapshot.rows('protections', streams));
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
    add(actsNamedByClaim(claim));
  }
  const { acts, operations, identities, judgements, sources, actors, links, incidents } = rows;
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
    add(referencesOf(type, data).flatMap(({ claim }) => (claim === undefined ? [] : [actOfRef(claim)])));
  }
  for (const { data } of links) add([actOfRef(data.from), actOfRef(data.to)]);
  return streams;
}

/** What the claims of each version of these acts name, whatever they are about. */
async function namedByClaimsOf(
  snapshot: Snapshot,
  acts: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (acts.size === 0) return new Map();
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
