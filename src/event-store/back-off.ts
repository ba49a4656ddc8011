import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_MS = 50;
const LONGEST_MS = 5_000;

/** How long to wait after so many failures before the next attempt: doubling, bounded, with jitter. */
export function pauseAfter(failures: number, firstMs = FIRST_MS): number {
  return Math.min(LONGEST_MS, firstMs * 2 ** failures) * (0.5 + Math.random() / 2);
}

/** Waits that long, or until the signal aborts. */
export async function backOff(failures: number, signal?: AbortSignal, firstMs?: number): Promise<void> {
  await sleep(pauseAfter(failures, firstMs), undefined, signal && { signal }).catch(() => undefined);
}
