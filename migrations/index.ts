import { Events1700000000001 } from './1700000000001-events.js';
import { Vault1700000000002 } from './1700000000002-vault.js';
import { Register1700000000003 } from './1700000000003-register.js';
import { History1700000000004 } from './1700000000004-history.js';
import { Projector1700000000005 } from './1700000000005-projector.js';
import { Access1700000000006 } from './1700000000006-access.js';
import { Lists1700000000007 } from './1700000000007-lists.js';
import { KeyUse1700000000010 } from './1700000000010-key-use.js';
import { ProjectionStops1700000000020 } from './1700000000020-projection-stops.js';
import { ErasedTraces1700000000021 } from './1700000000021-erased-traces.js';

/** Every change of the schema, oldest first. One that was released is never edited: the next change is a new one. */
export const migrations = [
  Events1700000000001,
  Vault1700000000002,
  Register1700000000003,
  History1700000000004,
  Projector1700000000005,
  Access1700000000006,
  Lists1700000000007,
  KeyUse1700000000010,
  ProjectionStops1700000000020,
  ErasedTraces1700000000021,
];
