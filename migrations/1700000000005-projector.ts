import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each projection has come in the log. */
export class Projector1700000000005 implements MigrationInterface {
  readonly name = 'Projector1700000000005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create schema projector');
    await queryRunner.query(checkpoints);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop schema projector cascade');
  }
}

// The position is null until the first page. Every page updates the row, so that it is kept small and in place.
const checkpoints = `
create table projector.checkpoints (
  projection text collate "C" primary key,
  position text collate "C",
  moved_at timestamptz not null default now()
) with (fillfactor = 10)`;
