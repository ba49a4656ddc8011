import { derivedEntities } from './rows/derived.js';
import { familyEntities } from './rows/index.js';

/** Everything of the register that TypeORM may read. */
export const registerEntities = [...familyEntities, ...derivedEntities];
