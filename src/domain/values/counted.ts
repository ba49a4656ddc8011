import { IsCode, IsCodes, IsId, IsIds, IsValues, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { PresentWhen } from '../schema/rules.js';
import { category, type Category } from '../vocabularies/category.js';
import { circumstance, type Circumstance } from '../vocabularies/circumstance.js';
import { countStatus, type CountStatus } from '../vocabularies/civilian-status.js';
import { means, type Means } from '../vocabularies/means.js';
import { measure, type Measure } from '../vocabularies/measure.js';
import { tally, type Tally } from '../vocabularies/tally.js';
import { LabelText, type Label } from './label.js';

const saysOther = ({ category, means, circumstance }: Partial<Counted>): boolean =>
  category === 'other' || circumstance === 'other' || (Array.isArray(means) && means.includes('other'));

/** What is counted (design §3.3). With the subject it is the comparability key. */
@Level('public')
export class Counted {
  @IsCode(measure) readonly measure!: Measure;
  @IsCode(category) readonly category!: Category;
  /** Unstated is `any` for person and `not_stated` for the rest. */
  @Optional() @IsCode(countStatus) readonly status?: CountStatus;
  /** Unstated is `occurred`. */
  @Optional() @IsCode(tally) readonly tally?: Tally;
  /** Actors: one of these did it. */
  @Optional() @IsIds({ min: 1, max: 50 }) readonly attributedTo?: readonly string[];
  /** Actor: whose forces. */
  @Optional() @IsId() readonly of?: string;
  @Optional() @IsCodes(means, { min: 1, max: 20 }) readonly means?: readonly Means[];
  @Optional() @IsCode(circumstance) readonly circumstance?: Circumstance;
  /** A part of those counted, as the claimant drew it: a slug such as `inside-building`. */
  @Optional() @IsId() readonly subgroup?: string;
  /** What `other` stands for; required with it. Such a figure compares with nothing. */
  @PresentWhen(saysOther, 'where a code is other')
  @IsValues(() => LabelText, { min: 1, max: 20 })
  readonly label?: Label;
}
