import { streamNameFilter, type KurrentDBClient, type Position } from '@kurrent/kurrentdb-client';
import { anEvent } from './an-act.js';
import { CLIENTS, type Target } from './append.js';
import { PAGE } from './read.js';
import { rateOf } from './rounds.js';

/** The same client of KurrentDB with nothing around it: the same events, the same expectations, the same pages. */
export class RawKurrent {
  constructor(
    private readonly client: KurrentDBClient,
    private readonly prefix: string,
  ) {}

  appends(target: Target, seconds: number): Promise<number> {
    return rateOf(CLIENTS, seconds, async (client) => {
      const { stream, expected } = target(client);
      const { eventId: id, type, data, metadata } = anEvent();
      await this.client.appendToStream(
        this.prefix + stream,
        { contentType: 'application/json', id, type, data: { ...data }, metadata: { ...metadata } },
        { streamState: expected === 'none' ? 'no_stream' : BigInt(expected), requiresLeader: true },
      );
      return 1;
    });
  }

  /** From the place on to the end of the log, and again. */
  reads(from: Position, seconds: number): Promise<number> {
    const filter = streamNameFilter({ prefixes: [`${this.prefix}statement-`, `${this.prefix}incident-`] });
    let fromPosition = from;
    return rateOf(1, seconds, async () => {
      let count = 0;
      const page = { fromPosition, maxCount: PAGE, filter, resolveLinkTos: false, requiresLeader: true };
      for await (const { event } of this.client.readAll(page)) {
        count += 1;
        fromPosition = event?.position ?? fromPosition;
      }
      if (count < PAGE) fromPosition = from;
      return count;
    });
  }
}
