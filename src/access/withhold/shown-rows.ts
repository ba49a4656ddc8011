import { digest } from '../../domain/claims/digest.js';
import { definitions, type EventType } from '../../domain/events/index.js';
import { StatementIssued } from '../../domain/events/statement-issued.js';
import { inClaim } from '../../domain/references/in-claims.js';
import { referencesOf } from '../../domain/references/references-of.js';
import type { Register } from '../../domain/register/register.js';
import type { ActorRow, ClaimRow, EntryRow } from '../../domain/register/rows.js';
import type { Seeing } from './hidden-acts.js';
import { mask } from './mask.js';
import type { Pseudonyms } from './pseudonyms.js';
import { renameActors } from './rename.js';

type AnyEntry = EntryRow<EventType, object>;

/** Shows rows that are not hidden without the fields and names in them that are. */
export class ShownRows {
  private readonly hiddenWords = new Map<unknown, string>();

  constructor(
    private readonly seeing: Seeing,
    private readonly pseudonyms: Pseudonyms,
  ) {}

  of(left: Register): Register {
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
