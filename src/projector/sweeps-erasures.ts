import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { Log } from '../access/withhold/log.js';
import { EventStore } from '../event-store/event-store.js';
import { Vault } from '../vault/vault.js';
import { ErasureSweep } from './erasure-sweep.js';

const MINUTE = 60_000;
const WAY_OUT = '"sijil doctor" says why; a release that can read it empties the passage when it starts.';

/** Looks at the start, and every minute, that what was erased is gone from the vault. */
@Injectable()
export class SweepsErasures implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Log('erasures');
  private readonly stopping = new AbortController();
  private readonly erasures: ErasureSweep;
  private running: Promise<void> | undefined;

  constructor(log: EventStore, vault: Vault, pool: Pool) {
    this.erasures = new ErasureSweep(log, vault, pool);
  }

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.sweep();
      await sleep(MINUTE, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  private async sweep(): Promise<void> {
    try {
      const emptied = await this.erasures.run(this.stopping.signal);
      if (emptied > 0)
        this.logger.warn(`${emptied} passages that were erased still had their words; they have none now`);
      // Every time, as long as it is so: somebody was promised that these words are gone.
      for (const { position } of this.erasures.unread)
        this.logger.warn(`The erasure at ${position} cannot be read: its passage may still have its words. ${WAY_OUT}`);
    } catch (error) {
      if (!this.stopping.signal.aborted)
        this.logger.warn('Erasures could not be looked after, which is tried again', error);
    }
  }
}
