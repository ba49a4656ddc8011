import type pg from 'pg';
import type { Facts, Subject } from '../../domain/register/facts.js';
import type { Family } from '../../domain/register/fold.js';
import { actorsNamed, sourcesNamed } from '../../domain/register/named-by-facts.js';
import { streamOf } from '../../domain/streams.js';
import { familyRows, IN_STREAMS } from './family-rows.js';
import { relatedSubjects } from './related-subjects.js';

const streams = (category: 'actor' | 'source', ids: Iterable<string>): readonly string[] =>
  [...ids].map((id) => streamOf(category, id));

/** All rows about a subject: the stored twin of `factsAbout`. They stand at one position if the transaction has one snapshot. */
export async function readFacts(client: pg.ClientBase, schema: string, subject: Subject): Promise<Facts> {
  const rowsOf = <F extends Family>(family: F, which: string, parameter: Iterable<string>) =>
    familyRows(client, schema, family, which, parameter);
  const subjects = await related(client, schema, subject);
  const claimed = `from ${schema}.claim_subjects where subject = any($1)`;
  const ofActs = `where r.stream in (select stream ${claimed})`;

  const claims = await rowsOf(
    'claims',
    `where (r.stream, r.ordinal, r.known_from, r.row_no) in (select stream, ordinal, known_from, row_no ${claimed})`,
    subjects,
  );
  const own = {
    subject,
    claims,
    acts: await rowsOf('acts', ofActs, subjects),
    links: await rowsOf('links', ofActs, subjects),
    operations: await rowsOf(
      'operations',
      `where r.stream in (select stream from ${schema}.operations where incidents && $1)`,
      subjects,
    ),
    incidents: await rowsOf('incidents', IN_STREAMS, subjects),
    identifiers: await rowsOf('identifiers', IN_STREAMS, subjects),
    identities: await rowsOf('identities', IN_STREAMS, subjects),
    judgements: await rowsOf('judgements', IN_STREAMS, subjects),
    series: await rowsOf('series', IN_STREAMS, subjects),
  };
  const sourceStreams = streams('source', sourcesNamed(own));
  const sources = await rowsOf('sources', IN_STREAMS, sourceStreams);
  const named = await withTheirWholes(client, schema, actorsNamed({ ...own, sources }));
  const protectedStreams = new Set([
    ...subjects,
    ...own.acts.map(({ stream }) => stream),
    ...own.operations.map(({ stream }) => stream),
    ...named,
    ...sourceStreams,
  ]);
  return {
    ...own,
    sources,
    actors: await rowsOf('actors', IN_STREAMS, named),
    protections: await rowsOf('protections', IN_STREAMS, protectedStreams),
  };
}

/** The subject, with every incident it was ever merged with and every part of a split. */
async function related(client: pg.ClientBase, schema: string, subject: Subject): Promise<readonly Subject[]> {
  if (!subject.startsWith('incident-')) return [subject];
  const { rows } = await client.query<{ stream: Subject }>(
    `with recursive ${relatedSubjects(schema, 'select $1::text collate "C"')} select stream from related`,
    [subject],
  );
  return rows.map(({ stream }) => stream);
}

/** Streams of the actors and of all whom they were ever part or members of. */
async function withTheirWholes(
  client: pg.ClientBase,
  schema: string,
  actors: Iterable<string>,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ stream: string }>(
    `with recursive chain (stream) as (
       select unnest($1::text[]) collate "C"
       union
       select 'actor-' || unnest(a.greater) from chain c join ${schema}.actors a on a.stream = c.stream
     ) select stream from chain`,
    [streams('actor', actors)],
  );
  return rows.map(({ stream }) => stream);
}
