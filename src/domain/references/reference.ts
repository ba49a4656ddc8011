import { actOfRef } from '../claims/claim.js';
import { categoryOf, idOf, type Category } from '../streams.js';

/** Something that data names, and where in the data it does. */
export interface Reference {
  readonly category: Category;
  readonly id: string;
  /** JSON Pointer into the data. */
  readonly pointer: string;
  /** The claim within the act, `<stream>#<claimId>`. */
  readonly claim?: string;
  /** The slot within the series. */
  readonly slot?: string;
  /** The claim's party, kind and subject are weighed too, not only that it exists. */
  readonly weighed?: boolean;
  /** Enough that the claim was once recorded, though it may stand no longer. */
  readonly once?: boolean;
}

const to =
  (category: Category) =>
  (id: string | undefined, pointer: string): readonly Reference[] =>
    id === undefined ? [] : [{ category, id, pointer }];

const toEach =
  (category: Category) =>
  (ids: readonly string[] | undefined, pointer: string): readonly Reference[] =>
    (ids ?? []).map((id, index) => ({ category, id, pointer: `${pointer}/${index}` }));

export const actor = to('actor');
export const incident = to('incident');
export const operation = to('operation');
export const report = to('report');
export const actors = toEach('actor');
export const incidents = toEach('incident');

/** A claim that only has to exist. */
export const claim = (ref: string | undefined, pointer: string): readonly Reference[] =>
  ref === undefined ? [] : [{ category: categoryOf(ref), id: idOf(actOfRef(ref)), claim: ref, pointer }];

export const claims = (refs: readonly string[] | undefined, pointer: string): readonly Reference[] =>
  (refs ?? []).flatMap((ref, index) => claim(ref, `${pointer}/${index}`));

/** Claims that are compared with something: by party, kind or subject. */
export const weighed = (references: readonly Reference[]): readonly Reference[] =>
  references.map((reference) => ({ ...reference, weighed: true }));

/** What each member of a list names. */
export const ofEach = <Member>(
  members: readonly Member[] | undefined,
  pointer: string,
  named: (member: Member, pointer: string) => readonly Reference[],
): readonly Reference[] => (members ?? []).flatMap((member, index) => named(member, `${pointer}/${index}`));

/** Claims that were looked at, whatever became of them since. */
export const onceRecorded = (references: readonly Reference[]): readonly Reference[] =>
  references.map((reference) => ({ ...reference, once: true }));
