export { databaseConnection, type DatabaseConnection, type DatabaseSettings } from './connection.js';
export { createPool, openDatabase, type Database } from './database.js';
export { createDataSource, dataSourceOptions, type DataSourceChoices } from './data-source.js';
export { hasRegister } from './embedded-postgres/index.js';
export { DatabaseUnreachable, DatabaseUnsuitable, withoutPassword } from './errors.js';
export { migrate, MigrationLockBusy, pendingMigrations, underMigrationLock } from './migrate.js';
export { refuseUnsuitable, serverFacts, type ServerFacts } from './server-check.js';
