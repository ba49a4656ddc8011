import { LineState } from './line-state.js';
import { replaces, type Links } from './links.js';
import type { Ends } from './ends.js';
import { isCounting, retracts, type Spoken } from './spoken.js';

/** A claim that takes something back, or a count without a figure, leaves nothing standing in its place. */
export const saysSomething = (claim: Spoken): boolean =>
  !retracts(claim) && (claim.row.claim.kind !== 'count' || isCounting(claim));

/**
 * All lines of a subject, told of one act after another in their total order. Explicit links act first, transitively, also
 * through entries that were withdrawn or not said yet; on each line the rest is inferred.
 */
export class Lines {
  private readonly lines = new Map<string, LineState>();
  private readonly arrived = new Map<string, Spoken>();
  /** Every claim that one of those told of replaces, whether itself told of or not. */
  private readonly replaced = new Set<string>();

  constructor(
    private readonly links: Links,
    private readonly ends: Ends,
  ) {}

  /** One act's claims. Answers the lines on which something may have changed. */
  say(claims: readonly Spoken[]): ReadonlySet<string> {
    const touched = new Set<string>();
    for (const claim of claims) this.arrived.set(claim.ref, claim);
    for (const claim of claims) {
      if (this.replaced.has(claim.ref)) this.supersede(claim, touched);
      for (const older of this.nowReplacedBy(claim)) this.supersede(older, touched);
    }
    const byLine = new Map<string, Spoken[]>();
    for (const claim of claims) {
      touched.add(claim.line);
      if (!saysSomething(claim) || this.replaced.has(claim.ref) || this.supplements(claim)) continue;
      const together = byLine.get(claim.line);
      if (together === undefined) byLine.set(claim.line, [claim]);
      else together.push(claim);
    }
    for (const [line, together] of byLine) this.stateOf(line).append(together, together[0]?.rank ?? 0);
    return touched;
  }

  standingOn(line: string): readonly Spoken[] {
    return this.lines.get(line)?.standing() ?? [];
  }

  settledAt(line: string): number {
    return this.lines.get(line)?.settledAt ?? -1;
  }

  isReplaced(ref: string): boolean {
    return this.replaced.has(ref);
  }

  private stateOf(line: string): LineState {
    const state = this.lines.get(line) ?? new LineState();
    this.lines.set(line, state);
    return state;
  }

  private supersede(claim: Spoken, touched: Set<string>): void {
    const state = this.stateOf(claim.line);
    state.drop(claim.ref);
    state.cut(claim.rank, this.saidBeforeWhatTheySupersede(claim));
    touched.add(claim.line);
  }

  private supplements(claim: Spoken): boolean {
    return this.links
      .from(claim.ref)
      .some(
        ({ change, to }) =>
          change === 'supplements' &&
          this.arrived.get(to)?.line === claim.line &&
          this.stateOf(claim.line).supplement(claim, to),
      );
  }

  /** Follows a claim's links and marks what they reach; answers the claims among it that had been told of. */
  private nowReplacedBy(claim: Spoken): readonly Spoken[] {
    const found: Spoken[] = [];
    const following = [claim.ref];
    for (let ref = following.pop(); ref !== undefined; ref = following.pop()) {
      for (const link of this.links.from(ref)) {
        if (this.replaced.has(link.to) || !replaces(link, this.ends)) continue;
        this.replaced.add(link.to);
        following.push(link.to);
        const older = this.arrived.get(link.to);
        if (older !== undefined) found.push(older);
      }
    }
    return found;
  }

  /** What supersedes a claim of its own line although it was said before, or cannot be told from before. It goes on standing. */
  private saidBeforeWhatTheySupersede(claim: Spoken): readonly Spoken[] {
    const before = new Map<string, Spoken>();
    const seen = new Set([claim.ref]);
    for (const ref of seen) {
      for (const link of this.links.to(ref)) {
        if (!replaces(link, this.ends)) continue;
        const newer = this.arrived.get(link.from);
        if (newer === undefined && this.ends.get(link.from)?.state !== 'withdrawn') continue;
        if (newer !== undefined && newer.rank >= claim.rank) continue;
        seen.add(link.from);
        if (newer?.line === claim.line && !this.replaced.has(newer.ref) && saysSomething(newer))
          before.set(newer.ref, newer);
      }
    }
    return [...before.values()];
  }
}
