import { backOff } from '../back-off.js';
import type { EncodedAppend } from '../encoded-append.js';
import type { Expected, Position } from '../event-store.js';
import type { Appended, KurrentClient } from './client.js';
import type { Connection } from './connection.js';
import { HistoryIncomplete } from './errors.js';
import { isNotLeader, isOutOfTime, isWrongExpectation, storeError } from './failure.js';
import { positionOf } from './log-position.js';
import type { OurStreams } from './our-streams.js';
import { proposedEvents, sizeOnServer } from './proposed-events.js';
import { within } from './within.js';

const NEW_LEADER_ATTEMPTS = 3;

/** Where an append ended; null where the server does not say at which position. */
export interface Place {
  readonly revision: number;
  readonly position: Position | null;
}

/** Sends appends to the leader, whoever that is by now, and makes sense of what comes back. */
export class Sending {
  constructor(
    private readonly connection: Connection,
    private readonly ours: OurStreams,
    private readonly answerMs: number,
  ) {}

  /** Where it ended, or `unsettled` when only a look at the stream can tell. */
  async write(stream: string, expected: Expected, append: EncodedAppend, again: boolean): Promise<Place | 'unsettled'> {
    try {
      const { success, nextExpectedRevision, position } = await this.written(stream, expected, append);
      // Clients that are told not to throw give a wrong revision with the refusal.
      if (!success) return 'unsettled';
      const revision = (expected === 'none' ? -1 : expected) + append.ids.length;
      if (Number(nextExpectedRevision) !== revision) {
        throw new HistoryIncomplete(stream, revision, Number(nextExpectedRevision));
      }
      return { revision, position: position ? positionOf(position) : null };
    } catch (error) {
      if (isWrongExpectation(error)) return 'unsettled';
      // The server drops a repeated append without an answer while the first one is not settled, and expects another try.
      if (!again && isOutOfTime((error as Error).cause)) return 'unsettled';
      throw error;
    }
  }

  private async written(stream: string, expected: Expected, append: EncodedAppend): Promise<Appended> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.connection.use((client) => this.sent(client, stream, expected, append));
      } catch (error) {
        const { cause } = error as Error;
        if (!isNotLeader(cause) || attempt === NEW_LEADER_ATTEMPTS) throw error;
        // Nothing was written, and the client turns to the new leader.
        await backOff(attempt);
      }
    }
  }

  private async sent(client: KurrentClient, stream: string, expected: Expected, append: EncodedAppend) {
    try {
      const sending = client.appendToStream(this.ours.nameOnServer(stream), proposedEvents(append), {
        streamState: expected === 'none' ? 'no_stream' : BigInt(expected),
        requiresLeader: true,
        deadline: this.answerMs,
      });
      return await within(this.answerMs, `appending to ${stream}`, sending);
    } catch (error) {
      if (isWrongExpectation(error)) throw error;
      throw storeError(error, { stream, bytes: sizeOnServer(append) });
    }
  }
}
