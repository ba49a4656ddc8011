import type { Position } from '../event-store.js';
import { KnownEnd } from './known-end.js';

const ALWAYS = Infinity;

let end: Position | null;
let looks: number;
const look = async () => {
  looks += 1;
  return end;
};
beforeEach(() => {
  end = '5';
  looks = 0;
});

describe('how far the log is known to have come', () => {
  it('is looked up once by all who ask at the same time, and not again while that is fresh', async () => {
    const known = new KnownEnd(look, ALWAYS);
    expect(await Promise.all([known.recent(), known.recent(), known.recent()])).toEqual(['5', '5', '5']);
    known.reached('7');
    expect(await known.recent()).toBe('7');
    known.reached('6');
    expect(await known.recent()).toBe('7');
    expect(looks).toBe(1);
  });

  it('is looked up again when it is too old', async () => {
    const known = new KnownEnd(look, -1);
    await known.recent();
    end = '8';
    expect(await known.recent()).toBe('8');
  });

  it('is doubted where something may have been written: what was asked before does not count, whenever it is answered', async () => {
    const known = new KnownEnd(look, ALWAYS);
    const asked = known.recent();
    known.doubt();
    await asked;
    known.reached('6');
    end = '9';
    expect(await known.recent()).toBe('9');
    expect(looks).toBe(2);
  });

  it('is no fresher for an event that is known to lie there: what others wrote may lie beyond', async () => {
    const known = new KnownEnd(look, ALWAYS);
    known.reached('7');
    end = '9';
    expect(await known.recent()).toBe('9');
  });

  it('is before everything in an empty log', async () => {
    end = null;
    const known = new KnownEnd(look, ALWAYS);
    expect('0' > (await known.recent())).toBe(true);
  });

  it('is looked up anew after a look that failed', async () => {
    let away = true;
    const known = new KnownEnd(async () => (away ? Promise.reject(new Error('away')) : '5'), ALWAYS);
    await expect(known.recent()).rejects.toThrow('away');
    away = false;
    expect(await known.recent()).toBe('5');
  });
});
