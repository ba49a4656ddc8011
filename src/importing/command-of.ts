import type { Command } from '@nestjs/cqrs';
import type { Appended, CommandContext } from '../commands/decision-log.js';
import {
  AmendActor,
  AmendIncident,
  AmendSeries,
  AssessCasualties,
  AssessGeolocation,
  AssessOperation,
  AssignIdentifier,
  DefineSeries,
  GradeIncident,
  LinkClaims,
  LinkIncidents,
  OpenIncident,
  RecordOperation,
  RecordReport,
  RecordStatement,
  RegisterActor,
  RegisterSource,
  SetClaimAside,
  SetProtection,
} from '../commands/index.js';
import { actOfRef } from '../domain/claims/claim.js';
import { categoryOf, idOf } from '../domain/streams.js';
import type { Sending } from './row.js';

/** The command that a row stands for: the very one that HTTP sends. */
export function commandOf(row: Sending, context: CommandContext): Command<Appended> {
  switch (row.command) {
    case 'RegisterActor':
      return new RegisterActor(row.body, context);
    case 'AmendActor':
      return new AmendActor(row.body, context);
    case 'RegisterSource':
      return new RegisterSource(row.body, context);
    case 'OpenIncident':
      return new OpenIncident(row.body, context);
    case 'AmendIncident':
      return new AmendIncident(row.body, context);
    case 'LinkIncidents':
      return new LinkIncidents(row.body, context);
    case 'AssignIdentifier':
      return new AssignIdentifier(row.body, context);
    case 'DefineSeries':
      return new DefineSeries(row.body, context);
    case 'AmendSeries':
      return new AmendSeries(row.body, context);
    case 'RecordOperation':
      return new RecordOperation(row.body, context);
    case 'RecordStatement':
      return new RecordStatement(row.body, context);
    case 'RecordReport':
      return new RecordReport(row.body, context);
    case 'LinkClaims': {
      const act = actOfRef(row.body.from);
      return new LinkClaims(categoryOf(act) as 'statement' | 'report', idOf(act), row.body, context);
    }
    case 'GradeIncident':
      return new GradeIncident(row.body, context);
    case 'AssessCasualties':
      return new AssessCasualties(row.body, context);
    case 'AssessGeolocation':
      return new AssessGeolocation(row.body, context);
    case 'AssessOperation':
      return new AssessOperation(row.body, context);
    case 'SetClaimAside':
      return new SetClaimAside(row.body, context);
    case 'SetProtection': {
      const { subject } = row.body;
      return new SetProtection(categoryOf(subject), idOf(subject), row.body, context);
    }
  }
}
