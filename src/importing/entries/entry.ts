import { protectionLevel, type ProtectionLevel } from '../../domain/vocabularies/protection-level.js';
import type { Seen } from '../../domain/vocabularies/seen.js';
import type { EarlierActs } from '../claims/links.js';
import type { Settings } from '../claims/settings.js';
import { may, type Keys, type Words } from '../reading/records.js';
import type { FileContext, Reading } from '../reading/reading.js';
import { code, id } from '../reading/scalars.js';
import type { Sending } from '../row.js';
import type { SourceMention } from '../words/sources.js';

/** What a case says once for all its entries. */
export interface CaseDefaults extends FileContext {
  readonly id: string;
  readonly about?: NonNullable<Settings['about']>;
  readonly protection?: ProtectionLevel;
  readonly seen?: Seen;
  readonly assessedBy?: string;
}

/** The case while an entry is being read: its defaults, and what stands before the entry. */
export interface Scope extends CaseDefaults {
  readonly earlier: EarlierActs;
  /** Makes sure that sources described on the spot are registered before the row that mentions them. */
  readonly cite: (mentions: readonly SourceMention[] | undefined) => readonly SourceMention['ref'][] | undefined;
}

/** A command with the places its body came from: pointers into the body to pointers into the file. */
export type Written = Sending & {
  /** Tells this row from others of its kind: the id of what it records. */
  readonly id: string;
  readonly from: Readonly<Record<string, string>>;
};

/** One kind of entry: the key that opens it, its other keys, and the commands it stands for. */
export interface EntryKind<K extends Keys = Keys> {
  readonly opens: string;
  /** What stands under that key: an id, unless it says otherwise. */
  readonly opening: Reading<string>;
  readonly keys: K;
  write(id: string, words: Words<K>, scope: Scope): readonly Written[] | undefined;
}

type Described<K extends Keys> = Omit<EntryKind<K>, 'opening'> & Partial<Pick<EntryKind<K>, 'opening'>>;

/** Fixes the types between an entry's keys and what it writes, then forgets them, so that all kinds fit one list. */
export const entryKind = <K extends Keys>(kind: Described<K>): EntryKind =>
  ({ opening: id, ...kind }) as unknown as EntryKind;

/** A key of everything that is kept by itself. */
export const protection = may(code(protectionLevel), 'how closely it is kept, if not as the file says');

/** The pointers of body fields that were written under a key of the entry. */
export const fieldsFrom = (
  pointer: string,
  fields: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).map(([field, key]) => [`/${field}`, `${pointer}/${key}`]));

/** The incident an entry is about: the one it names, or the file's, where that is one. */
export function incidentOf(named: string | undefined, { about, report }: Scope, pointer: string): string | undefined {
  const byDefault = about !== undefined && !('series' in about) && about.length === 1 ? about[0] : undefined;
  return named ?? byDefault ?? void report(pointer, 'Say which incident this is about: "of".');
}
