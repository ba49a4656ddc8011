import { Injectable } from '@nestjs/common';
import { Pool, type ClientBase } from 'pg';
import { inTransaction } from '../../database/in-transaction.js';
import type { Position } from '../../domain/envelope.js';
import { openingOf } from '../../domain/events/openings.js';
import type { Family, FamilyRow } from '../../domain/register/fold.js';
import type { Register } from '../../domain/register/register.js';
import type { Category } from '../../domain/streams.js';
import { familyRows, IN_STREAMS } from '../../projections/register/family-rows.js';
import { BEFORE_ALL, REGISTER } from '../../projections/register/index.js';
import { positionAt } from '../../projections/register/clock.js';
import { checkpointOf } from '../../projector/checkpoints.js';

import type { AsOfQuery } from '../../http/as-of.js';
import { familyOf } from './openings.js';
import { standpoint, type Standpoint } from './standpoint.js';

/** A stream, and where in the log it began. */
export interface Begun {
  readonly stream: string;
  readonly ordinal: Position;
}

/** The register's tables at one position of the log. */
export class Snapshot {
  constructor(
    private readonly client: ClientBase,
    readonly position: Position,
    readonly schema: string = REGISTER,
  ) {}

  /** All versions of one family's rows in these streams. */
  rows<F extends Family>(family: F, streams: Iterable<string>): Promise<readonly FamilyRow<F>[]> {
    return familyRows(this.client, this.schema, family, IN_STREAMS, streams);
  }

  /** Streams of a category that had been begun by then, in the order of the log, with their places in it. */
  begun(category: Category, after: Position, recorded: Position, limit: number): Promise<readonly Begun[]> {
    return this.query<Begun>(
      `select distinct stream, ordinal from ${this.schema}.${familyOf(category)}
        where type = $1 and ordinal > $2 and known_from <= $3 order by ordinal limit $4`,
      [openingOf(category), after, recorded, limit],
    );
  }

  async query<Row extends object>(text: string, values: readonly unknown[]): Promise<readonly Row[]> {
    const { rows } = await this.client.query<Row>(text, [...values]);
    return rows;
  }

  /** What was asked, as one point on both clocks. */
  standpoint(asOf: AsOfQuery): Promise<Standpoint> {
    return standpoint(asOf, this.position, (recorded) => positionAt(this.client, this.schema, recorded));
  }

  /** The revision of each stream as it was at a position. */
  async revisions(streams: readonly string[], recorded: Position): Promise<ReadonlyMap<string, number>> {
    const rows = await this.query<{ stream: string; revision: number }>(
      `select stream, count(*)::int - 1 as revision from ${this.schema}.originals
        where stream = any($1) and ordinal <= $2 group by stream`,
      [streams, recorded],
    );
    return new Map(rows.map(({ stream, revision }) => [stream, revision]));
  }
}

/** Gives questions the register to read, each in one piece. */
@Injectable()
export class Snapshots {
  constructor(private readonly pool: Pool) {}

  take<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    return inTransaction(
      this.pool,
      async (client) => work(new Snapshot(client, (await checkpointOf(client, REGISTER)) ?? BEFORE_ALL)),
      'snapshot',
    );
  }
}

const nothing: Register = {
  acts: [],
  claims: [],
  links: [],
  operations: [],
  incidents: [],
  identifiers: [],
  identities: [],
  judgements: [],
  series: [],
  actors: [],
  sources: [],
  protections: [],
};

/** A register of these families alone. */
export const registerWith = (some: Partial<Register>): Register => ({ ...nothing, ...some });
