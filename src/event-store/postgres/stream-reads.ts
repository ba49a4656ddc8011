import type pg from 'pg';
import { ask } from './ask.js';
import { Gathering } from './gathering.js';
import { STORED_COLUMNS } from './stored-rows.js';
import type { StoredRow } from './stored-rows.js';

export interface StreamPage {
  readonly stream: string;
  /** The revision it begins with. */
  readonly from: number;
}

/** How many events one page of a stream holds at most. */
export const STREAM_PAGE = 500;

const ONE = {
  name: 'sijil-stream',
  text: `select ${STORED_COLUMNS} from events where stream = $1 and revision >= $2 order by revision limit $3`,
};

const SEVERAL = {
  name: 'sijil-streams',
  text: `select page.*, wanted.place::integer
           from unnest($1::text[], $2::integer[]) with ordinality as wanted (stream, revision, place)
          cross join lateral (
            select ${STORED_COLUMNS} from events where stream = wanted.stream and revision >= wanted.revision
             order by revision limit $3
          ) page
          order by wanted.place, page.revision`,
};

/** A page's rows; further columns may follow those of a stored row. */
type StreamRows = readonly (StoredRow | PlacedRow)[];
type PlacedRow = readonly [...StoredRow, place: number];

/** Pages of streams; those wanted at the same moment are fetched together. */
export class StreamReads {
  private readonly pages: Gathering<StreamPage, StreamRows>;

  constructor(private readonly pool: pg.Pool) {
    this.pages = new Gathering((wanted) => this.fetch(wanted));
  }

  page(wanted: StreamPage): Promise<StreamRows> {
    return this.pages.ask(wanted);
  }

  private async fetch(wanted: readonly StreamPage[]): Promise<readonly StreamRows[]> {
    const [first, ...others] = wanted;
    if (first && others.length === 0) {
      return [await ask<StoredRow>(this.pool, ONE, [first.stream, first.from, STREAM_PAGE])];
    }
    const columns = [wanted.map(({ stream }) => stream), wanted.map(({ from }) => from)];
    const rows = await ask<PlacedRow>(this.pool, SEVERAL, [...columns, STREAM_PAGE]);
    const pages = wanted.map((): PlacedRow[] => []);
    for (const row of rows) pages[row[7] - 1]!.push(row);
    return pages;
  }
}
