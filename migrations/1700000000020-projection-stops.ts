import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a projection cannot go on, and at which event: for whoever looks from another process. */
export class ProjectionStops1700000000020 implements MigrationInterface {
  readonly name = 'ProjectionStops1700000000020';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table projector.checkpoints add column stopped json');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table projector.checkpoints drop column stopped');
  }
}
