import { isDeepStrictEqual } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import type { EventDefinition } from '../domain/events/event.js';
import type { DataClass } from '../domain/schema/field.js';
import { mapPassages, passagesIn } from '../domain/schema/passages.js';
import { InvalidData, validateData, type Problem } from '../domain/schema/validate.js';
import { PassageText, type PassageRef } from '../domain/values/passage.js';
import { hashOf, newSalt } from './hash.js';
import { isWithheld, type NewPassage, type Vault } from './vault.js';

/** The largest passage with all its translations, as JSON. */
const MAX_PASSAGE_BYTES = 2 * 1024 * 1024;

export interface Drafted<Data> {
  /** The body with references where it had words: valid data of the event. */
  readonly data: Data;
  /** The words that are new, to be put into the vault before the append. */
  readonly passages: readonly NewPassage[];
}

export interface Known {
  /** Data already in the stream: words that are the same at the same place keep their reference. */
  readonly previous?: unknown;
  /** The class of the entry that a correction or withdrawal carries. */
  readonly target?: DataClass;
}

/**
 * Takes the words out of a body and leaves references. Throws {@link InvalidData} with everything that is wrong with the words
 * and with the data around them.
 *
 * A repeated body gives identical data when the earlier data is given as `previous`. Erased words are never taken in again:
 * their reference stays. A reference in place of words is accepted where `previous` has the same one.
 */
export async function keepWords<Data extends object>(
  vault: Vault,
  definition: EventDefinition<string, Data>,
  body: unknown,
  { previous, target }: Known = {},
): Promise<Drafted<Data>> {
  const cls = definition.data;
  const earlier = previous === undefined ? [] : passagesIn(cls, previous, target);
  const refs = new Map(earlier.map(({ pointer, ref }) => [pointer, ref]));
  const ids = earlier.map(({ ref }) => ref.passage);
  const [salts, words] = await Promise.all([vault.salts(ids), vault.read(ids)]);
  const problems: Problem[] = [];
  const passages: NewPassage[] = [];

  const data = mapPassages(cls, body, refer, target);
  problems.push(...validateData(cls, data));
  if (target !== undefined) problems.push(...carriedProblems(data, target));
  if (problems.length > 0) throw new InvalidData(problems);
  return { data: data as Data, passages };

  function refer(given: unknown, pointer: string): PassageRef {
    const same = earlier.find(({ ref }) => isDeepStrictEqual(ref, given));
    if (same !== undefined) return same.ref;
    const wrong = validateData(PassageText, given, MAX_PASSAGE_BYTES);
    problems.push(...wrong.map((one) => ({ ...one, pointer: pointer + one.pointer })));
    return wrong.length > 0 ? PLACEHOLDER : (knownAs(given as PassageText, pointer) ?? keep(given as PassageText));
  }

  function knownAs(text: PassageText, pointer: string): PassageRef | undefined {
    const ref = refs.get(pointer);
    if (ref === undefined) return undefined;
    const salt = salts.get(ref.passage);
    if (salt !== undefined) return hashOf(text, salt) === ref.hash ? ref : undefined;
    const gone = words.get(ref.passage);
    return gone !== undefined && isWithheld(gone) && gone.withheld !== 'missing' && ref.lang === text.lang
      ? ref
      : undefined;
  }

  function keep(text: PassageText): PassageRef {
    const salt = newSalt();
    const passage = { id: uuidv7(), text, salt, hash: hashOf(text, salt) };
    passages.push(passage);
    return { passage: passage.id, lang: text.lang, hash: passage.hash };
  }
}

/** Stands where words were refused, so that only the words are complained of. */
const PLACEHOLDER: PassageRef = {
  passage: '00000000-0000-0000-0000-000000000000',
  lang: 'und',
  hash: `sha256:${'0'.repeat(64)}`,
};

function carriedProblems(data: unknown, target: DataClass): readonly Problem[] {
  const after = (data as { readonly after?: unknown } | null)?.after;
  if (after === undefined) return [];
  return validateData(target, after).map((one) => ({ ...one, pointer: `/after${one.pointer}` }));
}
