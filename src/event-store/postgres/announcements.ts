import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { ClientConfig } from 'pg';
import { pauseAfter } from '../back-off.js';
import type { Wake } from '../wake.js';

const CHANNEL = 'sijil_events';
const COALESCE_MS = 10;

/**
 * Tells other processes that the log has grown, and hears it from them. Announcing is a statement of its own after the
 * commit, at most one every few milliseconds: a NOTIFY inside the append's transaction would make all appends wait for
 * each other. An announcement may get lost with its connection; the readers' poll is behind it.
 */
export class Announcements {
  /** How often it began to listen again after it had lost its connection. */
  reconnections = 0;
  private client: Client | null = null;
  private started = false;
  private due = false;
  private sending = false;
  private readonly closing = new AbortController();
  private readonly config: ClientConfig;

  constructor(
    config: ClientConfig,
    private readonly wake: Wake,
  ) {
    // An announcement need not survive a crash, so it need not wait for the disk.
    const options = `${config.options ?? ''} -c synchronous_commit=off`;
    this.config = { ...config, options, application_name: 'sijil log announcements' };
  }

  /** Begins to listen, and goes on until closed. */
  start(): void {
    if (this.started) return;
    this.started = true;
    void this.keepListening();
  }

  announce(): void {
    this.due = true;
    this.start();
    void this.send();
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.client?.end().catch(() => undefined);
  }

  private async keepListening(): Promise<void> {
    for (let failures = 0; !this.closing.signal.aborted; failures += 1) {
      if (await this.listenUntilLost()) failures = 0;
      if (!this.closing.signal.aborted) this.reconnections += 1;
      await this.pause(pauseAfter(failures));
    }
  }

  /** False when it never came to listening. */
  private async listenUntilLost(): Promise<boolean> {
    const client = new Client(this.config);
    const lost = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
    });
    try {
      await client.connect();
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      client.on('notification', ({ processId }) => {
        // Our own appends have woken this process already.
        if (processId !== rows[0]?.pid) this.wake.call();
      });
      await client.query(`listen ${CHANNEL}`);
      if (this.closing.signal.aborted) return true;
      this.client = client;
      this.wake.call();
      void this.send();
      await lost;
      return true;
    } catch {
      return false;
    } finally {
      this.client = null;
      await client.end().catch(() => undefined);
    }
  }

  private async send(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    while (this.due && this.client) {
      this.due = false;
      try {
        await this.client.query(`notify ${CHANNEL}`);
      } catch {
        this.due = true;
        break;
      }
      await this.pause(COALESCE_MS);
    }
    this.sending = false;
  }

  private async pause(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.closing.signal }).catch(() => undefined);
  }
}
