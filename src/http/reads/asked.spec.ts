import { askedIn } from './asked.js';

const takes = { paging: true, own: ['kind'] };
const asked = (query: Record<string, unknown>, path = '/api/claims') => askedIn(path, query, 'reader', takes);

describe('what is asked', () => {
  it('is refused where a parameter is not known: a misspelling must not answer another question', () => {
    expect(() => asked({ claimedasof: '2022-02-03' })).toThrow('no query parameter claimedasof');
    expect(() => askedIn('/api/incidents/x', { limit: '1' }, 'reader', { paging: false, own: [] })).toThrow('limit');
  });

  it('is refused where one is given twice', () => {
    expect(() => asked({ kind: ['count', 'grade'] })).toThrow('kind must be given once');
  });

  it('names its list by all that shapes it, in whatever order it was said', () => {
    const list = asked({ kind: 'count', claimedAsOf: '2022-02-03' }).list;
    expect(asked({ claimedAsOf: '2022-02-03', kind: 'count', limit: '5', after: '0001' }).list).toBe(list);
    expect(asked({ kind: 'grade', claimedAsOf: '2022-02-03' }).list).not.toBe(list);
    expect(asked({ kind: 'count', claimedAsOf: '2022-02-03' }, '/api/incidents').list).not.toBe(list);
  });

  it('knows whether a page was asked for', () => {
    expect([asked({}).paged, asked({ limit: '5' }).paged]).toEqual([false, true]);
    expect(asked({ kind: '' }).own).toEqual({});
  });
});
