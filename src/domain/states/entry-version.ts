import type { EntryVersion } from '../events/entries.js';
import { definitions } from '../events/index.js';

/** The kind of an entry that was read, and the version in which it is told now: reading brings every entry up to date. */
export const versionOf = ({ type }: { readonly type: string }): EntryVersion => ({
  type,
  schemaVersion: definitions.get(type)?.version ?? 1,
});
