import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The register: rows on both clocks, a table for each family, and what is derived from them for lists.
 *
 * Every key begins with the stream, because rows are read, and ended, by stream. Payloads are `json`: they are given back as
 * they came and searched by the columns beside them.
 */
export class Register1700000000003 implements MigrationInterface {
  readonly name = 'Register1700000000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...rows, ...bookkeeping, ...derived]) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop schema register cascade');
  }
}

const word = 'text collate "C"';
const words = 'text[] collate "C"';

const row = `
  stream ${word} not null,
  event_id uuid not null,
  ordinal ${word} not null,
  known_from ${word} not null,
  known_until ${word},
  recorded_at text not null`;

const entries = (name: string, more = ''): string => `
create table register.${name} (${row},
  type ${word} not null,
  data json not null,${more}
  primary key (stream, ordinal, known_from)
)`;

const rows = [
  'create schema register',

  entries(
    'acts',
    `
  claimant ${word} not null,
  said_from timestamptz,
  said_to timestamptz,`,
  ),

  `create table register.claims (${row},
  row_no integer not null,
  ref ${word} not null,
  claimant ${word} not null,
  kind ${word} not null,
  key ${word} not null,
  said_from text not null,
  said_to text not null,
  said_from_at timestamptz,
  said_to_at timestamptz,
  named ${words} not null,
  claim json not null,
  primary key (stream, ordinal, known_from, row_no)
)`,
  'create index claims_by_claimant on register.claims (claimant, said_to_at)',
  'create index claims_by_time on register.claims (said_to_at)',
  `create index claims_by_named on register.claims using gin (named) where named <> '{}'`,

  `create table register.claim_subjects (
  subject ${word} not null,
  stream ${word} not null,
  ordinal ${word} not null,
  known_from ${word} not null,
  row_no integer not null,
  primary key (subject, stream, ordinal, known_from, row_no)
)`,

  entries('links', `from_ref ${word} not null, to_ref ${word} not null,`),
  'create index links_by_end on register.links (to_ref)',

  entries('operations', `incidents ${words} not null, operators ${words} not null,`),
  'create index operations_by_incident on register.operations using gin (incidents)',
  'create index operations_by_operator on register.operations using gin (operators)',

  entries(
    'incidents',
    `
  occurred_from timestamptz,
  occurred_to timestamptz,
  label json,
  areas ${words},`,
  ),
  'create index incidents_by_time on register.incidents (occurred_from)',

  entries('identifiers', `scheme ${word} not null, code ${word} not null,`),
  'create index identifiers_by_code on register.identifiers (code)',

  entries('identities', `others ${words} not null,`),
  'create index identities_by_other on register.identities using gin (others)',

  entries('judgements'),
  entries('series'),

  entries('actors', `actor ${word} not null, greater ${words} not null,`),
  'create index actors_by_greater on register.actors using gin (greater)',

  entries('sources'),
  entries('protections'),
];

const bookkeeping = [
  `create table register.originals (
  stream ${word} not null,
  event_id uuid not null,
  type ${word} not null,
  ordinal ${word} not null,
  primary key (stream, event_id)
)`,

  // Where the running maximum of recordedAt rises: both columns rise together.
  `create table register.clock (
  recorded_high timestamptz primary key,
  position ${word} not null,
  previous ${word}
)`,

  // Marks are only added and deleted, never changed: a page that marks a subject waits for nobody who is deriving it.
  `create table register.dirty_subjects (
  subject ${word} not null,
  marked ${word} not null,
  not_before timestamptz not null default now(),
  attempts integer not null default 0,
  error text,
  primary key (subject, marked)
)`,
];

// What stands now, replaced subject by subject.
const derived = [
  `create table register.standing_figures (
  subject ${word} not null,
  claim ${word} not null,
  key ${word} not null,
  slot ${word},
  line ${word} not null,
  claimant ${word} not null,
  party ${word} not null,
  said_to timestamptz,
  min numeric,
  max numeric,
  in_range boolean not null,
  figure json not null,
  primary key (subject, claim)
)`,
  'create index standing_figures_by_claimant on register.standing_figures (claimant)',

  `create table register.extremes (
  subject ${word} not null,
  key ${word} not null,
  slot ${word},
  party ${word} not null,
  party_to_the_harm boolean not null,
  low numeric,
  high numeric,
  open boolean not null,
  range json not null,
  primary key (subject, key, party)
)`,
  'create index extremes_by_party on register.extremes (party)',

  `create table register.open_findings (
  subject ${word} not null,
  id ${word} not null,
  rule ${word} not null,
  key ${word} not null,
  finding json not null,
  primary key (subject, id)
)`,
  'create index open_findings_by_rule on register.open_findings (rule, subject)',
];
