import { DatabaseError } from 'pg';
import type pg from 'pg';
import { ask } from './ask.js';
import { Gathering } from './gathering.js';

/** What `append_event` takes, in its order. */
export type SingleAppend = readonly [
  stream: string,
  expected: number | null,
  id: string,
  type: string,
  data: string,
  metadata: string,
];

// Selected as one value: to take the result apart in SQL, the server would first write it to a table of its own.
const ONE = { name: 'sijil-append-event', text: 'select append_event($1, $2, $3, $4, $5, $6)::text' };

/** Nobody else is kept waiting for a stream that somebody holds: the group is then given up, and each goes by itself. */
const SEVERAL = {
  name: 'sijil-append-each-event',
  text: `with patience as materialized (select set_config('lock_timeout', '100ms', true))
         select append_event(stream, expected, id, type, data, metadata)::text, place::integer
           from patience, unnest($1::text[], $2::integer[], $3::uuid[], $4::text[], $5::json[], $6::json[])
                with ordinality as given (stream, expected, id, type, data, metadata, place)`,
};

/** Appends of one event each; those made at the same moment share a transaction, and so the wait for the disk. */
export class SingleAppends {
  private readonly appends: Gathering<SingleAppend, string>;

  constructor(private readonly pool: pg.Pool) {
    this.appends = new Gathering((appends) => this.appendAll(appends));
  }

  /** The outcome as the database's function says it. */
  outcome(append: SingleAppend): Promise<string> {
    return this.appends.ask(append);
  }

  private async appendAll(appends: readonly SingleAppend[]): Promise<readonly (string | Promise<string>)[]> {
    if (appends.length === 1) return [this.alone(appends[0]!)];
    try {
      return await this.together(appends);
    } catch (error) {
      // Nothing of the group went in. Where the connection was lost nobody knows, and each is told so.
      if (error instanceof DatabaseError) return appends.map((append) => this.alone(append));
      throw error;
    }
  }

  private async alone(append: SingleAppend): Promise<string> {
    const [row] = await ask<readonly [string]>(this.pool, ONE, append);
    return row![0];
  }

  private async together(appends: readonly SingleAppend[]): Promise<readonly string[]> {
    // All groups lock streams in the same order, so that none waits for one that waits for it.
    const inOrder = appends.map((append, place) => ({ append, place })).sort((a, b) => byStream(a.append, b.append));
    const column = (index: number) => inOrder.map(({ append }) => append[index]);
    const rows = await ask<readonly [string, number]>(this.pool, SEVERAL, [0, 1, 2, 3, 4, 5].map(column));
    const outcomes: string[] = [];
    for (const [outcome, at] of rows) outcomes[inOrder[at - 1]!.place] = outcome;
    return outcomes;
  }
}

const byStream = ([one]: SingleAppend, [other]: SingleAppend): number => (one < other ? -1 : one > other ? 1 : 0);
