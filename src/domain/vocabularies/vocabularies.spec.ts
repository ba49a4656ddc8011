import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as exported from './index.js';
import { placePrecision, protectionLevel, vocabularies } from './index.js';

const named = vocabularies.map((vocabulary) => [vocabulary.name, vocabulary] as const);

function repeated(values: readonly string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) !== at);
}

describe('the list of vocabularies', () => {
  it('has one vocabulary for each file of this folder', () => {
    const files = readdirSync(dirname(fileURLToPath(import.meta.url))).filter(
      (file) => file.endsWith('.ts') && !['index.ts', 'vocabulary.ts', 'vocabularies.spec.ts'].includes(file),
    );

    expect(vocabularies).toHaveLength(files.length);
  });

  it('gives no two vocabularies the same name', () => {
    expect(repeated(vocabularies.map(({ name }) => name))).toEqual([]);
  });
});

describe.each(named)('the vocabulary %s', (name, vocabulary) => {
  it('is exported under its own name', () => {
    expect(new Map<string, unknown>(Object.entries(exported)).get(name)).toBe(vocabulary);
  });

  it('has a whole version number, from 1 on', () => {
    expect(Number.isInteger(vocabulary.version) && vocabulary.version >= 1).toBe(true);
  });

  it('has codes, in lower case without spaces', () => {
    expect(vocabulary.codes.length).toBeGreaterThan(0);
    expect(vocabulary.codes.filter((code) => !/^[a-z0-9_]+$/.test(code))).toEqual([]);
  });

  it('calls every code something in English', () => {
    const unnamed = vocabulary.codes.filter((code) => !/^[A-Z][\x20-\x7e]+$/.test(vocabulary.labels[code]?.en ?? ''));

    expect(unnamed).toEqual([]);
  });

  it('calls every code something in Arabic script', () => {
    const unnamed = vocabulary.codes.filter((code) => {
      const label = vocabulary.labels[code]?.ar ?? '';
      return !/\p{Script=Arabic}/u.test(label) || /\p{Script=Latin}/u.test(label);
    });

    expect(unnamed).toEqual([]);
  });

  it('calls no two codes the same in either language', () => {
    const labels = Object.values(vocabulary.labels);

    expect(repeated(labels.map(({ en }) => en))).toEqual([]);
    expect(repeated(labels.map(({ ar }) => ar))).toEqual([]);
  });
});

describe('codes whose order means something', () => {
  it('lists the precision of a place best first', () => {
    expect(placePrecision.codes).toEqual([
      'within_1m',
      'exact_location',
      'within_100m',
      'nearby_landmark',
      'street',
      'neighbourhood_area',
      'village',
      'town',
      'city',
      'subdistrict',
      'district',
      'province_governorate',
      'country',
      'unknown',
    ]);
  });

  it('lists protection levels from the most open to the most closed', () => {
    expect(protectionLevel.codes).toEqual(['public', 'restricted', 'confidential']);
  });
});
