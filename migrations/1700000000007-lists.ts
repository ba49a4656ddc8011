import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists go through the register in the order of the log: a place in it gives nothing away, an id might. */
export class Lists1700000000007 implements MigrationInterface {
  readonly name = 'Lists1700000000007';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of LISTED) {
      await queryRunner.query(`create index ${table}_by_ordinal on register.${table} (ordinal)`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of LISTED) await queryRunner.query(`drop index register.${table}_by_ordinal`);
  }
}

const LISTED = ['acts', 'operations', 'incidents', 'series', 'actors', 'sources'];
