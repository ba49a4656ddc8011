import { idOf } from '../streams.js';
import { isKnown } from './known.js';
import type { Reading } from './reading.js';
import type { Spoken } from './spoken.js';

/** Parties that took part in an operation on the incident, as the register held it. */
export function operatingParties({ facts, at, subject, identity, parties }: Reading): ReadonlySet<string> {
  const operating = new Set<string>();
  if (!subject.startsWith('incident-')) return operating;
  for (const row of facts.operations) {
    if (row.type !== 'OperationConducted' || !isKnown(row, at.recorded)) continue;
    const { incidents, operators, occurred } = row.data;
    if (!incidents.some((incident) => identity.survivorOf(incident) === idOf(subject))) continue;
    for (const { actor } of operators) operating.add(parties.partyOf(actor, occurred.to));
  }
  return operating;
}

/** The party that a standing claim holds responsible: whom it names or, where it accepts, its own. */
export function accusedBy({ row: { claim, saidTo }, voice, party }: Spoken, { parties }: Reading): string | null {
  if (claim.kind !== 'responsibility' || voice === 'conditional') return null;
  if (claim.stance === 'accepts') return party;
  return claim.stance === 'attributes' && claim.actor !== undefined ? parties.partyOf(claim.actor, saidTo) : null;
}

/** The parties to the harm: operating, or accused by a claim that stands. */
export function partiesToTheHarm(reading: Reading, standing: readonly Spoken[]): ReadonlySet<string> {
  const accused = standing.map((claim) => accusedBy(claim, reading)).filter((party) => party !== null);
  return new Set([...operatingParties(reading), ...accused]);
}
