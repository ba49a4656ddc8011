import { IsKinds } from '../schema/decorators.js';
import type { KindClass } from '../schema/field.js';
import { distinctBy } from '../schema/member-checks.js';
import { CountClaim } from './kinds/count.js';
import { InvestigationClaim } from './kinds/investigation.js';
import { CauseClaim, GradeClaim, LocationClaim, OperationStatusClaim } from './kinds/judgements.js';
import { ResponsibilityClaim } from './kinds/responsibility.js';
import {
  CivilianStatusClaim,
  NoCommentClaim,
  OccurrenceClaim,
  OperationClaim,
  PositionClaim,
} from './kinds/stances.js';

/** One thing that somebody said. Claims are told apart by `kind`. */
export type Claim =
  | CauseClaim
  | CivilianStatusClaim
  | CountClaim
  | GradeClaim
  | InvestigationClaim
  | LocationClaim
  | NoCommentClaim
  | OccurrenceClaim
  | OperationClaim
  | OperationStatusClaim
  | PositionClaim
  | ResponsibilityClaim;

export type ClaimKind = Claim['kind'];

const kinds: readonly KindClass[] = [
  { name: 'count', value: CountClaim },
  { name: 'responsibility', value: ResponsibilityClaim },
  { name: 'occurrence', value: OccurrenceClaim },
  { name: 'operation', value: OperationClaim },
  { name: 'civilian_status', value: CivilianStatusClaim },
  { name: 'location', value: LocationClaim },
  { name: 'grade', value: GradeClaim },
  { name: 'operation_status', value: OperationStatusClaim },
  { name: 'cause', value: CauseClaim },
  { name: 'investigation', value: InvestigationClaim },
  { name: 'position', value: PositionClaim },
  { name: 'no_comment', value: NoCommentClaim },
];

/** An act's claims, each with a `claimId` of its own. May be empty: that it was said is the fact. */
export const IsClaims = () => IsKinds('kind', kinds, { max: 5_000 }, distinctBy('claimId'));

/** `<stream>#<claimId>`. */
export const claimRef = (stream: string, claimId: string): string => `${stream}#${claimId}`;

/** The stream of the act a claim reference points into. */
export const actOfRef = (ref: string): string => ref.slice(0, ref.indexOf('#'));
