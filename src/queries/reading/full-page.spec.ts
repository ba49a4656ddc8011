import { fullPage, type Look } from './full-page.js';

const shown = (at: string): Look<string> => ({ item: at, keys: [at] });
const other = (at: string): Look<string> => ({ item: null, keys: [at] });
const kept = (at: string): Look<string> => ({ item: null, isKept: true, keys: [at], cost: 0 });

async function* from(looks: readonly Look<string>[]): AsyncGenerator<Look<string>> {
  yield* looks;
}
const page = (looks: readonly Look<string>[], limit = 2, most = 100) => fullPage(from(looks), limit, most);

describe('a page', () => {
  it('is full, however much is kept from the asker before and between', async () => {
    const looks = [kept('a'), shown('b'), ...Array.from({ length: 500 }, () => kept('c')), shown('d'), shown('e')];
    expect(await page(looks)).toEqual({ items: ['b', 'd'], next: ['d'], withheld: 501 });
  });

  it('is the last where nothing that may be shown comes after it', async () => {
    expect(await page([shown('a'), shown('b'), kept('c'), other('d')])).toEqual({
      items: ['a', 'b'],
      next: null,
      withheld: 1,
    });
    expect(await page([kept('a')])).toEqual({ items: [], next: null, withheld: 1 });
  });

  it('counts what is kept once, on the page whose end it lies before', async () => {
    expect(await page([shown('a'), shown('b'), kept('c'), shown('d')])).toMatchObject({ withheld: 0, next: ['b'] });
  });

  it('ends early after the most work, and goes on where it ended', async () => {
    const looks = [shown('a'), other('b'), other('c'), shown('d')];
    expect(await page(looks, 2, 3)).toEqual({ items: ['a'], next: ['c'], withheld: 0 });
    expect(await page(looks.slice(0, 3), 2, 3)).toEqual({ items: ['a'], next: null, withheld: 0 });
  });

  it('that is full already ends where it is full, though the most work was done since', async () => {
    expect(await page([shown('a'), shown('b'), other('c'), shown('d')], 2, 3)).toMatchObject({ next: ['b'] });
    expect(await page([shown('a'), shown('b'), other('c'), other('d'), shown('e')], 2, 3)).toMatchObject({
      next: ['b'],
    });
  });

  it('ends at the same place with and without what is kept, where that costs nothing', async () => {
    const looks = [other('a'), shown('b'), other('c'), other('d'), shown('e'), shown('f')];
    const mixed = looks.flatMap((look, index) => [kept(`kept ${index}`), look, kept(`more ${index}`)]);
    for (const most of [1, 2, 3, 4, 5, 100]) {
      const [{ items, next }, without] = [await page(mixed, 2, most), await page(looks, 2, most)];
      expect([most, items, next]).toEqual([most, without.items, without.next]);
    }
  });
});
