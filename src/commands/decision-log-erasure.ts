import type { EventDefinition } from '../domain/events/event.js';
import { passageErased, type PassageErased } from '../domain/events/protection.js';
import type { Vault } from '../vault/vault.js';

/**
 * Empties the words whose erasure is in the log. After the append, so that nothing disappears without a record; and again when
 * the command comes again, in case we were interrupted in between.
 */
export async function eraseWords(vault: Vault, { type }: EventDefinition, data: object): Promise<void> {
  if (type !== passageErased.type) return;
  const { passage, reason } = data as PassageErased;
  await vault.erase(passage, reason);
}
