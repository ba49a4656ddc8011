import { languageIn } from './language.js';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'en'],
    ['ar', 'ar'],
    ['ar-SY,en;q=0.5', 'ar'],
    ['en-GB,ar;q=0.9', 'en'],
    ['fr, ar;q=0.2', 'ar'],
    ['ar;q=0', 'en'],
    ['en;q=0.1, AR;q=0.7', 'ar'],
    ['*', 'en'],
    ['; ,, q=;ar;q=9', 'en'],
    [['ar', 'en'], 'en'],
  ])('is, where %p is preferred, %s', (header, language) => {
    expect(languageIn(header)).toBe(language);
  });
});
