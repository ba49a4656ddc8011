import type { ErasureReason } from '../domain/vocabularies/erasure-reason.js';
import type { PassageText } from '../domain/values/passage.js';
import type { Remembered } from './remembered.js';

/** A passage on its way into the vault, under the id that the event names. */
export interface NewPassage {
  readonly id: string;
  readonly text: PassageText;
  readonly salt: Buffer;
  readonly hash: string;
}

/** Words that are not to be had, and why: `missing` where the vault never held them. */
export interface Withheld {
  readonly withheld: ErasureReason | 'missing';
}

export type Words = PassageText | Withheld;

export const isWithheld = (words: Words): words is Withheld => 'withheld' in words;

/** Where verbatim words are kept, outside the log, so that they can be erased (design §3.5). */
export abstract class Vault {
  /** Keeps passages; one that is kept already stays as it is. Called before the append: an orphan is harmless. */
  abstract put(passages: readonly NewPassage[]): Promise<void>;

  /** The words of each id that was asked for, or why they are withheld. */
  abstract read(ids: readonly string[]): Promise<ReadonlyMap<string, Words>>;

  /** By what the words of each can be told when they come again; nothing of an id that was never kept. */
  abstract remembered(ids: readonly string[]): Promise<ReadonlyMap<string, Remembered>>;

  /**
   * Empties a passage for good: words, translations and salt. Its row stays and says why, with a trace by which the words are
   * told when they come again. False when there is none, or it was erased before: the first reason stands.
   */
  abstract erase(id: string, reason: ErasureReason): Promise<boolean>;
}
