import type pg from 'pg';
import type { Instant, Position } from '../../domain/envelope.js';
import { checkpointOf } from '../../projector/checkpoints.js';
import type { ProjectedPage } from '../../projector/projection.js';
import { column, type Table } from '../../projector/table.js';
import { timestamp } from '../../projector/timestamp.js';
import { writeRows } from '../../projector/write-rows.js';

/** An event that was recorded later than all before it, and the event before it. */
interface Tick {
  readonly recordedHigh: Instant;
  readonly position: Position;
  readonly previous: Position | null;
}

export const clock = {
  name: 'clock',
  key: ['recordedHigh'],
  columns: {
    recordedHigh: column('timestamptz', ({ recordedHigh }: Tick) => recordedHigh),
    position: column('text', ({ position }: Tick) => position),
    previous: column('text', ({ previous }: Tick) => previous),
  },
} as const satisfies Table<Tick>;

/** Before every event: no row is known from here or earlier. */
export const BEFORE_ALL: Position = '';

/** Writes the page's ticks: where in the log the running maximum of `recordedAt` rises. */
export async function tick(client: pg.ClientBase, schema: string, { after, events }: ProjectedPage): Promise<void> {
  const { rows } = await client.query<{ high: Date }>(
    `select recorded_high as high from ${schema}.clock order by recorded_high desc limit 1`,
  );
  let high = rows[0]?.high.getTime() ?? -Infinity;
  let previous = after;
  const ticks: Tick[] = [];
  for (const { recordedAt, position } of events) {
    const recordedHigh = timestamp(recordedAt);
    if (recordedHigh !== null && Date.parse(recordedHigh) > high) {
      high = Date.parse(recordedHigh);
      ticks.push({ recordedHigh, position, previous });
    }
    previous = position;
  }
  await writeRows(client, schema, clock, ticks);
}

/**
 * The end of the longest prefix of the log in which everything was recorded at or before an instant; {@link BEFORE_ALL} when
 * that prefix is empty. Never after what the register accounts for.
 */
export async function positionAt(client: pg.ClientBase, schema: string, at: Instant): Promise<Position> {
  const { rows } = await client.query<{ previous: Position | null }>(
    `select previous from ${schema}.clock where recorded_high > $1 order by recorded_high limit 1`,
    [new Date(at).toISOString()],
  );
  const [later] = rows;
  return (later ? later.previous : await checkpointOf(client, schema)) ?? BEFORE_ALL;
}
