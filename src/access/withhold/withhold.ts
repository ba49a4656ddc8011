import type { AsOf } from '../../domain/as-of.js';
import { actOfRef, type Claim } from '../../domain/claims/claim.js';
import { isKnown } from '../../domain/claims/known.js';
import { saidBy } from '../../domain/claims/said.js';
import { definitions, type EventType } from '../../domain/events/index.js';
import { StatementIssued } from '../../domain/events/statement-issued.js';
import { inClaim } from '../../domain/references/in-claims.js';
import { referencesOf } from '../../domain/references/references-of.js';
import { saidWhen } from '../../domain/register/fold.js';
import type { Register } from '../../domain/register/register.js';
import type {
  ActorRow,
  ClaimRow,
  EntryRow,
  IdentityRow,
  IncidentRow,
  JudgementRow,
  LinkRow,
  Row,
} from '../../domain/register/rows.js';
import { streamOf } from '../../domain/streams.js';
import { HiddenActs, type Seeing } from './hidden-acts.js';
import { isAbove } from './levels.js';
import { mask } from './mask.js';
import { namedByEntry } from './named-streams.js';
import { Pseudonyms } from './pseudonyms.js';
import { renameActors } from './rename.js';

/** How much was taken out of what an answer is made of. */
export interface WithheldCount {
  /** Statements, reports and operations. */
  readonly acts: number;
  readonly claims: number;
}

export interface Cut {
  readonly rows: Register;
  readonly withheld: WithheldCount;
}

type AnyEntry = EntryRow<EventType, object>;

/**
 * Cuts the register's rows to what a reader may see, before any question is answered from them. Acts kept more closely are
 * taken out with their claims, and counted; single fields are replaced by how closely they are kept; actors whom the reader
 * may not know go by a name made for the answer.
 */
export function withhold(rows: Register, seeing: Seeing, at: AsOf): Cut {
  if (seeing.most === 'confidential') return { rows, withheld: { acts: 0, claims: 0 } };
  return new Withholding(rows, seeing, at).cut();
}

class Withholding {
  private readonly acts: HiddenActs;
  private readonly pseudonyms: Pseudonyms;
  private readonly hiddenWords = new Map<unknown, string>();
  private readonly hiddenClaims: ReadonlySet<string>;
  /** Claims that repeat one that is hidden by a link of ours: they stay repetitions. */
  private readonly relays: ReadonlySet<string>;

  constructor(
    private readonly all: Register,
    private readonly seeing: Seeing,
    private readonly at: AsOf,
  ) {
    this.acts = new HiddenActs(all, seeing);
    this.pseudonyms = new Pseudonyms(seeing.levels, seeing.most);
    const retracting = all.claims.filter(
      ({ claim }) => claim.supersedes?.change === 'retracts' && this.acts.has(actOfRef(claim.supersedes.claim)),
    );
    this.hiddenClaims = new Set(retracting.map(({ ref }) => ref));
    this.relays = new Set(
      all.links.flatMap((row) =>
        row.type === 'ClaimLinked' &&
        isKnown(row, at.recorded) &&
        row.data.as === 'relays' &&
        this.hidesRef(row.data.to)
          ? [row.data.from]
          : [],
      ),
    );
  }

  cut(): Cut {
    const { all } = this;
    const ofActs = <R extends Row>(rows: readonly R[]) => rows.filter((row) => !this.acts.hides(row));
    const ofThings = <R extends Row>(rows: readonly R[]) => rows.filter(({ stream }) => !this.isHidden(stream));
    const claims = ofActs(all.claims).filter(({ ref }) => !this.hiddenClaims.has(ref));
    const rows: Register = {
      acts: ofActs(all.acts).map((row) => this.entry(row)),
      claims: claims.map((row) => this.claim(row)),
      links: ofActs(all.links).filter((row) => !this.joinsHidden(row)),
      operations: ofActs(all.operations).map((row) => this.entry(row)),
      incidents: ofThings(all.incidents).map((row) => this.entry(this.withoutHiddenSources(row))),
      identifiers: ofThings(all.identifiers),
      identities: ofThings(all.identities)
        .filter(({ type, data }) => !this.namesHidden(type, data))
        .map((row) => this.entry<IdentityRow>(withoutHidden(row, (ref) => this.hidesRef(ref)))),
      judgements: ofThings(all.judgements)
        .filter(({ type, data }) => type !== 'ClaimSetAside' || !this.hidesRef(data.claim))
        .map((row) => this.entry<JudgementRow>(withoutHidden(row, (ref) => this.hidesRef(ref)))),
      series: ofThings(all.series).map((row) => this.entry(row)),
      actors: all.actors.map((row) => this.actor(row)),
      sources: ofThings(all.sources)
        .filter(({ type, data }) => !this.namesHidden(type, data))
        .map((row) => this.entry(row)),
      protections: all.protections
        .filter(({ stream }) => !this.isHidden(stream) && !this.acts.has(stream))
        .filter(
          ({ stream }) => !stream.startsWith('actor-') || !this.pseudonyms.isHidden(stream.slice('actor-'.length)),
        )
        .map((row) => this.entry(row)),
    };
    return { rows, withheld: this.counted(claims) };
  }

  private counted(left: readonly ClaimRow[]): WithheldCount {
    const { claimed, recorded } = this.at;
    const kept = new Set(left);
    const acts = [
      ...this.all.acts.filter(({ data }) => wasSaid(saidWhen(data), claimed)),
      ...this.all.operations.filter(({ type }) => type === 'OperationConducted'),
    ].filter((row) => isKnown(row, recorded) && this.acts.hides(row));
    const claims = this.all.claims.filter(
      (row) => !kept.has(row) && isKnown(row, recorded) && saidBy(row, claimed) !== 'not_yet',
    );
    return { acts: new Set(acts.map(({ stream }) => stream)).size, claims: claims.length };
  }

  private isHidden(stream: string): boolean {
    return isAbove(this.seeing.levels.of(stream), this.seeing.most);
  }

  private namesHidden(type: EventType, data: object): boolean {
    return namedByEntry(type, data).some((stream) => this.isHidden(stream));
  }

  private withoutHiddenSources(row: IncidentRow): IncidentRow {
    if (row.type !== 'IncidentOpened' || row.data.sources === undefined) return row;
    const sources = row.data.sources.filter(({ source }) => !this.isHidden(streamOf('source', source)));
    return { ...row, data: { ...row.data, sources } };
  }

  private hidesRef(ref: string): boolean {
    return this.acts.has(actOfRef(ref)) || this.hiddenClaims.has(ref);
  }

  private joinsHidden({ data: { from, to } }: LinkRow): boolean {
    return this.hidesRef(from) || this.hidesRef(to);
  }

  private entry<R extends AnyEntry>(row: R): R {
    const definition = definitions.get(row.type);
    if (definition === undefined) throw new Error(`${row.type} is not in the catalogue of events.`);
    const renamed = renameActors(row.data, referencesOf(row.type, row.data), this.pseudonyms.of);
    return { ...row, data: mask(definition.data, renamed, this.seeing.most) };
  }

  private claim(row: ClaimRow): ClaimRow {
    const joined = this.withoutHiddenLinks(row);
    const renamed = renameActors(joined, inClaim(joined, ''), this.pseudonyms.of);
    const masked = mask(StatementIssued, { claims: [renamed] }, this.seeing.most, (value, withheld) =>
      typeof value === 'string' ? this.wordFor(value) : { withheld },
    );
    return { ...row, claimant: this.pseudonyms.of(row.claimant), claim: masked.claims[0] ?? renamed };
  }

  /** A text that claims are told apart by: hidden, but the same for the same. */
  private wordFor(value: string): string {
    const word = this.hiddenWords.get(value) ?? `withheld-${this.hiddenWords.size + 1}`;
    this.hiddenWords.set(value, word);
    return word;
  }

  private withoutHiddenLinks({ ref, claim }: ClaimRow): Claim {
    const { supersedes, relays, ...rest } = claim;
    const repeatsHidden = this.relays.has(ref) || (relays?.claim !== undefined && this.hidesRef(relays.claim));
    const shownRelays = repeatsHidden ? { actor: 'withheld' } : relays;
    return {
      ...withoutHiddenAnswers(rest as Claim, (one) => this.hidesRef(one)),
      ...(supersedes !== undefined && !this.hidesRef(supersedes.claim) && { supersedes }),
      ...(shownRelays !== undefined && { relays: shownRelays }),
    } as Claim;
  }

  /** Whom an actor belongs to is kept, since it tells voices apart; who it is, only where the reader may know. */
  private actor(row: ActorRow): ActorRow {
    const masked = this.entry(row);
    const { actorId, partOf, memberOf } = masked.data;
    const shown = this.pseudonyms.of(actorId);
    if (shown === actorId) return masked;
    const nameless = this.pseudonyms.isNameless(row.stream);
    const data = {
      actorId: shown,
      names: [],
      ...(nameless && { person: true, shownAs: this.seeing.levels.shownAs(row.stream) }),
      ...('effective' in masked.data && { effective: masked.data.effective }),
      ...(partOf && { partOf }),
      ...(memberOf && { memberOf }),
    };
    return { ...masked, stream: this.pseudonyms.ofStream(row.stream), data } as unknown as ActorRow;
  }
}

const wasSaid = ({ from, to }: { readonly from: string; readonly to: string }, claimed: AsOf['claimed']): boolean =>
  saidBy({ saidFrom: from, saidTo: to }, claimed) !== 'not_yet';

function withoutHiddenAnswers(claim: Claim, hides: (ref: string) => boolean): Claim {
  if (claim.kind !== 'investigation' || claim.answers === undefined) return claim;
  const { answers, ...rest } = claim;
  const left = answers.filter((ref) => !hides(ref));
  return left.length === 0 ? (rest as Claim) : { ...claim, answers: left };
}

/** An entry whose lists of claims come without those that are hidden. */
function withoutHidden<R extends IdentityRow | JudgementRow>(row: R, hides: (ref: string) => boolean): R {
  const lists = row.data as {
    basis?: readonly string[];
    members?: readonly string[];
    allocation?: readonly { claim: string }[];
  };
  return {
    ...row,
    data: {
      ...row.data,
      ...(lists.basis && { basis: lists.basis.filter((ref) => !hides(ref)) }),
      ...(lists.members && { members: lists.members.filter((ref) => !ref.includes('#') || !hides(ref)) }),
      ...(lists.allocation && { allocation: lists.allocation.filter(({ claim }) => !hides(claim)) }),
    },
  };
}
