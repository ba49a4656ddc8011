import { EventStore } from '../event-store/event-store.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { interruptible, withRegister } from './register.js';
import { say, type Terminal } from './terminal.js';

export interface TailOptions {
  /** Go on after this position; otherwise from the beginning. */
  readonly after?: string;
  /** Go on with what comes, instead of ending at the end of the log. */
  readonly follow?: boolean;
  readonly json?: boolean;
}

/** `sijil events tail`: what is in the log, a line for each event. Protected things are in it too: it is for those who run the register. */
export function tailEvents(
  { after = null, follow, json }: { after?: string | null } & Omit<TailOptions, 'after'>,
  terminal: Terminal,
): Promise<ExitCode> {
  return interruptible((signal) =>
    withRegister(async (app) => {
      const done = new AbortController();
      const stops = [signal, done.signal, ...(terminal.unread ? [terminal.unread] : [])];
      try {
        for await (const message of app.get(EventStore).subscribe({ after, signal: AbortSignal.any(stops) })) {
          if (message.kind === 'caught-up' && !follow) break;
          if (message.kind !== 'event') continue;
          const { event } = message;
          const line = `${event.position}  ${event.metadata['recordedAt'] ?? ''}  ${event.type}  ${event.stream}`;
          say(terminal, json ? JSON.stringify(event) : line);
        }
      } catch (error) {
        if (terminal.unread?.aborted !== true) throw error;
      }
      done.abort();
      return EXIT.ok;
    }),
  );
}
