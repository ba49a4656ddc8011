import { bareWords } from './trace.js';
import { isWithheld, type Vault } from './vault.js';

/** Those of these passages that hold the same words as this one, in whatever translations: itself not among them. */
export async function withTheSameWords(vault: Vault, id: string, among: Iterable<string>): Promise<readonly string[]> {
  const words = await vault.read([...new Set([id, ...among])]);
  const bareOf = (one: string): string | null => {
    const text = words.get(one);
    return text === undefined || isWithheld(text) ? null : bareWords(text.value);
  };
  const bare = bareOf(id);
  return bare === null ? [] : [...words.keys()].filter((one) => one !== id && bareOf(one) === bare);
}
