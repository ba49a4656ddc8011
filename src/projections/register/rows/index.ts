import type { Family, FamilyRow } from '../../../domain/register/fold.js';
import type { Table } from '../../../projector/table.js';
import { ActEntity, acts } from './acts.row.js';
import { ActorEntity, actors } from './actors.row.js';
import { ClaimSubjectEntity } from './claim-subjects.row.js';
import { ClaimEntity, claims } from './claims.row.js';
import { IdentifierEntity, identifiers } from './identifiers.row.js';
import { IdentityEntity, identities } from './identities.row.js';
import { IncidentEntity, incidents } from './incidents.row.js';
import { JudgementEntity, judgements } from './judgements.row.js';
import type { KeptRow } from './kept-row.js';
import { LinkEntity, links } from './links.row.js';
import { OperationEntity, operations } from './operations.row.js';
import { ProtectionEntity, protections } from './protections.row.js';
import { SeriesEntity, series } from './series.row.js';
import { SourceEntity, sources } from './sources.row.js';

/** The table of every family of rows. */
export const familyTables: { readonly [F in Family]: Table<KeptRow<FamilyRow<F>>> } = {
  acts,
  claims,
  links,
  operations,
  incidents,
  identifiers,
  identities,
  judgements,
  series,
  actors,
  sources,
  protections,
};

export const FAMILIES = Object.keys(familyTables) as readonly Family[];

export const familyEntities = [
  ActEntity,
  ActorEntity,
  ClaimEntity,
  ClaimSubjectEntity,
  IdentifierEntity,
  IdentityEntity,
  IncidentEntity,
  JudgementEntity,
  LinkEntity,
  OperationEntity,
  ProtectionEntity,
  SeriesEntity,
  SourceEntity,
];
