import { Injectable, Module, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import pg from 'pg';
import { Log } from '../access/withhold/log.js';
import { EventStore } from '../event-store/event-store.js';
import { projections } from '../projections/index.js';
import { FactsReader, PostgresFactsReader } from '../projections/register/index.js';
import { Projector } from './projector.js';
import { refuseAnotherLog } from './same-log.js';
import type { Stop } from './stop.js';

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

/** Where it stopped is told by the position alone: the name of a stream may be of what is protected. */
function tellOfStop(projection: string, { event }: Stop, error: Error): void {
  const at = event === null ? '' : ` before ${event.position}`;
  new Log('projector').error(`The ${projection} has stopped${at}; "sijil doctor" says more`, error);
}

/** Keeps the read models, and reads the register. The log and the pool are the application's. */
@Module({
  providers: [
    {
      provide: Projector,
      useFactory: (store: EventStore, pool: pg.Pool) =>
        new Projector(store, pool, projections, {
          allowed: () => refuseAnotherLog(store, pool, projections),
          onStop: tellOfStop,
        }),
      inject: [EventStore, pg.Pool],
    },
    { provide: FactsReader, useFactory: (pool: pg.Pool) => new PostgresFactsReader(pool), inject: [pg.Pool] },
    ProjectorLifecycle,
  ],
  exports: [Projector, FactsReader],
})
export class ProjectorModule {}
