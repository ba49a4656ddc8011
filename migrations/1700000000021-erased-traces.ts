import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what erased words are told when they are sent again; null for those that were erased before. */
export class ErasedTraces1700000000021 implements MigrationInterface {
  readonly name = 'ErasedTraces1700000000021';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table vault.passages add column trace text,
        add constraint passages_trace_of_erased check (trace is null or erased_at is not null)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table vault.passages drop column trace');
  }
}
