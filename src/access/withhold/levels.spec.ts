import { ROLES } from '../roles.js';
import { highest, readableBy } from './levels.js';

describe('levels of protection', () => {
  it('let each role see at least what the one before it may', () => {
    expect(ROLES.map(readableBy)).toEqual([
      'public',
      'public',
      'restricted',
      'restricted',
      'confidential',
      'confidential',
    ]);
  });

  it('add up to the highest, and nothing is public', () => {
    expect(highest(['restricted', 'confidential', 'public'])).toBe('confidential');
    expect(highest([])).toBe('public');
  });
});
