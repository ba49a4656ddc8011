import { StoreUnavailable } from '../errors.js';
import type { KurrentClient } from './client.js';

const FAILURES = 3;

/**
 * The client in use. It reconnects by itself, but what it once learnt of a server, a failure to answer included, it may
 * remember for good: after several failures running it is replaced.
 */
export class Connection {
  /** Grows whenever the server, or its log, may be another than before. What was learnt in an earlier one counts no more. */
  era = 0;
  private client: KurrentClient;
  private failures = 0;
  private closed = false;

  constructor(private readonly connect: () => KurrentClient) {
    this.client = connect();
  }

  get current(): KurrentClient {
    return this.client;
  }

  async use<T>(work: (client: KurrentClient) => Promise<T>): Promise<T> {
    if (this.closed) throw new StoreUnavailable('The log is closed.');
    const { client } = this;
    try {
      const result = await work(client);
      this.failures = 0;
      return result;
    } catch (error) {
      if (error instanceof StoreUnavailable && client === this.client) this.failed();
      throw error;
    }
  }

  /** Somebody lost touch with the server, and begins with it anew. */
  beginAnew(): void {
    this.era += 1;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client.dispose();
  }

  private failed(): void {
    this.failures += 1;
    if (this.failures < FAILURES || this.closed) return;
    const useless = this.client;
    this.client = this.connect();
    this.failures = 0;
    this.beginAnew();
    void useless.dispose().catch(() => undefined);
  }
}
