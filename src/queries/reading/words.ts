import type { Role } from '../../access/principal.js';
import { isAtLeast } from '../../access/roles.js';
import { isKnown } from '../../domain/claims/known.js';
import type { ProtectionRow } from '../../domain/register/rows.js';
import { isObject } from '../../domain/schema/malformed.js';
import type { PassageRef } from '../../domain/values/passage.js';
import type { ErasureReason } from '../../domain/vocabularies/erasure-reason.js';
import { isWithheld, type Vault, type Words } from '../../vault/vault.js';

export type Erased = ReadonlyMap<string, ErasureReason>;

/** Which passages were erased, and why. Words are withheld from here on, even before the vault has emptied them. */
export const erasedIn = (protections: readonly ProtectionRow[]): Erased =>
  new Map(
    protections.flatMap((row) =>
      row.type === 'PassageErased' && isKnown(row, null) ? [[row.data.passage, row.data.reason] as const] : [],
    ),
  );

const isPassage = (value: unknown): value is PassageRef =>
  isObject(value) && 'passage' in value && 'lang' in value && 'hash' in value && Object.keys(value).length === 3;

/** Whoever may erase a passage is shown its id, which an erasure names. */
const mayErase = (role: Role): boolean => isAtLeast(role, 'admin');

/** Puts words from the vault in the place of every passage in an answer, or why they are withheld. */
export async function withWords<T>(answer: T, vault: Vault, erased: Erased, role: Role): Promise<T> {
  const ids = new Set<string>();
  replacing(answer, (ref) => {
    ids.add(ref.passage);
    return ref;
  });
  if (ids.size === 0) return answer;
  const words = await vault.read([...ids].filter((id) => !erased.has(id)));
  return replacing(answer, ({ passage }): Words | ({ readonly passage: string } & Words) => {
    const reason = erased.get(passage);
    if (reason !== undefined) return { withheld: reason };
    const found = words.get(passage) ?? { withheld: 'missing' };
    return mayErase(role) && !isWithheld(found) ? { passage, ...found } : found;
  }) as T;
}

function replacing(value: unknown, words: (ref: PassageRef) => unknown): unknown {
  if (Array.isArray(value)) return value.map((member) => replacing(member, words));
  if (!isObject(value)) return value;
  if (isPassage(value)) return words(value);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, replacing(part, words)]));
}
