import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { Log } from '../access/withhold/log.js';
import { EventStore } from '../event-store/event-store.js';
import { Vault } from '../vault/vault.js';
import { sweepErasures } from './erasure-sweep.js';

const MINUTE = 60_000;

/** Looks at the start, and every minute, that what was erased is gone from the vault. */
@Injectable()
export class SweepsErasures implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Log('erasures');
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly log: EventStore,
    private readonly vault: Vault,
    private readonly pool: Pool,
  ) {}

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
      const emptied = await sweepErasures(this.log, this.vault, this.pool, this.stopping.signal);
      if (emptied > 0)
        this.logger.warn(`${emptied} passages that were erased still had their words; they have none now`);
    } catch (error) {
      if (!this.stopping.signal.aborted)
        this.logger.warn('Erasures could not be looked after, which is tried again', error);
    }
  }
}
