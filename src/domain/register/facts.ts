import type {
  ActorRow,
  ActRow,
  ClaimRow,
  IdentifierRow,
  IdentityRow,
  IncidentRow,
  JudgementRow,
  LinkRow,
  OperationRow,
  ProtectionRow,
  SeriesRow,
  SourceRow,
} from './rows.js';

/** What claims are about: an incident with all that was ever merged with it, or a series. A stream name. */
export type Subject = string;

/**
 * The register's rows about one subject, all versions of them. Every answer is a pure function of Facts at (claimed, recorded).
 * For an incident they hold every incident it was ever merged with and every part of a split, the claims about any of these,
 * the acts of those claims, links between those claims, operations on those incidents, and every actor named with the whole
 * chain of those it was ever part of.
 */
export interface Facts {
  readonly subject: Subject;
  readonly acts: readonly ActRow[];
  readonly claims: readonly ClaimRow[];
  readonly links: readonly LinkRow[];
  readonly operations: readonly OperationRow[];
  readonly incidents: readonly IncidentRow[];
  readonly identifiers: readonly IdentifierRow[];
  readonly identities: readonly IdentityRow[];
  readonly judgements: readonly JudgementRow[];
  readonly series: readonly SeriesRow[];
  readonly actors: readonly ActorRow[];
  readonly sources: readonly SourceRow[];
  readonly protections: readonly ProtectionRow[];
}
