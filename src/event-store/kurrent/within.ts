import { StoreUnavailable } from '../errors.js';

/** The server is silent, or needs longer than it was given. */
export class AnswerLate extends StoreUnavailable {}

/** What the promise comes to, or {@link AnswerLate} when it takes too long: the client waits for some answers for ever. */
export async function within<T>(ms: number, doing: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AnswerLate(`KurrentDB did not answer within ${ms} ms (${doing}).`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
