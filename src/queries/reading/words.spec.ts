import { aPassage } from '../../../test/support/builders.js';
import { MemoryVault } from '../../vault/memory-vault.js';
import { withWords } from './words.js';

const text = { lang: 'ar', value: 'قُتل أربعة أطفال.' };

async function vaultWith(ref = aPassage()) {
  const vault = new MemoryVault();
  await vault.put([{ id: ref.passage, text, salt: Buffer.from('salt'), hash: ref.hash }]);
  return vault;
}

describe('words in an answer', () => {
  it('take the place of their references, wherever these are', async () => {
    const answer = { claims: [{ quote: aPassage() }], note: null, count: 4 };
    expect(await withWords(answer, await vaultWith(), new Map(), 'reviewer')).toEqual({
      claims: [{ quote: text }],
      note: null,
      count: 4,
    });
  });

  it('are withheld once erased, with the reason, even while the vault still has them', async () => {
    const erased = new Map([[aPassage().passage, 'consent' as const]]);
    expect(await withWords({ quote: aPassage() }, await vaultWith(), erased, 'admin')).toEqual({
      quote: { withheld: 'consent' },
    });
  });

  it('come with the id of their passage for whoever may erase it', async () => {
    const shown = await withWords({ quote: aPassage() }, await vaultWith(), new Map(), 'admin');
    expect(shown).toEqual({ quote: { passage: aPassage().passage, ...text } });
  });

  it('are said to be missing where the vault never had them', async () => {
    expect(await withWords({ quote: aPassage(2) }, await vaultWith(), new Map(), 'reviewer')).toEqual({
      quote: { withheld: 'missing' },
    });
  });
});
