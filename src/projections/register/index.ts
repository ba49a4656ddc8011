export { BEFORE_ALL } from './clock.js';
export { FactsReader, type FactsAt } from './facts-reader.js';
export { PostgresFactsReader } from './postgres-facts-reader.js';
export { REGISTER, RegisterProjection } from './register.projection.js';
export { registerEntities } from './entities.js';
