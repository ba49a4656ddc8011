import { IsCode, IsFlag, IsOneOf, IsValue, Optional } from '../../schema/decorators.js';
import { Level } from '../../schema/level.js';
import { PresentWhen } from '../../schema/rules.js';
import { Counted } from '../../values/counted.js';
import { Figure } from '../../values/figure.js';
import { figureBasis, type FigureBasis } from '../../vocabularies/figure-basis.js';
import { ClaimBase } from './claim-base.js';

/** One figure. A claim that retracts an earlier one has none. */
@Level('public')
export class CountClaim extends ClaimBase {
  @IsOneOf('count') readonly kind!: 'count';
  @IsValue(() => Counted) readonly counted!: Counted;
  @PresentWhen<CountClaim>(({ supersedes }) => supersedes?.change !== 'retracts', 'unless the claim retracts one')
  @IsValue(() => Figure)
  readonly figure?: Figure;
  @Optional() @IsCode(figureBasis) readonly basis?: FigureBasis;
  /** The claimant computed it from other figures; compared with none. */
  @Optional() @IsFlag() readonly derived?: boolean;
}
