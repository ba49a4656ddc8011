import * as fc from 'fast-check';
import { cursorOf, keysIn, nextLink } from './cursor.js';
import { InvalidCursor } from './problems/request-errors.js';

describe('a cursor', () => {
  it('gives back the keys it was made of, in any script', () => {
    const keys = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.constant(null)));
    fc.assert(fc.property(keys, (all) => expect(keysIn('/api/x', cursorOf('/api/x', all), all.length)).toEqual(all)));
  });

  it('is of no use in another list', () => {
    expect(() => keysIn('/api/incidents?grade=weak', cursorOf('/api/incidents', ['a']), 1)).toThrow(InvalidCursor);
  });

  it('is refused when any of its signs was changed', () => {
    const cursor = cursorOf('/api/x', ['2022-02-03', 7]);
    for (let at = 0; at < cursor.length; at += 1) {
      const forged = `${cursor.slice(0, at)}${cursor[at] === 'A' ? 'B' : 'A'}${cursor.slice(at + 1)}`;
      expect(() => keysIn('/api/x', forged, 2)).toThrow(InvalidCursor);
    }
  });

  it.each(['', 'x', '%%%', 'W10'])('is refused when it is %j', (cursor) => {
    expect(() => keysIn('/api/x', cursor, 0)).toThrow(InvalidCursor);
  });

  it('is refused with another number of keys than the list sorts by', () => {
    expect(() => keysIn('/api/x', cursorOf('/api/x', ['a']), 2)).toThrow(InvalidCursor);
  });

  it('takes the place of the one before in the link to the next page', () => {
    expect(nextLink('/api/x?limit=2&cursor=old&q=%D8%A3', 'new')).toBe(
      '</api/x?limit=2&cursor=new&q=%D8%A3>; rel="next"',
    );
  });
});
