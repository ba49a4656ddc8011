import { CATEGORIES } from '../domain/streams.js';
import type { EventStore } from './event-store.js';
import { openKurrentEventStore } from './kurrent/open.js';
import { PostgresEventStore } from './postgres/postgres-event-store.js';

/** Where a log is: in a KurrentDB, under a prefix of its streams if it has one, or in the tables of a PostgreSQL. */
export type LogPlace =
  { readonly kurrentUrl: string; readonly kurrentPrefix: string } | { readonly databaseUrl: string };

/** Opens a log where it is. The one place that chooses an adapter. */
export async function openEventStore(place: LogPlace): Promise<EventStore> {
  return 'kurrentUrl' in place
    ? openKurrentEventStore(place.kurrentUrl, { categories: CATEGORIES, prefix: place.kurrentPrefix })
    : new PostgresEventStore({ connectionString: place.databaseUrl });
}
