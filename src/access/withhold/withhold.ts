import type { AsOf } from '../../domain/as-of.js';
import type { Facts } from '../../domain/register/facts.js';
import type { Register } from '../../domain/register/register.js';
import { Hidden } from './hidden.js';
import type { Seeing } from './hidden-acts.js';
import { leftOf } from './left.js';
import { Pseudonyms } from './pseudonyms.js';
import { settledAs } from './settled.js';
import { ShownRows } from './shown-rows.js';
import { countWithheld, NOTHING, type WithheldCount } from './withheld-count.js';

export interface Cut {
  readonly rows: Register;
  readonly withheld: WithheldCount;
}

export interface CutFacts {
  readonly facts: Facts;
  readonly withheld: WithheldCount;
}

/**
 * Cuts the register's rows to what a reader may see, before any question is answered from them. Acts kept more closely are
 * taken out with their claims, and counted; single fields are replaced by how closely they are kept, and fine points by coarse
 * ones; actors whom the reader may not know go by a name made for the answer.
 */
export function withhold(rows: Register, seeing: Seeing, at: AsOf): Cut {
  if (seeing.most === 'confidential') return { rows, withheld: NOTHING };
  const { shown, withheld } = cut(rows, seeing, at);
  return { rows: shown, withheld };
}

/** The same of the facts about one subject. What was settled stays so under the names that the reader is shown. */
export function withholdAbout({ subject, ...rows }: Facts, seeing: Seeing, at: AsOf): CutFacts {
  if (seeing.most === 'confidential') return { facts: { subject, ...rows }, withheld: NOTHING };
  const { left, shown, withheld } = cut(rows, seeing, at);
  const facts = { subject, ...shown };
  return { facts: { ...facts, judgements: settledAs({ subject, ...left }, facts, at) }, withheld };
}

function cut(rows: Register, seeing: Seeing, at: AsOf) {
  const hidden = new Hidden(rows, seeing, at);
  const pseudonyms = new Pseudonyms(seeing.levels, seeing.most);
  const left = leftOf(rows, hidden, pseudonyms);
  const shown = new ShownRows(seeing, pseudonyms).of(left);
  return { left, shown, withheld: countWithheld(rows, shown, hidden, at) };
}
