import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ApiKeys, KEY_CHANGES } from './api-keys.js';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Hears from other processes which keys have ended, so that this one stops trusting them at once. While it cannot hear, what is
 * trusted ends by itself within two seconds; when it hears again, it trusts nothing that it knew before.
 */
export class KeyNews {
  private readonly closing = new AbortController();
  private client: pg.Client | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly config: pg.ClientConfig,
    private readonly keys: ApiKeys,
  ) {}

  start(): void {
    this.running ??= this.keepListening();
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.client?.end().catch(() => undefined);
    await this.running;
  }

  private async keepListening(): Promise<void> {
    const { signal } = this.closing;
    for (let failures = 0; !signal.aborted; failures += 1) {
      if (await this.listenUntilLost()) failures = 0;
      const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  /** False when it never came to listening. */
  private async listenUntilLost(): Promise<boolean> {
    const client = new pg.Client({ ...this.config, application_name: 'sijil key changes', keepAlive: true });
    const lost = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
    });
    client.on('notification', ({ payload }) => this.keys.forget(payload || null));
    this.client = client;
    try {
      await client.connect();
      await client.query(`listen ${KEY_CHANGES}`);
      this.keys.forget(null);
      if (!this.closing.signal.aborted) await lost;
      return true;
    } catch {
      return false;
    } finally {
      this.client = null;
      await client.end().catch(() => undefined);
    }
  }
}
