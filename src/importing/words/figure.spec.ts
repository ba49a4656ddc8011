import * as fc from 'fast-check';
import { about, atLeast, atMost, between, exactly, moreThan, none, some } from '../../domain/values/figure.js';
import { figureIn } from './figure.js';

describe('figures in words', () => {
  it.each([
    ['13', exactly(13)],
    ['exactly 13', exactly(13)],
    ['at least 13', atLeast(13)],
    ['13 or more', atLeast(13)],
    ['more than 10', moreThan(10)],
    ['at most 5', atMost(5)],
    ['up to 5', atMost(5)],
    ['9–13', between(9, 13)],
    ['9-13', between(9, 13)],
    ['9 to 13', between(9, 13)],
    ['between 9 and 13', between(9, 13)],
    ['about 50', about(50)],
    ['some', some],
    ['none', none],
    ['1,984', exactly(1984)],
    ['١٣', exactly(13)],
    ['at least ٦', atLeast(6)],
  ])('%j is understood', (words, figure) => expect(figureIn(words)).toEqual(figure));

  it('keeps what sources publish although it is impossible', () => {
    expect(figureIn('-73,043')).toEqual(exactly(-73043));
    expect(figureIn('13–9')).toEqual(between(13, 9));
  });

  it.each(['', 'dozens', 'at least', '1,98', '13.5', '1 984', 'at least 13 people', '99999999999999999999'])(
    '%j is no figure',
    (words) => expect(figureIn(words)).toBeUndefined(),
  );

  it('never mistakes one number for another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (n) => {
        expect(figureIn(String(n))).toEqual(exactly(n));
        expect(figureIn(n.toLocaleString('en-US'))).toEqual(exactly(n));
        expect(figureIn(`at least ${n}`)).toEqual(atLeast(n));
        expect(figureIn(n.toLocaleString('ar-EG', { useGrouping: false }))).toEqual(exactly(n));
      }),
    );
  });
});
