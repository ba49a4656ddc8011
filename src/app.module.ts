import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { AccessGuard, PublicReading } from './access/access.guard.js';
import { ApiKeys } from './access/api-keys.js';
import { DeclaredAccess } from './access/declared-access.js';
import { HearsOfKeys } from './access/hears-of-keys.js';
import { KeyNews } from './access/key-news.js';
import { commandHandlers } from './commands/index.js';
import { DecisionLog } from './commands/decision-log.js';
import { RecordedDecisionLog } from './commands/recorded-decision-log.js';
import { commandControllers } from './commands/routes/index.js';
import { EventStore } from './event-store/event-store.js';
import { HealthController } from './http/health/health.controller.js';
import { Readiness } from './http/health/readiness.js';
import { ForgetsOldKeys } from './http/idempotency/forgets-old-keys.js';
import { IdempotencyKeys } from './http/idempotency/idempotency-keys.js';
import { KeysController } from './http/keys/keys.controller.js';
import { OpenApiController } from './http/open-api/open-api.controller.js';
import { OpenApi } from './http/open-api/open-api.js';
import { ProblemsController } from './http/problems/problems.controller.js';
import { CountedDecisionLog } from './metrics/counted-decision-log.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { Metrics } from './metrics/metrics.js';
import { ProjectorModule } from './projector/projector.module.js';
import { SweepsErasures } from './projector/sweeps-erasures.js';
import { QueriesModule } from './queries/queries.module.js';
import type { Resources } from './resources.js';
import { PostgresVault } from './vault/postgres-vault.js';
import { Vault } from './vault/vault.js';

/** What answers questions, one module each. */
const queryModules: readonly Type[] = [QueriesModule];

/** What everything else asks for by its class: the log, the vault, the database. */
@Module({})
class ResourcesModule {
  static of({ config, database, log }: Resources): DynamicModule {
    const providers: Provider[] = [
      { provide: Pool, useValue: database.pool },
      { provide: DataSource, useValue: database.dataSource },
      { provide: EventStore, useValue: log },
      { provide: Vault, useValue: new PostgresVault(database.pool) },
      { provide: Metrics, useFactory: () => new Metrics() },
      {
        provide: DecisionLog,
        useFactory: (vault: Vault, metrics: Metrics) =>
          new CountedDecisionLog(new RecordedDecisionLog(log, vault, () => metrics.lostRace()), metrics),
        inject: [Vault, Metrics],
      },
      { provide: ApiKeys, useFactory: () => new ApiKeys(database.pool) },
      {
        provide: KeyNews,
        useFactory: (keys: ApiKeys) => new KeyNews({ connectionString: database.url }, keys),
        inject: [ApiKeys],
      },
      { provide: IdempotencyKeys, useValue: new IdempotencyKeys(database.pool) },
      { provide: PublicReading, useValue: { allowed: config.publicRead } },
    ];
    return {
      module: ResourcesModule,
      global: true,
      providers,
      exports: providers.map((one) => (one as { provide: Type }).provide),
    };
  }
}

/** The service over its resources: with HTTP, or without it for the command line. */
@Module({})
export class AppModule {
  static over(resources: Resources): DynamicModule {
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot(), DiscoveryModule, ResourcesModule.of(resources), ProjectorModule, ...queryModules],
      controllers: [
        ...commandControllers,
        HealthController,
        OpenApiController,
        ProblemsController,
        KeysController,
        MetricsController,
      ],
      providers: [
        ...commandHandlers,
        OpenApi,
        Readiness,
        DeclaredAccess,
        ForgetsOldKeys,
        HearsOfKeys,
        SweepsErasures,
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
    };
  }
}
