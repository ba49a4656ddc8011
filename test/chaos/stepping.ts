import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { EventStore, Position, StoredEvent } from '../../src/event-store/event-store.js';

/** An append by another process whose transaction is still open: its position is drawn, its event unseen. */
export async function openWrite(writer: Client, stream: string): Promise<string> {
  const id = randomUUID();
  await writer.query('begin');
  await writer.query("select append_event($1, null, $2, 'StatementIssued', '{}', '{}')", [stream, id]);
  return id;
}

/** What a subscription has told so far. */
export interface Told {
  readonly events: StoredEvent[];
  readonly ids: readonly string[];
  stop(): Promise<void>;
}

export function told(store: EventStore, after: Position | null = null): Told {
  const stopping = new AbortController();
  const events: StoredEvent[] = [];
  const ended = (async () => {
    for await (const message of store.subscribe({ after, signal: stopping.signal })) {
      if (message.kind === 'event') events.push(message.event);
    }
  })();
  return {
    events,
    get ids() {
      return events.map(({ eventId }) => eventId);
    },
    stop: () => (stopping.abort(), ended),
  };
}

/** A door that whoever comes to it waits at until it is opened. */
export class Gate {
  private open = (): void => undefined;
  private arrived = (): void => undefined;
  private readonly opened = new Promise<void>((resolve) => (this.open = resolve));
  readonly reached = new Promise<void>((resolve) => (this.arrived = resolve));

  async pass(): Promise<void> {
    this.arrived();
    await this.opened;
  }

  letThrough(): void {
    this.open();
  }
}
