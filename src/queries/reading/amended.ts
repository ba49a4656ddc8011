import type { AsOf } from '../../domain/as-of.js';
import { knownAt } from '../../domain/claims/known.js';
import { instant } from '../../domain/envelope.js';
import type { EntryRow } from '../../domain/register/rows.js';
import type { When } from '../../domain/values/when.js';

interface Amendment {
  readonly effective: When;
}

const isAmendment = (data: object): data is Amendment => 'effective' in data;

/**
 * What an opening entry says, with the amendments that the register held and that had taken effect by the claimed time; what
 * an amendment does not name stays as it was. Null where there is no opening entry.
 */
export function amendedAt<Opening extends object>(rows: readonly EntryRow<string, object>[], at: AsOf): Opening | null {
  const known = knownAt(rows, at.recorded).map(({ data }) => data);
  const opening = known.find((data) => !isAmendment(data));
  if (opening === undefined) return null;
  const amendments = known.filter(isAmendment).filter(({ effective }) => hasBegun(effective, at));
  // Stable, so that of two from the same day on the one recorded later holds.
  amendments.sort((a, b) => instant(a.effective.from) - instant(b.effective.from));
  return Object.assign({}, opening, ...amendments.map(whatItSays)) as Opening;
}

function whatItSays(amendment: Amendment): object {
  const { effective: _, ...said } = amendment;
  return said;
}

const hasBegun = ({ from }: When, { claimed }: AsOf): boolean => claimed === null || instant(from) <= instant(claimed);
