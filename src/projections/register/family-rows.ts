import type pg from 'pg';
import type { Family, FamilyRow } from '../../domain/register/fold.js';

const ROW = `r.stream, r.event_id as "eventId", r.ordinal, r.known_from as "from", r.known_until as "until",
  r.recorded_at as "recordedAt"`;

const CLAIM = `${ROW}, r.ref, r.claimant, r.said_from as "saidFrom", r.said_to as "saidTo", r.claim`;

/**
 * Rows of one family, in the order in which they became known. `which` continues `from <table> r`, with the one parameter
 * `$1`, a list of texts.
 */
export async function familyRows<F extends Family>(
  client: pg.ClientBase,
  schema: string,
  family: F,
  which: string,
  parameter: Iterable<string>,
): Promise<readonly FamilyRow<F>[]> {
  const [columns, order] =
    family === 'claims' ? [CLAIM, 'known_from, row_no'] : [`${ROW}, r.type, r.data`, 'known_from'];
  const { rows } = await client.query(
    `select ${columns} from ${schema}.${family} r ${which} order by ${order.replaceAll(/\w+/g, 'r.$&')}`,
    [[...parameter]],
  );
  return rows as readonly FamilyRow<F>[];
}

export const IN_STREAMS = 'where r.stream = any($1)';
