import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../migrations/index.js';

export const APPLICATION_NAME = 'sijil';

export interface DataSourceChoices {
  readonly entities?: DataSourceOptions['entities'];
  readonly migrations?: DataSourceOptions['migrations'];
  readonly poolSize?: number;
}

/** How TypeORM reaches the database: our migrations alone change its schema. */
export function dataSourceOptions(url: string, choices: DataSourceChoices = {}): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    applicationName: APPLICATION_NAME,
    entities: choices.entities ?? [],
    migrations: choices.migrations ?? migrations,
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    poolSize: choices.poolSize ?? 10,
    logging: false,
  };
}

export function createDataSource(url: string, choices: DataSourceChoices = {}): DataSource {
  return new DataSource(dataSourceOptions(url, choices));
}
