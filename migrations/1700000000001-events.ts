import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log: streams, events, the functions that append, and the refusal of everything else.
 *
 * Payloads are `json`, not `jsonb`: the log gives back what it was given, key order and all, and is never searched by
 * payload; taking `json` in costs a syntax check where `jsonb` costs a conversion.
 */
export class Events1700000000001 implements MigrationInterface {
  readonly name = 'Events1700000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [streams, positions, events, refuse, refuseChanges, appendOne, appendMany])
      await queryRunner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('The log is never dropped. Delete the database yourself if that is what you mean.');
  }
}

const streams = `
create table streams (
  stream text collate "C" primary key,
  revision integer not null
)`;

// A larger cache would hand out positions that were drawn long before they are used, behind the fence's back.
const positions = `create sequence events_position as bigint cache 1`;

const events = `
create table events (
  position bigint not null default nextval('events_position') primary key,
  stream text collate "C" not null,
  revision integer not null,
  event_id uuid not null,
  type text collate "C" not null,
  category text collate "C" not null generated always as (split_part(stream, '-', 1)) stored,
  data json not null,
  metadata json not null,
  constraint events_event_id unique (event_id),
  constraint events_stream_revision unique (stream, revision)
)`;

const refuse = `
create function refuse_change_of_events() returns trigger language plpgsql as $$
begin
  raise exception 'The log is append-only: % of events is refused.', tg_op using errcode = 'insufficient_privilege';
end $$`;

const refuseChanges = `
create trigger events_are_append_only before update or delete or truncate on events
  for each statement execute function refuse_change_of_events();
alter table events enable always trigger events_are_append_only`;

interface AppendFunction {
  readonly name: string;
  readonly parameters: string;
  /** How many events, which ids, and the same ids with their places. */
  readonly added: string;
  readonly isGiven: string;
  readonly given: string;
  /** Inserts the events up to `at_revision` and sets `at_position` to the last one's. */
  readonly insert: string;
}

/*
 * The stream row is locked before a position is drawn, so that within a stream positions follow revisions. Positions are
 * drawn by the INSERT into events alone, which holds its table lock from before the draw until after the commit is
 * visible: that lock is what the reader's fence waits for.
 */
const append = ({ name, parameters, added, isGiven, given, insert }: AppendFunction) => `
create function ${name}(
  in p_stream text, in p_expected integer, ${parameters},
  out outcome text, out at_revision integer, out at_position bigint, out reused uuid
) language plpgsql as $$
declare
  current integer;
  created boolean := false;
begin
  if current_setting('synchronous_commit') <> 'on' then
    perform set_config('synchronous_commit', 'on', true);
  end if;

  if p_expected is null then
    insert into streams (stream, revision) values (p_stream, ${added} - 1) on conflict do nothing;
    created := found;
  end if;
  if not created then
    select s.revision into current from streams s where s.stream = p_stream for update;
  end if;

  select e.event_id into reused from events e where ${isGiven} limit 1;
  if found then
    select max(e.revision), max(e.position) into at_revision, at_position
      from ${given} join events e on e.event_id = given.id and e.stream = p_stream
      having count(*) = ${added} and max(e.revision - given.place) = min(e.revision - given.place);
    outcome := case when found then 'repeated' else 'reused' end;
    if created then
      delete from streams s where s.stream = p_stream;
    end if;
    return;
  end if;

  if not created and p_expected is distinct from current then
    outcome := 'unexpected';
    at_revision := current;
    return;
  end if;

  outcome := 'appended';
  at_revision := coalesce(current, -1) + ${added};
  if not created then
    update streams s set revision = at_revision where s.stream = p_stream;
  end if;
  ${insert}
end $$`;

const appendMany = append({
  name: 'append_events',
  parameters: 'in p_ids uuid[], in p_types text[], in p_data json[], in p_metadata json[]',
  added: 'cardinality(p_ids)',
  isGiven: 'e.event_id = any (p_ids)',
  given: 'unnest(p_ids) with ordinality as given (id, place)',
  insert: `
  with appended as (
    insert into events (stream, revision, event_id, type, data, metadata)
    select p_stream, at_revision - cardinality(p_ids) + given.place, given.id, given.type, given.data, given.metadata
      from unnest(p_ids, p_types, p_data, p_metadata) with ordinality as given (id, type, data, metadata, place)
      order by given.place
    returning position
  )
  select max(a.position) into at_position from appended a;`,
});

/** One event is the usual append, and more than a third faster without the machinery for sets. */
const appendOne = append({
  name: 'append_event',
  parameters: 'in p_id uuid, in p_type text, in p_data json, in p_metadata json',
  added: '1',
  isGiven: 'e.event_id = p_id',
  given: '(values (p_id, 1)) as given (id, place)',
  insert: `
  insert into events (stream, revision, event_id, type, data, metadata)
  values (p_stream, at_revision, p_id, p_type, p_data, p_metadata)
  returning position into at_position;`,
});
