import { hasAlready, weakEtag } from './etag.js';

const answered = { position: '0001', url: '/api/incidents?limit=1', role: 'reader' } as const;

describe('the ETag of an answer', () => {
  it('is the same for the same question at the same position', () => {
    expect(weakEtag(answered)).toBe(weakEtag({ ...answered }));
  });

  it.each([
    ['the model moved', { position: '0002' }],
    ['something else is asked', { url: '/api/incidents?limit=2' }],
    ['somebody asks who may see more', { role: 'reviewer' as const }],
  ])('is another when %s', (_, change) => {
    expect(weakEtag({ ...answered, ...change })).not.toBe(weakEtag(answered));
  });

  it('is found in If-None-Match, alone or in a list, weak or not', () => {
    const etag = weakEtag(answered);
    expect(hasAlready(`"x", ${etag}`, etag)).toBe(true);
    expect(hasAlready(etag.slice(2), etag)).toBe(true);
    expect(hasAlready('*', etag)).toBe(true);
    expect(hasAlready('W/"x"', etag)).toBe(false);
    expect(hasAlready(undefined, etag)).toBe(false);
  });
});
