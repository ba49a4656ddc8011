import { backOff, pauseAfter } from './back-off.js';

describe('the pause before another attempt', () => {
  it.each([
    [0, 50],
    [1, 100],
    [4, 800],
    [7, 5_000],
    [2_000, 5_000],
  ])('after %i failures is at most %i ms, and at least half of that', (failures, longest) => {
    for (let turn = 0; turn < 50; turn += 1) {
      const pause = pauseAfter(failures);
      expect(pause).toBeGreaterThanOrEqual(longest / 2);
      expect(pause).toBeLessThanOrEqual(longest);
    }
  });

  it('differs from one to the next, so that those who failed together do not come back together', () => {
    expect(new Set(Array.from({ length: 20 }, () => pauseAfter(3))).size).toBeGreaterThan(1);
  });

  it('ends when the signal aborts, before or meanwhile', async () => {
    const stop = new AbortController();
    const waiting = backOff(9, stop.signal);
    stop.abort();
    // Waited out, these would take 7.5 seconds at least.
    await waiting;
    await backOff(9, stop.signal);
    await backOff(9, stop.signal);
  }, 5_000);
});
