import { v7 as uuidv7 } from 'uuid';
import type { PassageText } from '../../src/domain/values/passage.js';
import { hashOf, newSalt } from '../../src/vault/hash.js';
import { areTheWords } from '../../src/vault/remembered.js';
import type { NewPassage, Vault } from '../../src/vault/vault.js';

const quote: PassageText = {
  lang: 'ar',
  value: 'انتشلنا جثامين الأطفال 🕊',
  translations: [{ lang: 'en', value: 'We recovered the bodies of the children', by: 'human' }],
};

function aPassage(text: PassageText = quote): NewPassage {
  const salt = newSalt();
  return { id: uuidv7(), text, salt, hash: hashOf(text, salt) };
}

/** What every vault does, whatever it keeps its words in. */
export function aVault(open: () => Vault): void {
  it('gives back the words it was given, translations and all', async () => {
    const plain: PassageText = { lang: 'en', value: 'a note\nof two lines' };
    const [first, second] = [aPassage(), aPassage(plain)];
    await open().put([first, second]);
    const words = await open().read([second.id, first.id]);
    expect(words.get(first.id)).toEqual(quote);
    expect(words.get(second.id)).toEqual(plain);
  });

  it('remembers by what the same words can be told, translations and all', async () => {
    const passage = aPassage();
    await open().put([passage]);
    const was = (await open().remembered([passage.id])).get(passage.id)!;
    expect(areTheWords(quote, was)).toBe(true);
    expect(areTheWords({ ...quote, value: 'other words' }, was)).toBe(false);
    expect(areTheWords({ lang: quote.lang, value: quote.value }, was)).toBe(false);
  });

  it('tells erased words when they come again, with or without translations and however they are spaced', async () => {
    const passage = aPassage();
    await open().put([passage]);
    await open().erase(passage.id, 'protection');
    const was = (await open().remembered([passage.id])).get(passage.id)!;
    expect(JSON.stringify(was)).not.toContain(quote.value);
    expect(was).not.toHaveProperty('salt');
    expect(areTheWords(quote, was)).toBe(true);
    expect(areTheWords({ lang: 'ar', value: ` ${quote.value.replace(' ', '\n ')} ` }, was)).toBe(true);
    expect(areTheWords({ ...quote, value: 'other words' }, was)).toBe(false);
  });

  it('says of an id it never held that the words are missing', async () => {
    const unknown = uuidv7();
    expect((await open().read([unknown])).get(unknown)).toEqual({ withheld: 'missing' });
    expect((await open().remembered([unknown])).size).toBe(0);
  });

  it('is asked for nothing and given nothing without complaint', async () => {
    await open().put([]);
    expect((await open().read([])).size).toBe(0);
    expect((await open().remembered([])).size).toBe(0);
  });

  it('keeps what it has when the same id is put again', async () => {
    const passage = aPassage();
    await open().put([passage]);
    await open().put([{ ...passage, text: { lang: 'en', value: 'something else' } }]);
    expect((await open().read([passage.id])).get(passage.id)).toEqual(quote);
  });

  it('erases words and salt for good, and keeps that they were there and why they are not', async () => {
    const [erased, kept] = [aPassage(), aPassage()];
    await open().put([erased, kept]);
    expect(await open().erase(erased.id, 'consent')).toBe(true);
    const words = await open().read([erased.id, kept.id]);
    expect(words.get(erased.id)).toEqual({ withheld: 'consent' });
    expect(words.get(kept.id)).toEqual(quote);
    const was = await open().remembered([erased.id, kept.id]);
    expect([...was].filter(([, one]) => 'salt' in one).map(([id]) => id)).toEqual([kept.id]);
  });

  it('does not take erased words in again, and keeps the first reason', async () => {
    const passage = aPassage();
    await open().put([passage]);
    await open().erase(passage.id, 'protection');
    await open().put([passage]);
    expect(await open().erase(passage.id, 'legal_order')).toBe(false);
    expect((await open().read([passage.id])).get(passage.id)).toEqual({ withheld: 'protection' });
  });

  it('has nothing to erase where nothing was kept', async () => {
    expect(await open().erase(uuidv7(), 'consent')).toBe(false);
  });
}
