import type { SaidClaim } from './act.js';
import type { Known } from './known.js';

/** The incident that lives on where one was merged, whatever it was merged into since. */
export const survivorOf = (known: Known, incident: string): string =>
  follow(incident, (id) => known.incident(id).mergedInto);

/**
 * What a claim is about as it stands: the incidents it names, each where a split allocated the claim or a merge took the
 * incident; or its slot of a series.
 */
export function subjectOf(known: Known, { ref, claim }: Pick<SaidClaim, 'ref' | 'claim'>): ReadonlySet<string> {
  const { incidents, series, slot } = claim.about;
  if (incidents === undefined) return new Set([`${series} ${slot}`]);
  return new Set(
    incidents.map((named) =>
      follow(named, (id) => known.incident(id).allocated.get(ref) ?? known.incident(id).mergedInto),
    ),
  );
}

export const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((member) => b.has(member));

// In a circle that slipped through a race, the walk ends where it would begin again.
function follow(start: string, next: (id: string) => string | null): string {
  const passed = new Set([start]);
  let here = start;
  for (let to = next(here); to !== null && !passed.has(to); to = next(here)) {
    passed.add(to);
    here = to;
  }
  return here;
}
