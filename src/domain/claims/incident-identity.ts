import type { Position } from '../envelope.js';
import type { EntryRow, IdentityRow } from '../register/rows.js';
import type { IncidentMerged } from '../events/incident-identity.js';
import { knownAt } from './known.js';

type MergeRow = EntryRow<'IncidentMerged', IncidentMerged>;

/** Which incident an incident is, by the merges and splits that the register held. */
export interface Identity {
  /** The incident that it was merged into, and that one into, and so on; itself, when it was not. */
  survivorOf(incident: string): string;
  /** Where a claim about an incident belongs: a split may have allocated it, a merge taken it along. */
  homeOf(ref: string, incident: string): string;
  /** Merges that would close a circle. They do nothing. */
  readonly circles: readonly MergeRow[];
}

/** The last merge of each incident that no unmerge ended, oldest first. */
function mergesInForce(rows: readonly IdentityRow[]): MergeRow[] {
  const last = new Map<string, MergeRow>();
  for (const row of rows) {
    if (row.type === 'IncidentMerged') last.set(row.data.incidentId, row);
    if (row.type === 'IncidentUnmerged') last.delete(row.data.incidentId);
  }
  return [...last.values()].sort((a, b) => (a.ordinal < b.ordinal ? -1 : 1));
}

export function identityAt(identities: readonly IdentityRow[], recorded: Position | null): Identity {
  const rows = knownAt(identities, recorded);
  const into = new Map<string, string>();
  const circles: MergeRow[] = [];

  const survivorOf = (incident: string): string => {
    let survivor = incident;
    for (let next = into.get(survivor); next !== undefined; next = into.get(survivor)) survivor = next;
    return survivor;
  };

  for (const row of mergesInForce(rows)) {
    if (survivorOf(row.data.into) === row.data.incidentId) circles.push(row);
    else into.set(row.data.incidentId, row.data.into);
  }

  const allocated = new Map<string, Map<string, string>>();
  for (const row of rows) {
    if (row.type !== 'IncidentSplit') continue;
    const parts = allocated.get(row.data.incidentId) ?? new Map<string, string>();
    for (const { claim, to } of row.data.allocation) parts.set(claim, to);
    allocated.set(row.data.incidentId, parts);
  }

  const homeOf = (ref: string, incident: string): string => {
    const left = new Set<string>();
    let home = incident;
    for (;;) {
      const part = left.has(home) ? undefined : allocated.get(home)?.get(ref);
      const next = part ?? into.get(home);
      if (next === undefined) return home;
      if (part !== undefined) left.add(home);
      home = next;
    }
  };

  return { survivorOf, homeOf, circles };
}
