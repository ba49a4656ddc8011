import { AmendActorHandler } from './amend-actor/amend-actor.command.js';
import { AmendIncidentHandler } from './amend-incident/amend-incident.command.js';
import { AmendSeriesHandler } from './amend-series/amend-series.command.js';
import { ArchiveSourceHandler } from './archive-source/archive-source.command.js';
import { AssessCasualtiesHandler } from './assess-casualties/assess-casualties.command.js';
import { AssessGeolocationHandler } from './assess-geolocation/assess-geolocation.command.js';
import { AssessOperationHandler } from './assess-operation/assess-operation.command.js';
import { AssignIdentifierHandler } from './assign-identifier/assign-identifier.command.js';
import { CorrectEntryHandler } from './correct-entry/correct-entry.command.js';
import { DefineSeriesHandler } from './define-series/define-series.command.js';
import { ErasePassageHandler } from './erase-passage/erase-passage.command.js';
import { GradeIncidentHandler } from './grade-incident/grade-incident.command.js';
import { LinkClaimsHandler } from './link-claims/link-claims.command.js';
import { LinkIncidentsHandler } from './link-incidents/link-incidents.command.js';
import { MergeIncidentHandler } from './merge-incident/merge-incident.command.js';
import { OpenIncidentHandler } from './open-incident/open-incident.command.js';
import { RecordOperationHandler } from './record-operation/record-operation.command.js';
import { RecordReportHandler } from './record-report/record-report.command.js';
import { RecordStatementHandler } from './record-statement/record-statement.command.js';
import { RegisterActorHandler } from './register-actor/register-actor.command.js';
import { RegisterSourceHandler } from './register-source/register-source.command.js';
import { ReportSourceRemovedHandler } from './report-source-removed/report-source-removed.command.js';
import { ResolveFindingHandler } from './resolve-finding/resolve-finding.command.js';
import { SetClaimAsideHandler } from './set-claim-aside/set-claim-aside.command.js';
import { SetProtectionHandler } from './set-protection/set-protection.command.js';
import { SplitIncidentHandler } from './split-incident/split-incident.command.js';
import { UnlinkClaimsHandler } from './unlink-claims/unlink-claims.command.js';
import { UnmergeIncidentHandler } from './unmerge-incident/unmerge-incident.command.js';
import { VerifySourceHandler } from './verify-source/verify-source.command.js';
import { WithdrawEntryHandler } from './withdraw-entry/withdraw-entry.command.js';
import { WithdrawIdentifierHandler } from './withdraw-identifier/withdraw-identifier.command.js';

/** Everything people can do. */
export const commandHandlers = [
  AmendActorHandler,
  AmendIncidentHandler,
  AmendSeriesHandler,
  ArchiveSourceHandler,
  AssessCasualtiesHandler,
  AssessGeolocationHandler,
  AssessOperationHandler,
  AssignIdentifierHandler,
  CorrectEntryHandler,
  DefineSeriesHandler,
  ErasePassageHandler,
  GradeIncidentHandler,
  LinkClaimsHandler,
  LinkIncidentsHandler,
  MergeIncidentHandler,
  OpenIncidentHandler,
  RecordOperationHandler,
  RecordReportHandler,
  RecordStatementHandler,
  RegisterActorHandler,
  RegisterSourceHandler,
  ReportSourceRemovedHandler,
  ResolveFindingHandler,
  SetClaimAsideHandler,
  SetProtectionHandler,
  SplitIncidentHandler,
  UnlinkClaimsHandler,
  UnmergeIncidentHandler,
  VerifySourceHandler,
  WithdrawEntryHandler,
  WithdrawIdentifierHandler,
];

export { AmendActor } from './amend-actor/amend-actor.command.js';
export { AmendIncident } from './amend-incident/amend-incident.command.js';
export { AmendSeries } from './amend-series/amend-series.command.js';
export { ArchiveSource } from './archive-source/archive-source.command.js';
export { AssessCasualties } from './assess-casualties/assess-casualties.command.js';
export { AssessGeolocation } from './assess-geolocation/assess-geolocation.command.js';
export { AssessOperation } from './assess-operation/assess-operation.command.js';
export { AssignIdentifier } from './assign-identifier/assign-identifier.command.js';
export { CorrectEntry } from './correct-entry/correct-entry.command.js';
export { DefineSeries } from './define-series/define-series.command.js';
export { ErasePassage } from './erase-passage/erase-passage.command.js';
export { GradeIncident } from './grade-incident/grade-incident.command.js';
export { LinkClaims } from './link-claims/link-claims.command.js';
export { LinkIncidents } from './link-incidents/link-incidents.command.js';
export { MergeIncident } from './merge-incident/merge-incident.command.js';
export { OpenIncident } from './open-incident/open-incident.command.js';
export { RecordOperation } from './record-operation/record-operation.command.js';
export { RecordReport } from './record-report/record-report.command.js';
export { RecordStatement } from './record-statement/record-statement.command.js';
export { RegisterActor } from './register-actor/register-actor.command.js';
export { RegisterSource } from './register-source/register-source.command.js';
export { ReportSourceRemoved } from './report-source-removed/report-source-removed.command.js';
export { ResolveFinding } from './resolve-finding/resolve-finding.command.js';
export { SetClaimAside } from './set-claim-aside/set-claim-aside.command.js';
export { SetProtection } from './set-protection/set-protection.command.js';
export { SplitIncident } from './split-incident/split-incident.command.js';
export { UnlinkClaims } from './unlink-claims/unlink-claims.command.js';
export { UnmergeIncident } from './unmerge-incident/unmerge-incident.command.js';
export { VerifySource } from './verify-source/verify-source.command.js';
export { WithdrawEntry } from './withdraw-entry/withdraw-entry.command.js';
export { WithdrawIdentifier } from './withdraw-identifier/withdraw-identifier.command.js';
