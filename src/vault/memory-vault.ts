import type { ErasureReason } from '../domain/vocabularies/erasure-reason.js';
import type { Remembered } from './remembered.js';
import { traceOf } from './trace.js';
import { Vault, type NewPassage, type Withheld, type Words } from './vault.js';

interface Erased extends Withheld {
  readonly trace: string;
}

/** A vault that lasts as long as the process, for fast tests. */
export class MemoryVault extends Vault {
  private readonly kept = new Map<string, NewPassage | Erased>();

  put(passages: readonly NewPassage[]): Promise<void> {
    for (const passage of passages) {
      if (!this.kept.has(passage.id)) this.kept.set(passage.id, structuredClone(passage));
    }
    return Promise.resolve();
  }

  read(ids: readonly string[]): Promise<ReadonlyMap<string, Words>> {
    return Promise.resolve(new Map(ids.map((id) => [id, wordsOf(this.kept.get(id))])));
  }

  remembered(ids: readonly string[]): Promise<ReadonlyMap<string, Remembered>> {
    const found = new Map<string, Remembered>();
    for (const id of ids) {
      const passage = this.kept.get(id);
      if (passage) found.set(id, rememberedOf(passage));
    }
    return Promise.resolve(found);
  }

  erase(id: string, reason: ErasureReason): Promise<boolean> {
    const passage = this.kept.get(id);
    if (passage === undefined || 'withheld' in passage) return Promise.resolve(false);
    this.kept.set(id, { withheld: reason, trace: traceOf(passage.text.value) });
    return Promise.resolve(true);
  }
}

const rememberedOf = (passage: NewPassage | Erased): Remembered =>
  'withheld' in passage ? { trace: passage.trace } : { salt: Buffer.from(passage.salt), hash: passage.hash };

function wordsOf(passage: NewPassage | Erased | undefined): Words {
  if (passage === undefined) return { withheld: 'missing' };
  return 'withheld' in passage ? { withheld: passage.withheld } : structuredClone(passage.text);
}
