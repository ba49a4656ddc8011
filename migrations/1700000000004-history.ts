import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The history: every event once, with what it names. */
export class History1700000000004 implements MigrationInterface {
  readonly name = 'History1700000000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop schema history cascade');
  }
}

const word = 'text collate "C"';
const words = 'text[] collate "C"';

const statements = [
  'create schema history',

  `create table history.events (
  position ${word} primary key,
  event_id uuid not null,
  stream ${word} not null,
  revision integer not null,
  category ${word} not null,
  type ${word} not null,
  schema_version integer not null,
  recorded_at timestamptz,
  recorded_at_text text not null,
  recorded_by text not null,
  correlation_id text not null,
  causation_id text not null,
  traceparent text,
  batch_id text,
  incidents ${words} not null,
  actors ${words} not null,
  sources ${words} not null,
  series ${words} not null,
  data json not null
)`,
  'create unique index events_by_id on history.events (event_id)',
  'create unique index events_by_stream on history.events (stream, revision)',
  'create index events_by_type on history.events (type, position)',
  'create index events_by_time on history.events (recorded_at)',
  `create index events_by_incident on history.events using gin (incidents) where incidents <> '{}'`,
  `create index events_by_actor on history.events using gin (actors) where actors <> '{}'`,
  `create index events_by_source on history.events using gin (sources) where sources <> '{}'`,
  `create index events_by_series on history.events using gin (series) where series <> '{}'`,
];
