import type pg from 'pg';
import { CATEGORIES } from '../../domain/streams.js';
import type { ProjectedPage, Projection } from '../../projector/projection.js';
import { writeRows } from '../../projector/write-rows.js';
import { tick } from './clock.js';
import { deriveSome } from './derive-some.js';
import { earlierOriginals } from './earlier-originals.js';
import { endRows } from './end-rows.js';
import { markDirty } from './mark-dirty.js';
import { pageRows, type PageRows } from './page-rows.js';
import { claimSubjects, subjectsOf } from './rows/claim-subjects.row.js';
import { FAMILIES, familyTables } from './rows/index.js';
import { originals } from './rows/originals.row.js';
import { openedRows } from './touched-rows.js';

export const REGISTER = 'register';

/** Everything the events say, as rows on both clocks; and what stands now, for lists. Its tables are in the schema it is called. */
export class RegisterProjection implements Projection {
  readonly categories = CATEGORIES;

  constructor(readonly name: string = REGISTER) {}

  async write(page: ProjectedPage, transaction: pg.ClientBase): Promise<void> {
    const schema = this.name;
    const rows = pageRows(page.events, await earlierOriginals(transaction, schema, page.events));
    const ended = await endRows(transaction, schema, rows.ended);
    await this.insert(page, rows, transaction);
    await tick(transaction, schema, page);
    await markDirty(transaction, schema, [...ended, ...openedRows(rows)], page.until);
  }

  async lengths(streams: readonly string[], transaction: pg.ClientBase): Promise<ReadonlyMap<string, number>> {
    const { rows } = await transaction.query<{ stream: string; length: number }>(
      `select stream, count(*)::integer as length from ${this.name}.originals where stream = any($1) group by stream`,
      [streams],
    );
    return new Map(rows.map(({ stream, length }) => [stream, length]));
  }

  deriveSome(pool: pg.Pool): Promise<boolean> {
    return deriveSome(pool, this.name);
  }

  private async insert({ events }: ProjectedPage, { opened }: PageRows, transaction: pg.ClientBase): Promise<void> {
    const schema = this.name;
    for (const family of FAMILIES) {
      await writeRows<never>(transaction, schema, familyTables[family], opened[family] as readonly never[]);
    }
    const subjects = opened.claims.flatMap((of) => subjectsOf(of.row.claim).map((subject) => ({ subject, of })));
    await writeRows(transaction, schema, claimSubjects, subjects);
    await writeRows(transaction, schema, originals, events);
  }
}
