import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Verbatim words, outside the log so that they can be erased; an erased row keeps only that it was, when and why. */
export class Vault1700000000002 implements MigrationInterface {
  readonly name = 'Vault1700000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create schema vault');
    await queryRunner.query(passages);
  }

  down(): Promise<void> {
    throw new Error('The vault is never dropped. Delete the database yourself if that is what you mean.');
  }
}

const passages = `
create table vault.passages (
  id uuid primary key,
  lang text not null,
  value text,
  translations jsonb,
  salt bytea,
  hash text not null,
  created_at timestamptz not null default now(),
  erased_at timestamptz,
  erased_reason text,
  constraint passages_kept_or_erased check (
    case when erased_at is null
      then value is not null and salt is not null and erased_reason is null
      else value is null and translations is null and salt is null and erased_reason is not null
    end
  )
)`;
