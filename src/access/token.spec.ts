import { newToken, readToken, sameHash } from './token.js';

describe('an API key', () => {
  it('carries 256 random bits and reads back as itself', () => {
    const token = newToken();
    expect(Buffer.from(token.text.slice('sijil_'.length + 13), 'base64url')).toHaveLength(32);
    expect(readToken(token.text)).toEqual(token);
    expect(newToken().text).not.toBe(token.text);
  });

  it('is another key when one sign differs', () => {
    const { text, hash } = newToken();
    const other = readToken(text.slice(0, -1) + (text.endsWith('A') ? 'E' : 'A'));
    expect(other && sameHash(other.hash, hash)).toBe(false);
  });

  it.each(['', 'sijil', 'sijil_abc_def', 'Bearer x', `sijil_${'g'.repeat(12)}_${'a'.repeat(43)}`])(
    'is not %j',
    (text) => {
      expect(readToken(text)).toBeNull();
    },
  );
});
