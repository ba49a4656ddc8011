import { IsClaimRefs, IsId, IsValue, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { IsPassage, type PassageRef } from '../values/passage.js';
import { When } from '../values/when.js';

/** What every judgement of ours has: on which claims it rests, who made it and when. */
@Level('public')
export abstract class Assessment {
  @IsClaimRefs({ max: 500 }) readonly basis!: readonly string[];
  /** The actor that judged: the register's own organisation, or one it works with. */
  @Level('restricted') @IsId() readonly assessedBy!: string;
  @IsValue(() => When) readonly decidedAt!: When;
  @Optional() @Level('restricted') @IsPassage() readonly note?: PassageRef;
}
