import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresFailed } from './errors.js';

interface Asking {
  readonly within: number;
  readonly every?: number;
  /** What to say when the time is up: a sentence, or an error that is made then. */
  readonly otherwise: string | (() => Promise<Error>);
}

/** Asks again and again, until an answer comes or the time is up. */
export async function untilAnswered<T>(
  ask: () => Promise<T | null>,
  { within, every = 10, otherwise }: Asking,
): Promise<T> {
  const end = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > end)
      throw typeof otherwise === 'string' ? new EmbeddedPostgresFailed(otherwise) : await otherwise();
    await sleep(every);
  }
}
