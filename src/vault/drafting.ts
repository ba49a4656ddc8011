import { isDeepStrictEqual } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import type { EventDefinition } from '../domain/events/event.js';
import type { DataClass } from '../domain/schema/field.js';
import { isObject } from '../domain/schema/malformed.js';
import { mapPassages, passagesIn } from '../domain/schema/passages.js';
import { InvalidData, validateData, type Problem } from '../domain/schema/validate.js';
import { PassageText, type PassageRef } from '../domain/values/passage.js';
import { hashOf, newSalt } from './hash.js';
import { areTheWords, type Remembered } from './remembered.js';
import type { NewPassage, Vault } from './vault.js';

/** The largest passage with all its translations, as JSON. */
const MAX_PASSAGE_BYTES = 2 * 1024 * 1024;

export interface Drafted<Data> {
  /** The body with references where it had words: valid data of the event. */
  readonly data: Data;
  /** The words that are new, to be put into the vault before the append. */
  readonly passages: readonly NewPassage[];
}

export interface Known {
  /** Data already in the stream, in which words at the same place are looked for first. */
  readonly previous?: unknown;
  /** Every passage that the stream ever had: the same words keep their reference, wherever they stand now. */
  readonly ever?: readonly PassageRef[];
  /** The class of the entry that a correction or withdrawal carries. */
  readonly target?: DataClass;
}

/**
 * Takes the words out of a body and leaves references. Throws {@link InvalidData} with everything that is wrong with the words
 * and with the data around them.
 *
 * A repeated body gives identical data when the earlier data is given as `previous`. Erased words are not taken in again by the
 * stream that had them: their reference takes their place. A reference in place of words is accepted where `previous` has the
 * same one; words may be sent as they were shown, with the id of their passage.
 */
export async function keepWords<Data extends object>(
  vault: Vault,
  definition: EventDefinition<string, Data>,
  body: unknown,
  { previous, ever = [], target }: Known = {},
): Promise<Drafted<Data>> {
  const cls = definition.data;
  const earlier = previous === undefined ? [] : passagesIn(cls, previous, target);
  const refs = new Map(earlier.map(({ pointer, ref }) => [pointer, ref]));
  const known = new Map([...earlier.map(({ ref }) => ref), ...ever].map((ref) => [ref.passage, ref]));
  const remembered = hasWords() ? await vault.remembered([...known.keys()]) : new Map<string, Remembered>();
  const problems: Problem[] = [];
  const passages: NewPassage[] = [];

  const data = mapPassages(cls, body, refer, target);
  problems.push(...validateData(cls, data));
  if (target !== undefined) problems.push(...carriedProblems(data, target));
  if (problems.length > 0) throw new InvalidData(problems);
  return { data: data as Data, passages };

  function refer(given: unknown, pointer: string): PassageRef {
    const same = sameRef(given);
    if (same !== undefined) return same;
    const words = withoutItsId(given);
    const wrong = validateData(PassageText, words, MAX_PASSAGE_BYTES);
    problems.push(...wrong.map((one) => ({ ...one, pointer: pointer + one.pointer })));
    return wrong.length > 0 ? PLACEHOLDER : (knownAs(words as PassageText, pointer) ?? keep(words as PassageText));
  }

  function sameRef(given: unknown): PassageRef | undefined {
    return earlier.find(({ ref }) => isDeepStrictEqual(ref, given))?.ref;
  }

  /** Whether anything has to be compared: references need no look into the vault. */
  function hasWords(): boolean {
    let found = false;
    mapPassages(cls, body, (given) => (found ||= sameRef(given) === undefined), target);
    return found;
  }

  function withoutItsId(given: unknown): unknown {
    if (!isObject(given) || typeof given['passage'] !== 'string' || !known.has(given['passage'])) return given;
    const { passage: _, ...words } = given;
    return words;
  }

  function knownAs(text: PassageText, pointer: string): PassageRef | undefined {
    const here = refs.get(pointer);
    const inOrder = here === undefined ? [...known.values()] : [here, ...known.values()];
    const same = inOrder.find(({ passage }) => {
      const was = remembered.get(passage);
      return was !== undefined && areTheWords(text, was);
    });
    return same ?? (here !== undefined && here.lang === text.lang && leftNothing(here) ? here : undefined);
  }

  /** Whether its words were erased before erased words left anything to be told by: then their place tells. */
  function leftNothing({ passage }: PassageRef): boolean {
    const was = remembered.get(passage);
    return was !== undefined && 'trace' in was && was.trace === null;
  }

  function keep(text: PassageText): PassageRef {
    const twice = passages.find((one) => isDeepStrictEqual(one.text, text));
    const passage = twice ?? newPassage(text);
    if (twice === undefined) passages.push(passage);
    return { passage: passage.id, lang: text.lang, hash: passage.hash };
  }
}

function newPassage(text: PassageText): NewPassage {
  const salt = newSalt();
  return { id: uuidv7(), text, salt, hash: hashOf(text, salt) };
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
