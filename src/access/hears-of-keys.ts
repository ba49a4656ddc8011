import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { KeyNews } from './key-news.js';

/** Listens for as long as the application runs. */
@Injectable()
export class HearsOfKeys implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(private readonly news: KeyNews) {}

  onApplicationBootstrap(): void {
    this.news.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.news.close();
  }
}
