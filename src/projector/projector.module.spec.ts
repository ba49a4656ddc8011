import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import pg from 'pg';
import { append } from '../../test/support/appending.js';
import { aStatement, INCIDENT, killed } from '../../test/support/builders.js';
import { testDatabase, type TestDatabase } from '../../test/support/database.js';
import { eventually } from '../../test/support/eventually.js';
import { WORLD } from '../../test/support/world.js';
import { exactly } from '../domain/values/figure.js';
import { EventStore } from '../event-store/event-store.js';
import { PostgresEventStore } from '../event-store/postgres/postgres-event-store.js';
import { projectionEntities } from '../projections/index.js';
import { DirtySubjectEntity } from '../projections/register/rows/dirty-subjects.row.js';
import { FactsReader } from '../projections/register/index.js';
import { StandingFigureEntity } from '../projections/register/rows/standing-figures.row.js';
import { Projector } from './projector.js';
import { ProjectorModule } from './projector.module.js';

const HAPPENINGS = [...WORLD, aStatement({ claims: [killed('person', exactly(13))] })];

let database: TestDatabase;
let log: PostgresEventStore;

beforeEach(async () => {
  database = await testDatabase({ entities: projectionEntities });
  log = new PostgresEventStore({ connectionString: database.url });
});

afterEach(async () => {
  await log.close();
  await database.drop();
});

async function application() {
  @Global()
  @Module({
    providers: [
      { provide: pg.Pool, useValue: database.pool },
      { provide: EventStore, useValue: log },
    ],
    exports: [pg.Pool, EventStore],
  })
  class Resources {}
  const built = await Test.createTestingModule({ imports: [Resources, ProjectorModule] }).compile();
  return built.init();
}

describe('an application with the projector', () => {
  it('answers from the register what was appended to a PostgreSQL log, and derives what stands', async () => {
    const app = await application();
    try {
      await append(log, HAPPENINGS);
      const head = (await log.head())!;
      const projector = app.get(Projector);
      expect(await projector.reached('register', head, 10_000)).toBe(true);
      expect(await projector.reached('history', head, 10_000)).toBe(true);

      const found = await app.get(FactsReader).incident(INCIDENT);
      expect(found?.position).toBe(head);
      expect(found?.facts.claims).toHaveLength(1);
      await eventually(async () => {
        expect(await database.dataSource.getRepository(DirtySubjectEntity).count()).toBe(0);
        const figures = await database.dataSource.getRepository(StandingFigureEntity).find();
        expect(figures).toMatchObject([{ subject: `incident-${INCIDENT}`, min: '13', max: '13', inRange: true }]);
      });
    } finally {
      await app.close();
    }
  });

  it('stops it when it closes, and another application goes on where it was', async () => {
    const first = await application();
    await append(log, HAPPENINGS.slice(0, 3));
    expect(await first.get(Projector).reached('register', (await log.head())!, 10_000)).toBe(true);
    await first.close();
    expect(await first.get(Projector).status()).toMatchObject([{ state: 'idle' }, { state: 'idle' }]);

    await append(log, HAPPENINGS.slice(3), 3);
    const second = await application();
    try {
      expect(await second.get(Projector).reached('register', (await log.head())!, 10_000)).toBe(true);
      expect((await second.get(FactsReader).incident(INCIDENT))?.facts.claims).toHaveLength(1);
    } finally {
      await second.close();
    }
  });

  it('reads every table through TypeORM', async () => {
    for (const entity of projectionEntities) {
      expect(await database.dataSource.getRepository(entity as typeof StandingFigureEntity).find()).toEqual([]);
    }
  });
});
