import type { EventDefinition } from '../domain/events/event.js';
import type { Fact, SijilEvent } from '../domain/events/index.js';
import { passageErased } from '../domain/events/protection.js';
import { erasedIn, passagesOf } from '../domain/states/passages.js';
import { withTheSameWords } from '../vault/same-words.js';
import type { Vault } from '../vault/vault.js';

/** With the erasure of a passage that of every other in the stream that holds the same words, which older logs may have. */
export async function withTheSame(
  vault: Vault,
  own: readonly SijilEvent[],
  facts: readonly Fact[],
): Promise<readonly Fact[]> {
  const [first] = facts;
  if (first?.type !== passageErased.type) return facts;
  const { subject, passage, reason } = first.data;
  const erased = erasedIn(own);
  const same = await withTheSameWords(vault, passage, passagesOf(own));
  const others = same.filter((id) => !erased.has(id));
  return [...facts, ...others.map((id) => passageErased({ subject, passage: id, reason }))];
}

/**
 * Empties the words whose erasure is in the log. After the append, so that nothing disappears without a record; and again when
 * the command comes again, in case we were interrupted in between.
 */
export async function eraseWords(
  vault: Vault,
  { type }: EventDefinition,
  recorded: readonly Fact[] | readonly SijilEvent[],
): Promise<void> {
  if (type !== passageErased.type) return;
  for (const fact of recorded) {
    if (fact.type === passageErased.type) await vault.erase(fact.data.passage, fact.data.reason);
  }
}
