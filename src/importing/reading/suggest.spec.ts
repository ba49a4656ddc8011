import { didYouMean, nearest } from './suggest.js';

it.each([
  ['kiled', 'killed'],
  ['souces', 'sources'],
  ['on_behalf_of', 'on behalf of'],
  ['siad', 'said'],
])('guesses what %j was meant to be', (typed, meant) => {
  expect(nearest(typed, ['killed', 'sources', 'on behalf of', 'said', 'seen'])).toBe(meant);
});

it('guesses nothing where nothing is near', () => {
  expect(didYouMean('perpetrator', ['killed', 'sources'])).toBe('');
});
