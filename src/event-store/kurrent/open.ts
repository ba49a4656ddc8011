import { KurrentEventStore } from './kurrent-event-store.js';
import type { KurrentEventStoreOptions } from './options.js';

/** The log in the KurrentDB at this address. The client, which brings a native library, is loaded only here. */
export async function openKurrentEventStore(
  url: string,
  options: KurrentEventStoreOptions,
): Promise<KurrentEventStore> {
  const { KurrentDBClient } = await import('@kurrent/kurrentdb-client');
  return new KurrentEventStore(() => KurrentDBClient.connectionString(url), options);
}
