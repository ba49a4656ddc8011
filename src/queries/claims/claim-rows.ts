import type { Position } from '../../domain/envelope.js';
import type { Register } from '../../domain/register/register.js';
import type { ClaimRow } from '../../domain/register/rows.js';
import { streamOf } from '../../domain/streams.js';
import { registerWith, type Snapshot } from '../reading/snapshot.js';
import type { Standpoint } from '../reading/standpoint.js';
import type { ClaimsAsked } from './claims-asked.js';

/** Where a page goes on: after the claim said by then, of the act and with the number there. Gives no id away. */
export interface After {
  readonly saidTo: string;
  readonly ordinal: Position;
  readonly no: number;
}

/** A claim with the instant that it is listed by, as the database tells it. */
export type ListedRow = ClaimRow & { readonly saidToAt: string; readonly no: number };

const COLUMNS = `r.stream, r.event_id as "eventId", r.ordinal, r.known_from as "from", r.known_until as "until",
  r.recorded_at as "recordedAt", r.ref, r.claimant, r.said_from as "saidFrom", r.said_to as "saidTo", r.claim,
  to_char(r.said_to_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "saidToAt",
  r.row_no as no`;

/** Those whose party may be the one asked for: the actor itself and all that were ever part of it. */
const below = (schema: string): string => `
  with recursive below (actor) as (
    select $1::text collate "C"
    union
    select a.actor from below b join ${schema}.actors a on a.greater @> array[b.actor]
  ) select array_agg(actor) as actors from below`;

/** Claims that the register held and that had been said, by when they were said. The party is still to be looked at. */
export async function claimRowsAfter(
  snapshot: Snapshot,
  { asOf }: Standpoint,
  asked: ClaimsAsked,
  after: After | null,
  limit: number,
): Promise<readonly ListedRow[]> {
  const values: unknown[] = [];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const conditions = [`r.known_from <= ${given(asOf.recorded)}`];
  conditions.push(`(r.known_until is null or r.known_until > ${given(asOf.recorded)})`);
  if (asOf.claimed !== null) conditions.push(`r.said_to_at <= ${given(asOf.claimed)}`);
  if (asked.saidFrom !== null) {
    const from = given(asked.saidFrom);
    conditions.push(`(r.said_to_at > ${from} or r.said_from_at >= ${from})`);
  }
  if (asked.saidTo !== null) conditions.push(`r.said_from_at < ${given(asked.saidTo)}`);
  if (asked.claimant !== null) conditions.push(`r.claimant = ${given(asked.claimant)}`);
  if (asked.kind !== null) conditions.push(`r.kind = ${given(asked.kind)}`);
  if (asked.party !== null) {
    const [row] = await snapshot.query<{ actors: readonly string[] }>(below(snapshot.schema), [asked.party]);
    conditions.push(`r.claimant = any(${given(row?.actors ?? [])})`);
  }
  if (after !== null) {
    const place = [after.saidTo, after.ordinal, after.no].map(given).join(', ');
    conditions.push(`(r.said_to_at, r.ordinal, r.row_no) > (${place})`);
  }
  return snapshot.query<ListedRow>(
    `select ${COLUMNS} from ${snapshot.schema}.claims r where ${conditions.join(' and ')}
      order by r.said_to_at, r.ordinal, r.row_no limit ${given(limit)}`,
    values,
  );
}

/** These claims with their acts and those who made them, with whomever these belong to: what a party is told by. */
export async function withTheirActs(snapshot: Snapshot, claims: readonly ClaimRow[]): Promise<Register> {
  const streams = [...new Set(claims.map(({ stream }) => stream))];
  const claimants = [...new Set(claims.map(({ claimant }) => streamOf('actor', claimant)))];
  const chain = await snapshot.query<{ stream: string }>(
    `with recursive chain (stream) as (
       select unnest($1::text[]) collate "C"
       union
       select 'actor-' || unnest(a.greater) from chain c join ${snapshot.schema}.actors a on a.stream = c.stream
     ) select stream from chain`,
    [claimants],
  );
  return registerWith({
    claims,
    acts: await snapshot.rows('acts', streams),
    links: await snapshot.rows('links', streams),
    actors: await snapshot.rows(
      'actors',
      chain.map(({ stream }) => stream),
    ),
    protections: await snapshot.rows('protections', streams),
  });
}
