import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CATEGORIES } from '../../../domain/streams.js';
import { problemPage } from '../problem-pages.js';
import { problemTexts } from './index.js';

const SOURCE = new URL('../../..', import.meta.url).pathname;
/** Every file that can refuse something: whatever names a DomainError or makes a problem. */
const refusing = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .map((name) => ({ name, text: readFileSync(join(SOURCE, name), 'utf8') }))
  .filter(({ text }) => /\bDomainError\b/.test(text));

const matches = (pattern: RegExp) =>
  refusing.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, code]) => code!));
const fixed = [...matches(/\bcode(?:: string)? = '([^']+)'/g), ...matches(/\bcode: '([^']+)'/g)];
const patterns = [...new Set(matches(/\bcode: (`[^`]+`)/g))];
const askedFor = matches(/new NotInRegister\('([a-z]+)'/g);

const all = new Set([
  ...fixed,
  ...CATEGORIES.map((category) => `${category}-unknown`),
  ...[...CATEGORIES, 'identifier', 'vocabulary', ...askedFor].map((kind) => `unknown-${kind}`),
]);

describe('the texts of problems', () => {
  it('know every way in which a code is made', () => {
    expect(fixed.length).toBeGreaterThan(50);
    expect(patterns.sort()).toEqual(['`${Category}-unknown`', '`unknown-${string}`']);
  });

  it('are there for every code that the service can answer', () => {
    expect([...all].filter((code) => !problemTexts.has(code))).toEqual([]);
  });

  it('are there for no other', () => {
    expect([...problemTexts.keys()].filter((code) => !all.has(code))).toEqual([]);
  });

  it.each([...problemTexts])('tell %s in English and in Arabic, each in its own script and direction', (code, text) => {
    expect(text.en.title).toMatch(/^["A-Z]/);
    for (const part of [text.en.title, text.en.explanation]) expect(part).not.toMatch(/\p{Script=Arabic}/u);
    for (const part of [text.ar.title, text.ar.explanation]) expect(part).toMatch(/\p{Script=Arabic}/u);
    const page = problemPage(code, text);
    expect(page).toMatch(/<section lang="en" dir="ltr">[^]*<section lang="ar" dir="rtl">/);
    expect(page).not.toContain('<script');
  });

  it('are not the same for two codes', () => {
    for (const language of ['en', 'ar'] as const) {
      const titles = [...problemTexts].map(([code, text]) => [text[language].title, code] as const);
      expect(titles.filter(([title], n) => titles.findIndex(([one]) => one === title) !== n)).toEqual([]);
    }
  });
});
