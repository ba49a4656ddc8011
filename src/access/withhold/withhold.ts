import type { AsOf } from '../../domain/as-of.js';
import { actOfRef, type Claim } from '../../domain/claims/claim.js';
import { digest } from '../../domain/claims/digest.js';
import { isKnown } from '../../domain/claims/known.js';
import { saidBy } from '../../domain/claims/said.js';
import { definitions, type EventType } from '../../domain/events/index.js';
import { StatementIssued } from '../../domain/events/statement-issued.js';
import { inClaim } from '../../domain/references/in-claims.js';
import { referencesOf } from '../../domain/references/references-of.js';
import type { Facts } from '../../domain/register/facts.js';
import { saidWhen } from '../../domain/register/fold.js';
import type { Register } from '../../domain/register/register.js';
import type {
  ActorRow,
  ActRow,
  ClaimRow,
  EntryRow,
  IdentityRow,
  IncidentRow,
  JudgementRow,
  LinkRow,
  OperationRow,
  Row,
} from '../../domain/register/rows.js';
import { categoryOf, idOf, streamOf } from '../../domain/streams.js';
import { HiddenActs, type Seeing } from './hidden-acts.js';
import { isAbove } from './levels.js';
import { mask } from './mask.js';
import { namedByEntry } from './named-streams.js';
import { Pseudonyms } from './pseudonyms.js';
import { renameActors } from './rename.js';
import { settledAs } from './settled.js';

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

export interface CutFacts {
  readonly facts: Facts;
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
  const withholding = new Withholding(rows, seeing, at);
  return { rows: withholding.shown(withholding.left()), withheld: withholding.counted() };
}

/** The same of the facts about one subject. What was settled stays so under the names that the reader is shown. */
export function withholdAbout({ subject, ...rows }: Facts, seeing: Seeing, at: AsOf): CutFacts {
  if (seeing.most === 'confidential') return { facts: { subject, ...rows }, withheld: { acts: 0, claims: 0 } };
  const withholding = new Withholding(rows, seeing, at);
  const left = withholding.left();
  const shown = { subject, ...withholding.shown(left) };
  const judgements = settledAs({ subject, ...left }, shown, at);
  return { facts: { ...shown, judgements }, withheld: withholding.counted() };
}

class Withholding {
  private readonly acts: HiddenActs;
  private readonly pseudonyms: Pseudonyms;
  private readonly hiddenWords = new Map<unknown, string>();
  private readonly hiddenClaims: ReadonlySet<string>;
  /** Claims that repeat one that is hidden by a link of ours: they stay repetitions. */
  private readonly relays: ReadonlySet<string>;
  private readonly claims: readonly ClaimRow[];

  constructor(
    private readonly all: Register,
    private readonly seeing: Seeing,
    private readonly at: AsOf,
  ) {
    this.acts = new HiddenActs(all, seeing);
    this.pseudonyms = new Pseudonyms(seeing.levels, seeing.most);
    this.hiddenClaims = new Set(all.claims.filter(({ claim }) => this.speaksOfHidden(claim)).map(({ ref }) => ref));
    this.claims = this.ofActs(all.claims).filter(({ ref }) => !this.hiddenClaims.has(ref));
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

  /** The rows without those that are kept more closely, and without what would give these away. */
  left(): Register {
    const { all } = this;
    const ofThings = <R extends Row>(rows: readonly R[]) => rows.filter(({ stream }) => !this.isHidden(stream));
    return {
      acts: this.ofActs(all.acts).map((row) => this.withoutHiddenReport(row)),
      claims: this.claims.map((row) => ({ ...row, claim: this.withoutHiddenLinks(row) })),
      links: this.ofActs(all.links).filter((row) => !this.joinsHidden(row)),
      operations: this.ofActs(all.operations).map((row) => withoutHidden(row, this.hidesRef)),
      incidents: ofThings(all.incidents).map((row) => this.withoutHiddenSources(row)),
      identifiers: ofThings(all.identifiers),
      identities: ofThings(all.identities)
        .filter(({ type, data }) => !this.namesHidden(type, data))
        .map((row) => withoutHidden(row, this.hidesRef)),
      judgements: ofThings(all.judgements)
        .filter(({ type, data }) => type !== 'ClaimSetAside' || !this.hidesRef(data.claim))
        .map((row) => withoutHidden(row, this.hidesRef)),
      series: ofThings(all.series),
      actors: all.actors,
      sources: ofThings(all.sources).filter(({ type, data }) => !this.namesHidden(type, data)),
      protections: all.protections
        .filter(({ stream }) => !this.isHidden(stream) && !this.acts.has(stream))
        .filter(({ stream }) => categoryOf(stream) !== 'actor' || !this.pseudonyms.isHidden(idOf(stream))),
    };
  }

  /** What is left, without the fields and names that are kept more closely. */
  shown(left: Register): Register {
    const entries = <R extends AnyEntry>(rows: readonly R[]) => rows.map((row) => this.entry(row));
    return {
      acts: entries(left.acts),
      claims: left.claims.map((row) => this.claim(row)),
      links: left.links,
      operations: entries(left.operations),
      incidents: entries(left.incidents),
      identifiers: entries(left.identifiers),
      identities: entries(left.identities),
      judgements: entries(left.judgements),
      series: entries(left.series),
      actors: left.actors.map((row) => this.actor(row)),
      sources: entries(left.sources),
      protections: entries(left.protections),
    };
  }

  counted(): WithheldCount {
    const { claimed, recorded } = this.at;
    const kept = new Set(this.claims);
    const acts = [
      ...this.all.acts.filter(({ data }) => wasSaid(saidWhen(data), claimed)),
      ...this.all.operations.filter(({ type }) => type === 'OperationConducted'),
    ].filter((row) => isKnown(row, recorded) && this.acts.hides(row));
    const claims = this.all.claims.filter(
      (row) => !kept.has(row) && isKnown(row, recorded) && saidBy(row, claimed) !== 'not_yet',
    );
    return { acts: new Set(acts.map(({ stream }) => stream)).size, claims: claims.length };
  }

  private ofActs<R extends Row>(rows: readonly R[]): readonly R[] {
    return rows.filter((row) => !this.acts.hides(row));
  }

  /** Whether a claim says nothing but what is hidden: it takes back a hidden claim, or is about a hidden operation. */
  private speaksOfHidden(claim: Claim): boolean {
    const operation = claim.kind === 'operation' || claim.kind === 'operation_status' ? claim.operation : undefined;
    return (
      (claim.supersedes?.change === 'retracts' && this.acts.has(actOfRef(claim.supersedes.claim))) ||
      (operation !== undefined && this.acts.has(streamOf('operation', operation)))
    );
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

  private withoutHiddenReport(row: ActRow): ActRow {
    if (row.type !== 'ReportPublished' || row.data.replaces === undefined) return row;
    const { replaces, ...data } = row.data;
    return this.acts.has(streamOf('report', replaces)) ? { ...row, data } : row;
  }

  private readonly hidesRef = (ref: string): boolean => this.acts.has(actOfRef(ref)) || this.hiddenClaims.has(ref);

  private joinsHidden({ data: { from, to } }: LinkRow): boolean {
    return this.hidesRef(from) || this.hidesRef(to);
  }

  private entry<R extends AnyEntry>(row: R): R {
    const definition = definitions.get(row.type);
    if (definition === undefined) throw new Error(`${row.type} is not in the catalogue of events.`);
    const renamed = renameActors(row.data, referencesOf(row.type, row.data), this.pseudonyms.of);
    const cleared = this.seeing.levels.isCleared(row.stream);
    return { ...row, data: mask(definition.data, renamed, { most: this.seeing.most, cleared }) };
  }

  private claim(row: ClaimRow): ClaimRow {
    const renamed = renameActors(row.claim, inClaim(row.claim, ''), this.pseudonyms.of);
    const masked = mask(
      StatementIssued,
      { claims: [renamed] },
      {
        most: this.seeing.most,
        cleared: this.seeing.levels.isCleared(row.stream),
        hide: (value, withheld) => (typeof value === 'string' ? this.wordFor(value, row.ref) : { withheld }),
      },
    );
    return { ...row, claimant: this.pseudonyms.of(row.claimant), claim: masked.claims[0] ?? renamed };
  }

  /** A text that claims are told apart by: hidden, but the same for the same, in every answer that begins with the same claim. */
  private wordFor(value: string, ref: string): string {
    const word = this.hiddenWords.get(value) ?? `withheld-${digest('word', ref).slice(-12)}`;
    this.hiddenWords.set(value, word);
    return word;
  }

  private withoutHiddenLinks({ ref, claim }: ClaimRow): Claim {
    const { supersedes, relays, ...rest } = claim;
    const repeatsHidden = this.relays.has(ref) || (relays?.claim !== undefined && this.hidesRef(relays.claim));
    const shownRelays = repeatsHidden ? { actor: this.pseudonyms.nobody() } : relays;
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
function withoutHidden<R extends IdentityRow | JudgementRow | OperationRow>(
  row: R,
  hides: (ref: string) => boolean,
): R {
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
