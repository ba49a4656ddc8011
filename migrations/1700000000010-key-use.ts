import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a key was last used, and which one it took the place of. */
export class KeyUse1700000000010 implements MigrationInterface {
  readonly name = 'KeyUse1700000000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
alter table access.api_keys
  add column last_used_at timestamptz,
  add column replaces uuid unique references access.api_keys (id)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table access.api_keys drop column last_used_at, drop column replaces');
  }
}
