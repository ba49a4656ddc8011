import { ClaimUnknown, SlotUnknown, Unknown } from '../refusals/unknown.js';
import type { Reference } from '../references/reference.js';
import type { Known } from '../states/known.js';
import { hasSlot } from '../states/series.js';

/** Refuses the first reference to something that is not there. */
export function mustExist(known: Known, references: readonly Reference[]): void {
  for (const { category, id, claim, once, slot, pointer } of references) {
    if (claim !== undefined) {
      const there = once ? known.wasClaimed(claim) : known.claim(claim) !== undefined;
      if (!there) throw new ClaimUnknown(claim, pointer);
    } else if (!known.has(category, id)) throw new Unknown(category, id, pointer);
    if (slot !== undefined && !hasSlot(known.series(id), slot)) {
      throw new SlotUnknown(id, slot, pointer.replace(/series$/, 'slot'));
    }
  }
}
