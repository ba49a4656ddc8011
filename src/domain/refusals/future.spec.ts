import { aCorrection, aGrading, anIncident, aReport, aStatement, at, onDay } from '../../../test/support/builders.js';
import { InTheFuture, notInTheFuture } from './future.js';

const NOW = '2022-02-03T12:00:00Z';
const LATER = at('2022-02-03T14:01:01+02:00'); // 61 seconds after NOW

const refusal = (check: () => void): unknown => {
  try {
    check();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('a time that has not come', () => {
  it.each([
    ['a statement issued', aStatement({ issuedAt: LATER }), '/issuedAt/from'],
    ['a report published', aReport({ publishedAt: LATER }), '/publishedAt/from'],
    ['a judgement made', aGrading('weak', { decidedAt: LATER }), '/decidedAt/from'],
    ['an incident that happened', anIncident({ occurred: LATER }), '/occurred/from'],
    [
      'a correction to such a time',
      aCorrection('statement-a01', 'x', aStatement({ issuedAt: LATER }).data),
      '/after/issuedAt/from',
    ],
  ])('is refused of %s', (_name, { data }, pointer) => {
    const error = refusal(() => notInTheFuture(data, NOW));

    expect(error).toBeInstanceOf(InTheFuture);
    expect(error).toMatchObject({ code: 'in-the-future', pointer });
  });

  it('is compared as an instant, whatever its offset', () => {
    const samePlace = at('2022-02-03T14:00:00+02:00');

    expect(refusal(() => notInTheFuture(aStatement({ issuedAt: samePlace }).data, NOW))).toBeUndefined();
  });

  it('is let pass within a minute, the skew of clocks', () => {
    const aMinuteLater = at('2022-02-03T12:01:00Z');

    expect(refusal(() => notInTheFuture(aStatement({ issuedAt: aMinuteLater }).data, NOW))).toBeUndefined();
  });

  it('is no matter when only the end of the interval has not come: the day is not over yet', () => {
    expect(refusal(() => notInTheFuture(aStatement({ issuedAt: onDay('2022-02-03') }).data, NOW))).toBeUndefined();
  });

  it('is recorded, to be flagged, of a period that a report says it covers', () => {
    const report = aReport({ publishedAt: at('2022-02-03T11:00:00Z'), coverage: onDay('2023-01-01') });

    expect(refusal(() => notInTheFuture(report.data, NOW))).toBeUndefined();
  });
});
