import { Injectable, Module, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import pg from 'pg';
import { EventStore } from '../event-store/event-store.js';
import { projections } from '../projections/index.js';
import { FactsReader, PostgresFactsReader } from '../projections/register/index.js';
import { Projector } from './projector.js';

/** Starts the projector with the application, and stops it before what it works with is closed. */
@Injectable()
export class ProjectorLifecycle implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(private readonly projector: Projector) {}

  onApplicationBootstrap(): void {
    this.projector.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.projector.stop();
  }
}

/** Keeps the read models, and reads the register. The log and the pool are the application's. */
@Module({
  providers: [
    {
      provide: Projector,
      useFactory: (store: EventStore, pool: pg.Pool) => new Projector(store, pool, projections),
      inject: [EventStore, pg.Pool],
    },
    { provide: FactsReader, useFactory: (pool: pg.Pool) => new PostgresFactsReader(pool), inject: [pg.Pool] },
    ProjectorLifecycle,
  ],
  exports: [Projector, FactsReader],
})
export class ProjectorModule {}
