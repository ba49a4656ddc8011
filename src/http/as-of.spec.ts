import { asOfIn, instantOf, pageIn } from './as-of.js';
import { InvalidQuery } from './problems/request-errors.js';

describe('a question about the past', () => {
  it('without bounds is about now', () => {
    expect(asOfIn({})).toEqual({ claimed: null, recorded: null, zone: null, after: null });
  });

  it('takes instants with an offset, also where the "+" came as a space', () => {
    const { claimed } = asOfIn({ claimedAsOf: '2022-02-04T00:00 02:00' });
    expect(claimed && instantOf(claimed, null)).toBe('2022-02-03T22:00:00Z');
  });

  it('takes a date as its end, in the zone asked for', () => {
    const { claimed, zone } = asOfIn({ claimedAsOf: '2022-02-03', zone: 'Asia/Damascus' });
    expect(claimed && instantOf(claimed, zone)).toBe('2022-02-03T22:00:00Z');
  });

  it('ends a day at its local midnight also where that day has 23 hours', () => {
    expect(instantOf({ kind: 'date', date: '2022-03-27' }, 'Europe/Berlin')).toBe('2022-03-27T22:00:00Z');
  });

  it('ends a date in UTC where no zone is known', () => {
    expect(instantOf({ kind: 'date', date: '2022-02-03' }, null)).toBe('2022-02-04T00:00:00Z');
  });

  it('takes a position on the recorded clock', () => {
    const position = '0000000000000000042';
    expect(asOfIn({ recordedAsOf: position }).recorded).toEqual({ kind: 'position', position });
  });

  it.each([
    ['claimedAsOf', '2022-02-31'],
    ['claimedAsOf', '2022-02-03T22:00'],
    ['claimedAsOf', 'yesterday'],
    ['claimedAsOf', '9999-12-31'],
    ['claimedAsOf', '0000-01-01'],
    ['recordedAsOf', '9999-12-31T23:59-14:00'],
    ['claimedAsOf', '2022-02-03T25:00Z'],
    ['recordedAsOf', '2022-13-01'],
    ['recordedAsOf', "1' or '1'='1"],
    ['zone', 'Atlantis/Capital'],
    ['after', '../..'],
    ['claimedAsOf', ['2022-02-03', '2022-02-04']],
  ])('refuses %s=%j by name', (parameter, value) => {
    expect(() => asOfIn({ [parameter]: value })).toThrow(InvalidQuery);
    expect(() => asOfIn({ [parameter]: value })).toThrow(parameter);
  });
});

describe('a page', () => {
  it('has 50 rows unless somebody asks for more or fewer', () => {
    expect(pageIn({})).toEqual({ limit: 50, cursor: null });
    expect(pageIn({ limit: '200', cursor: 'abc' })).toEqual({ limit: 200, cursor: 'abc' });
  });

  it.each(['0', '201', '-1', '1.5', 'all', '1e2'])('cannot have %s rows', (limit) => {
    expect(() => pageIn({ limit })).toThrow(InvalidQuery);
  });
});
