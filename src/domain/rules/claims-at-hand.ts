import type { Fact } from '../events/index.js';
import { claimsOfReport, claimsOfStatement, type SaidClaim } from '../states/act.js';
import { streamOf } from '../streams.js';

/** The claims of an act that is about to be recorded, or corrected; none of anything else. */
export function claimsAtHand(fact: Fact): ReadonlyMap<string, SaidClaim> {
  switch (fact.type) {
    case 'StatementIssued':
      return claimsOfStatement(streamOf('statement', fact.data.statementId), fact.data);
    case 'ReportPublished':
      return claimsOfReport(streamOf('report', fact.data.reportId), fact.data);
    default:
      return new Map();
  }
}
