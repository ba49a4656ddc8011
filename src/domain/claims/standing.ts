import { overlap } from './said.js';
import { isOpenEnded } from './line-state.js';
import { Lines, saysSomething } from './lines.js';
import type { Reading } from './reading.js';
import type { Spoken } from './spoken.js';

/**
 * Where a claim stands. `superseded`: an explicit link replaced it. `followed`: a later claim on its line stands instead, which
 * is inferred and never called a revision. `set_beside`: open-ended, and the claim that stands says more. `says_nothing`: a
 * retraction, or a count without a figure. `possibly_said`: not surely said by then.
 */
export type Place = 'stands' | 'set_beside' | 'followed' | 'superseded' | 'says_nothing' | 'possibly_said';

export interface Standing {
  /** The claims that stand, in their total order. */
  readonly standing: readonly Spoken[];
  placeOf(ref: string): Place;
  /** What stands on a line. */
  standingOn(line: string): readonly Spoken[];
  /** Whether a neighbour on its line may have been said before as well as after it. */
  orderUnknown(ref: string): boolean;
}

/** Claims of one act, one act after another; `claims` come in their total order. */
export function* actByAct(claims: readonly Spoken[]): Generator<readonly Spoken[]> {
  let together: Spoken[] = [];
  for (const claim of claims) {
    if (together.length > 0 && together[0]?.rank !== claim.rank) {
      yield together;
      together = [];
    }
    together.push(claim);
  }
  if (together.length > 0) yield together;
}

export const groupBy = <T>(items: Iterable<T>, of: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = of(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
};

function unknownOrder(lines: Iterable<readonly Spoken[]>): ReadonlySet<string> {
  const unknown = new Set<string>();
  for (const line of lines) {
    const acts = [...actByAct(line)];
    acts.forEach((later, index) => {
      const earlier = acts[index - 1];
      if (earlier?.[0] === undefined || later[0] === undefined || !overlap(earlier[0].row, later[0].row)) return;
      for (const { ref } of [...earlier, ...later]) unknown.add(ref);
    });
  }
  return unknown;
}

export function standingIn({ claims, possibly, links, ends }: Reading): Standing {
  const lines = new Lines(links, ends);
  for (const act of actByAct(claims)) lines.say(act);

  const byLine = groupBy(claims, ({ line }) => line);
  const stands = new Set<string>();
  for (const line of byLine.keys()) for (const { ref } of lines.standingOn(line)) stands.add(ref);

  const places = new Map<string, Place>(possibly.map(({ ref }) => [ref, 'possibly_said']));
  for (const claim of claims) {
    const { ref, line, rank } = claim;
    if (lines.isReplaced(ref)) places.set(ref, 'superseded');
    else if (stands.has(ref)) places.set(ref, 'stands');
    else if (!saysSomething(claim)) places.set(ref, 'says_nothing');
    else places.set(ref, isOpenEnded(claim) && rank > lines.settledAt(line) ? 'set_beside' : 'followed');
  }
  const unknown = unknownOrder(byLine.values());
  return {
    standing: claims.filter(({ ref }) => stands.has(ref)),
    placeOf: (ref) => places.get(ref) ?? 'possibly_said',
    standingOn: (line) => lines.standingOn(line),
    orderUnknown: (ref) => unknown.has(ref),
  };
}
