import { StoreUnavailable } from '../errors.js';

/** What the promise comes to, or {@link StoreUnavailable} when it takes too long: the client waits for some answers for ever. */
export async function within<T>(ms: number, doing: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable(`KurrentDB did not answer within ${ms} ms (${doing}).`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
