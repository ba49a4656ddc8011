import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may ask (API keys), and which writes were already answered (idempotency keys). */
export class Access1700000000006 implements MigrationInterface {
  readonly name = 'Access1700000000006';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [schema, apiKeys, idempotencyKeys, byAge]) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop schema access cascade');
  }
}

const schema = 'create schema access';

// Revoked keys stay: whether a key ever existed decides about the first one.
const apiKeys = `
create table access.api_keys (
  id uuid primary key,
  prefix text collate "C" not null unique,
  hash bytea not null check (length(hash) = 32),
  principal text not null,
  role text not null check (role in ('subscriber', 'reader', 'recorder', 'reviewer', 'admin')),
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz
)`;

// An answer holds ids and places in the log, never what was sent.
const idempotencyKeys = `
create table access.idempotency_keys (
  principal text not null,
  key text not null,
  request bytea not null,
  lease uuid,
  leased_until timestamptz,
  status integer,
  answer json,
  created_at timestamptz not null default now(),
  primary key (principal, key)
)`;

const byAge = 'create index idempotency_keys_age on access.idempotency_keys (created_at)';
