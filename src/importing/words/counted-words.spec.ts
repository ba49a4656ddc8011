import { category } from '../../domain/vocabularies/category.js';
import { countedName, countedWords } from './counted-words.js';

describe('who is counted, in words', () => {
  it.each([
    ['people', { category: 'person' }],
    ['civilians', { category: 'person', status: 'civilian' }],
    ['civilian person', { category: 'person', status: 'civilian' }],
    ['combatant person', { category: 'person', status: 'combatant' }],
    ['civilian children', { category: 'child', status: 'civilian' }],
    ['child', { category: 'child' }],
    ['medical facilities', { category: 'facility_medical' }],
    ['cluster attacks', { category: 'event', means: ['cluster'] }],
    ['barrel bomb attacks', { category: 'event', means: ['barrel_bomb'] }],
    ['healthcare personnel', { category: 'healthcare_personnel' }],
  ])('%j', (heading, counted) => expect(countedWords(heading)).toEqual(counted));

  it('knows every category by its own name', () => {
    for (const code of category.codes) expect(countedWords(code)).toEqual({ category: code });
  });

  it('guesses what was meant', () => {
    expect(countedWords('childs')).toEqual({ unknown: expect.stringContaining('Did you mean "child') });
    expect(countedWords('civilian combatants')).toHaveProperty('unknown');
  });

  it('names a figure by what it counts and not by what it says', () => {
    expect(
      countedName({ measure: 'killed', category: 'facility_school', status: 'unknown', subgroup: 'outside' }),
    ).toBe('killed-unknown-facility-school-outside');
  });
});
