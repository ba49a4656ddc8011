import { v5, v7 } from 'uuid';
import type { CommandContext } from './decision-log.js';

/** Any fixed UUID will do; changing it would make repeats of old requests look new. */
const NAMESPACE = '6f1c1f0e-6d0b-4f3b-9d3e-6a2f0f5c7a41';

type Sender = Pick<CommandContext, 'by' | 'idempotencyKey' | 'keyOf'>;

/** The id of a command's nth event: derived, where the sender sent a key, so that a repeat finds its own first result. */
export function eventIdOf({ by, idempotencyKey, keyOf = by.id }: Sender, ordinal: number): string {
  return idempotencyKey === undefined ? v7() : derived(keyOf, idempotencyKey, String(ordinal));
}

/** An id for something the sender gave no id: the same again, when the same request comes again. */
export function newIdFor({ by, idempotencyKey, keyOf = by.id }: Sender): string {
  return idempotencyKey === undefined ? v7() : derived(keyOf, idempotencyKey, 'id');
}

function derived(principal: string, key: string, what: string): string {
  return v5(JSON.stringify([principal, key, what]), NAMESPACE);
}
