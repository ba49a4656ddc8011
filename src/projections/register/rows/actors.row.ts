import type { ActorRow } from '../../../domain/register/rows.js';
import { entityOf } from '../../../projector/entity-of.js';
import { column, type Table } from '../../../projector/table.js';
import { entryColumns, ROW_KEY, type KeptRow } from './kept-row.js';

/** Actors: their registration and every amendment. */
export const actors = {
  name: 'actors',
  key: ROW_KEY,
  columns: {
    ...entryColumns<ActorRow>(),
    actor: column('text', ({ row }: KeptRow<ActorRow>) => row.data.actorId),
    /** Those it is part or a member of, at any time. */
    greater: column('text[]', ({ row: { data } }: KeptRow<ActorRow>) =>
      [...(data.partOf ?? []), ...(data.memberOf ?? [])].map(({ actor }) => actor),
    ),
  },
} as const satisfies Table<KeptRow<ActorRow>>;

export const ActorEntity = entityOf('register', actors);
