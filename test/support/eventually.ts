import { setTimeout as sleep } from 'node:timers/promises';

/** Tries until it no longer throws, and gives up with its last error. */
export async function eventually<T>(attempt: () => T | Promise<T>, withinMs = 10_000): Promise<T> {
  for (const end = performance.now() + withinMs; ; await sleep(10)) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() >= end) throw error;
    }
  }
}
