import type pg from 'pg';
import type { Position } from '../../domain/envelope.js';
import type { EventType, SijilEvent } from '../../domain/events/index.js';
import type { Named } from '../../domain/events/named.js';
import { streamOf } from '../../domain/streams.js';
import { HISTORY } from '../../projections/history/index.js';

/** An event as the history keeps it, and the streams that it names. */
export interface HistoryRow {
  readonly event: SijilEvent;
  readonly named: readonly string[];
  /** Of a correction or withdrawal: what kind of entry it is about. */
  readonly targetType: EventType | null;
}

interface Kept extends Named {
  readonly [column: string]: unknown;
  readonly targetType: EventType | null;
}

const EVENT = `e.position, e.event_id as "eventId", e.stream, e.revision, e.type, e.schema_version as "schemaVersion",
  e.recorded_at_text as "recordedAt", e.recorded_by as "recordedBy", e.correlation_id as "correlationId",
  e.causation_id as "causationId", e.traceparent, e.batch_id as "batchId", e.data`;

const NAMED = 'e.incidents, e.actors, e.sources, e.series';

/** Which part of the history: events that name one of these incidents or lie in one of these streams. */
export interface HistoryAsked {
  readonly incidents: readonly string[];
  readonly streams: readonly string[];
  readonly after: Position;
  readonly until: Position;
  readonly limit: number;
}

export async function historyRows(
  pool: pg.Pool,
  { incidents, streams, after, until, limit }: HistoryAsked,
): Promise<readonly HistoryRow[]> {
  const { rows } = await pool.query<Kept>(
    `select ${EVENT}, ${NAMED}, t.type as "targetType"
       from ${HISTORY}.events e
       left join ${HISTORY}.events t
         on e.type in ('EntryCorrected', 'EntryWithdrawn') and t.event_id::text = e.data->>'target'
      where ((e.incidents && $1 and e.incidents <> '{}') or e.stream = any($2)) and e.position > $3 and e.position <= $4 order by e.position limit $5`,
    [incidents, streams, after, until, limit],
  );
  return rows.map(({ incidents: inc, actors, sources, series, targetType, ...event }) => ({
    event: withoutNulls(event) as unknown as SijilEvent,
    named: namedStreams({ incidents: inc, actors, sources, series }),
    targetType,
  }));
}

/** Everything that these streams ever named. */
export async function everNamed(
  pool: pg.Pool,
  streams: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await pool.query<Named & { stream: string }>(
    `select e.stream, ${NAMED} from ${HISTORY}.events e where e.stream = any($1)`,
    [streams],
  );
  const named = new Map<string, string[]>();
  for (const { stream, ...row } of rows) named.set(stream, [...(named.get(stream) ?? []), ...namedStreams(row)]);
  return named;
}

const namedStreams = ({ incidents, actors, sources, series }: Named): readonly string[] => [
  ...incidents.map((id) => streamOf('incident', id)),
  ...actors.map((id) => streamOf('actor', id)),
  ...sources.map((id) => streamOf('source', id)),
  ...series.map((id) => streamOf('series', id)),
];

const withoutNulls = (row: object): object =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
