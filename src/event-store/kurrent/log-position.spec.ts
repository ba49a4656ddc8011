import fc from 'fast-check';
import { MalformedPosition } from '../errors.js';
import { logPositionOf, positionOf } from './log-position.js';

const place = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n });
const places = fc.record({ commit: place, prepare: place });

describe('a position in KurrentDB', () => {
  it('is text of one width that means the same when it is read again', () => {
    fc.assert(
      fc.property(places, (at) => {
        expect(positionOf(at)).toHaveLength(39);
        expect(logPositionOf(positionOf(at))).toEqual(at);
      }),
    );
  });

  it('sorts as text like its commit and then its prepare position', () => {
    fc.assert(
      fc.property(places, places, (one, other) => {
        const before = one.commit < other.commit || (one.commit === other.commit && one.prepare < other.prepare);
        expect(positionOf(one) < positionOf(other)).toBe(before);
      }),
    );
  });

  it.each(['', '0000000000000000007', `${'9'.repeat(19)}-${'0'.repeat(19)}`, `${'0'.repeat(19)}-${'9'.repeat(19)}`])(
    'is refused when it is %j',
    (position) => {
      expect(() => logPositionOf(position)).toThrow(MalformedPosition);
    },
  );
});
