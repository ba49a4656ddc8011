import type { AsOf } from '../../domain/as-of.js';
import { actOfRef, type Claim } from '../../domain/claims/claim.js';
import { isKnown } from '../../domain/claims/known.js';
import type { EventType } from '../../domain/events/index.js';
import type { Register } from '../../domain/register/register.js';
import type { LinkRow } from '../../domain/register/rows.js';
import { streamOf } from '../../domain/streams.js';
import { HiddenActs, type Seeing } from './hidden-acts.js';
import { isAbove } from './levels.js';
import { namedByEntry } from './named-streams.js';

/** What of some rows the reader may not see at all: things, acts, and claims that say nothing but what is hidden. */
export class Hidden {
  readonly acts: HiddenActs;
  private readonly claims: ReadonlySet<string>;
  /** Claims that repeat one that is hidden by a link of ours: they stay repetitions. */
  private readonly relays: ReadonlySet<string>;

  constructor(
    { links, claims, ...rows }: Register,
    private readonly seeing: Seeing,
    at: AsOf,
  ) {
    this.acts = new HiddenActs({ claims, ...rows }, seeing);
    this.claims = new Set(claims.filter(({ claim }) => this.isSpokenOf(claim)).map(({ ref }) => ref));
    this.relays = new Set(links.filter((row) => this.makesRelay(row, at)).map(({ data }) => data.from));
  }

  isThing(stream: string): boolean {
    return isAbove(this.seeing.levels.of(stream), this.seeing.most);
  }

  isNamedBy(type: EventType, data: object): boolean {
    return namedByEntry(type, data).some((stream) => this.isThing(stream));
  }

  /** Whether an act, or one of its claims, is hidden. */
  readonly isRef = (ref: string): boolean => this.acts.has(actOfRef(ref)) || this.claims.has(ref);

  isClaim(ref: string): boolean {
    return this.claims.has(ref);
  }

  /** Whether a claim repeats one that is hidden, by its own account or by a link of ours. */
  isRepeatedBy(ref: string, { relays }: Claim): boolean {
    return this.relays.has(ref) || (relays?.claim !== undefined && this.isRef(relays.claim));
  }

  /** Whether a claim says nothing but what is hidden: it takes back a hidden claim, or is about a hidden operation. */
  private isSpokenOf(claim: Claim): boolean {
    const operation = claim.kind === 'operation' || claim.kind === 'operation_status' ? claim.operation : undefined;
    return (
      (claim.supersedes?.change === 'retracts' && this.acts.has(actOfRef(claim.supersedes.claim))) ||
      (operation !== undefined && this.acts.has(streamOf('operation', operation)))
    );
  }

  private makesRelay(row: LinkRow, { recorded }: AsOf): boolean {
    return row.type === 'ClaimLinked' && isKnown(row, recorded) && row.data.as === 'relays' && this.isRef(row.data.to);
  }
}
