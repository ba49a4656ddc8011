import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { StoreUnavailable } from '../../src/event-store/errors.js';
import type { EventStore } from '../../src/event-store/event-store.js';
import { newEvents } from '../contract/a-new-event.js';
import type { Ledger } from './ledger.js';
import type { Chance } from './random.js';

/** Appends in transactions that stay open for a while, a third of which come to nothing; begins anew when its connection is cut. */
export async function writeByHand(url: string, ledger: Ledger, chance: Chance, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    let committing: string | null = null;
    try {
      await client.connect();
      while (!stop.aborted) {
        const id = randomUUID();
        await client.query('begin');
        await client.query("select append_event($1, null, $2, 'StatementIssued', '{}', '{}')", [`statement-${id}`, id]);
        await pause(chance.next() < 0.05 ? chance.between(0, 80) : chance.between(0, 6));
        if (chance.next() < 1 / 3) {
          ledger.rolledBack.push(id);
          await client.query('rollback');
        } else {
          committing = id;
          await client.query('commit');
          ledger.acknowledged.push(id);
          committing = null;
        }
        await pause(chance.between(0, 4));
      }
    } catch {
      if (committing) ledger.unknownOutcomes += 1;
      await pause(20);
    }
    await client.end().catch(() => undefined);
  }
}

/** Appends to a stream of its own through the port, and repeats what was not acknowledged until it is. */
export async function writeThroughPort(
  store: () => EventStore,
  ledger: Ledger,
  chance: Chance,
  stop: AbortSignal,
): Promise<void> {
  const stream = `report-${randomUUID()}`;
  for (let revision = -1; !stop.aborted;) {
    const events = newEvents(1 + Math.floor(chance.between(0, 4)));
    for (let acknowledged = false; !acknowledged;) {
      try {
        const result = await store().append(stream, revision < 0 ? 'none' : revision, events);
        if (result.revision !== revision + events.length)
          ledger.unexpected.push(`${stream} went to ${result.revision}`);
        revision = result.revision;
        acknowledged = true;
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) {
          ledger.unexpected.push(`append: ${String(error)}`);
          return;
        }
        ledger.unknownOutcomes += 1;
        await pause(30);
      }
    }
    ledger.acknowledged.push(...events.map(({ eventId }) => eventId));
    await pause(chance.between(0, 10));
  }
}
