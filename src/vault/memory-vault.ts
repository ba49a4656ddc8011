import type { ErasureReason } from '../domain/vocabularies/erasure-reason.js';
import { Vault, type NewPassage, type Withheld, type Words } from './vault.js';

/** A vault that lasts as long as the process, for fast tests. */
export class MemoryVault extends Vault {
  private readonly kept = new Map<string, NewPassage | Withheld>();

  put(passages: readonly NewPassage[]): Promise<void> {
    for (const passage of passages) {
      if (!this.kept.has(passage.id)) this.kept.set(passage.id, structuredClone(passage));
    }
    return Promise.resolve();
  }

  read(ids: readonly string[]): Promise<ReadonlyMap<string, Words>> {
    return Promise.resolve(new Map(ids.map((id) => [id, wordsOf(this.kept.get(id))])));
  }

  salts(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    const salts = new Map<string, Buffer>();
    for (const id of ids) {
      const passage = this.kept.get(id);
      if (passage && 'salt' in passage) salts.set(id, Buffer.from(passage.salt));
    }
    return Promise.resolve(salts);
  }

  erase(id: string, reason: ErasureReason): Promise<boolean> {
    const passage = this.kept.get(id);
    if (passage === undefined || 'withheld' in passage) return Promise.resolve(false);
    this.kept.set(id, { withheld: reason });
    return Promise.resolve(true);
  }
}

function wordsOf(passage: NewPassage | Withheld | undefined): Words {
  if (passage === undefined) return { withheld: 'missing' };
  return 'withheld' in passage ? passage : structuredClone(passage.text);
}
