import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Log } from '../../access/withhold/log.js';
import { IdempotencyKeys } from './idempotency-keys.js';

const HOUR = 3_600_000;

/** Clears away idempotency keys that nobody will repeat any more, once an hour. */
@Injectable()
export class ForgetsOldKeys implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Log('idempotency');
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly keys: IdempotencyKeys) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.forget(), HOUR).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async forget(): Promise<void> {
    await this.keys.forgetOld().catch((error: unknown) => this.logger.warn('Old keys stay for now', error));
  }
}
