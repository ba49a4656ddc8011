import type pg from 'pg';
import { transactionOn } from '../../database/in-transaction.js';
import type { Subject } from '../../domain/register/facts.js';
import { writeRows } from '../../projector/write-rows.js';
import { derivedRows } from './derived-rows.js';
import { readFacts } from './read-facts.js';
import { derivedTables } from './rows/derived.js';

/**
 * Replaces a subject's derived rows by what its facts say now, and takes its marks away. Marks set after the transaction's
 * snapshot are not seen by it and stay.
 */
export async function deriveSubject(client: pg.ClientBase, schema: string, subject: Subject): Promise<void> {
  await transactionOn(
    client,
    async () => {
      const rows = derivedRows(await readFacts(client, schema, subject));
      for (const table of derivedTables) {
        await client.query(`delete from ${schema}.${table.name} where subject = $1`, [subject]);
        await writeRows<never>(client, schema, table, rows[table.name] as readonly never[]);
      }
      await client.query(`delete from ${schema}.dirty_subjects where subject = $1`, [subject]);
    },
    'repeatable read',
  );
}
