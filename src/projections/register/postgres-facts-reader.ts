import type pg from 'pg';
import { inTransaction, withClient } from '../../database/in-transaction.js';
import type { Instant, Position } from '../../domain/envelope.js';
import type { Subject } from '../../domain/register/facts.js';
import { streamOf } from '../../domain/streams.js';
import { checkpointOf } from '../../projector/checkpoints.js';
import { BEFORE_ALL, positionAt } from './clock.js';
import { FactsReader, type FactsAt } from './facts-reader.js';
import { readFacts } from './read-facts.js';
import { REGISTER } from './register.projection.js';

/** Each subject is read in one snapshot of the database, so that rows and checkpoint belong together. */
export class PostgresFactsReader extends FactsReader {
  constructor(
    private readonly pool: pg.Pool,
    private readonly schema: string = REGISTER,
  ) {
    super();
  }

  incident(id: string): Promise<FactsAt | null> {
    return this.read(streamOf('incident', id), 'incidents');
  }

  series(id: string): Promise<FactsAt | null> {
    return this.read(streamOf('series', id), 'series');
  }

  positionAt(recorded: Instant): Promise<Position> {
    return withClient(this.pool, (client) => positionAt(client, this.schema, recorded));
  }

  async position(): Promise<Position> {
    return (await checkpointOf(this.pool, this.schema)) ?? BEFORE_ALL;
  }

  private read(subject: Subject, family: 'incidents' | 'series'): Promise<FactsAt | null> {
    return inTransaction(
      this.pool,
      async (client) => {
        const known = await client.query(`select from ${this.schema}.${family} where stream = $1 limit 1`, [subject]);
        if (!known.rowCount) return null;
        const position = (await checkpointOf(client, this.schema)) ?? BEFORE_ALL;
        return { facts: await readFacts(client, this.schema, subject), position };
      },
      'snapshot',
    );
  }
}
