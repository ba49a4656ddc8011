import type { Instant, Position } from '../envelope.js';
import type { LinkRow } from '../register/rows.js';
import type { Announced } from '../vocabularies/announced.js';
import type { ChangeReason } from '../vocabularies/change-reason.js';
import type { Change } from '../vocabularies/change.js';
import type { ClaimLink } from '../vocabularies/claim-link.js';
import { closingCircles } from './circles.js';
import type { End, Ends } from './ends.js';

/** That one claim changes or repeats another: said by the claim itself, or recorded by us. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly as: ClaimLink;
  readonly change: Change | null;
  readonly announced: Announced | null;
  readonly reason: ChangeReason | null;
  readonly by: 'source' | 'register';
  /** Place of the event that made it, in the order of original events. */
  readonly ordinal: Position;
  /** Since when it is known as it is. */
  readonly position: Position;
  readonly recordedAt: Instant;
}

/** Why a link does nothing. `conditional`: what is only said on a condition takes no unconditional figure's place. */
export type Void = 'missing' | 'party' | 'kind' | 'subject' | 'circle' | 'conditional';

export interface Links {
  /** Links that act, by the claim they start from and by the claim they name. */
  from(ref: string): readonly Link[];
  to(ref: string): readonly Link[];
  readonly inForce: readonly Link[];
  readonly broken: readonly { readonly link: Link; readonly why: Void }[];
}

/** Whether a link takes what it names out of what stands. A conditional count takes the place of conditional ones only. */
export function replaces({ change, as, from, to }: Link, ends: Ends): boolean {
  if (as !== 'supersedes' || change === 'supplements' || change === null) return false;
  const [newer, older] = [ends.get(from)?.row.claim, ends.get(to)?.row.claim];
  return newer?.kind !== 'count' || newer.certainty !== 'conditional' || older?.certainty === 'conditional';
}

/** Why a sound link takes nothing out of what stands although it is meant to; null while it acts. */
export const whyIdle = (link: Link, ends: Ends): Void | null =>
  link.as === 'supersedes' && link.change !== 'supplements' && link.change !== null && !replaces(link, ends)
    ? 'conditional'
    : null;

function statedLinks({ row, state }: End): Link[] {
  const { ref: from, claim, ordinal, from: position, recordedAt } = row;
  const common = { from, by: 'source', ordinal, position, recordedAt } as const;
  // What a correction took out of its act was never said; what we withdrew still joins what lies on both sides of it.
  if (state === 'gone') return [];
  const links: Link[] = [];
  if (claim.supersedes !== undefined) {
    const { claim: to, change, announced, reason = null } = claim.supersedes;
    links.push({ ...common, to, as: 'supersedes', change, announced, reason });
  }
  if (claim.relays?.claim !== undefined) {
    links.push({ ...common, to: claim.relays.claim, as: 'relays', change: null, announced: null, reason: null });
  }
  return links;
}

const nameOf = ({ from, to, as }: { from: string; to: string; as: ClaimLink }) => `${from} ${as} ${to}`;

/** Links recorded by us, less those we unlinked again. `rows` in log order. */
function recordedLinks(rows: readonly LinkRow[]): Link[] {
  const links = new Map<string, Link>();
  for (const { type, data, ordinal, from: position, recordedAt } of rows) {
    if (type === 'ClaimUnlinked') {
      links.delete(nameOf(data));
      continue;
    }
    const { from, to, as, change = null, announced = null, reason = null } = data;
    links.set(nameOf(data), { from, to, as, change, announced, reason, by: 'register', ordinal, position, recordedAt });
  }
  return [...links.values()];
}

function whyVoid({ from, to, as }: Link, ends: Ends): Void | null {
  const [a, b] = [ends.get(from), ends.get(to)];
  if (a === undefined || b === undefined || a.state === 'gone' || b.state === 'gone') return 'missing';
  if ((a.party === b.party) !== (as === 'supersedes')) return 'party';
  if (a.row.claim.kind !== b.row.claim.kind) return 'kind';
  return ends.sameSubject(a, b) ? null : 'subject';
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const inLogOrder = (a: Link, b: Link) => byText(a.ordinal, b.ordinal) || byText(nameOf(a), nameOf(b));

function grouped(links: readonly Link[], end: 'from' | 'to'): (ref: string) => readonly Link[] {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const group = groups.get(link[end]);
    if (group === undefined) groups.set(link[end], [link]);
    else group.push(link);
  }
  return (ref) => groups.get(ref) ?? [];
}

/** All links as the register holds them, told apart by whether they act. `rows` in log order. */
export function linksAmong(ends: Ends, rows: readonly LinkRow[]): Links {
  const unique = new Map<string, Link>();
  for (const link of [...[...ends.values()].flatMap(statedLinks), ...recordedLinks(rows)].sort(inLogOrder)) {
    if (!unique.has(nameOf(link))) unique.set(nameOf(link), link);
  }
  const broken: { link: Link; why: Void }[] = [];
  const sound: Link[] = [];
  for (const link of unique.values()) {
    const why = whyVoid(link, ends);
    if (why === null) sound.push(link);
    else broken.push({ link, why });
  }
  const circles = new Set(
    (['supersedes', 'relays'] as const).flatMap((as) => closingCircles(sound.filter((link) => link.as === as))),
  );
  for (const link of circles) broken.push({ link, why: 'circle' });
  const inForce = sound.filter((link) => !circles.has(link));
  return { inForce, broken, from: grouped(inForce, 'from'), to: grouped(inForce, 'to') };
}
