import { ValidateBy } from 'class-validator';
import { IsClaimRef, IsCode, IsFlag, IsId, IsIds, IsText, IsValue, Optional } from '../../schema/decorators.js';
import { Level } from '../../schema/level.js';
import { RequiredWhen } from '../../schema/rules.js';
import { IsPassage, type PassageRef } from '../../values/passage.js';
import { announced, type Announced } from '../../vocabularies/announced.js';
import { certainty, type Certainty } from '../../vocabularies/certainty.js';
import { changeReason, type ChangeReason } from '../../vocabularies/change-reason.js';
import { change, type Change } from '../../vocabularies/change.js';

const exactlyOneForm = (says: string, forms: readonly (readonly string[])[]) =>
  ValidateBy({
    name: 'oneForm',
    validator: {
      validate: (value: unknown) => {
        if (typeof value !== 'object' || value === null) return true;
        const present = Object.entries(value)
          .filter(([, part]) => part !== undefined)
          .map(([name]) => name);
        return forms.some((form) => form.length === present.length && form.every((name) => present.includes(name)));
      },
      defaultMessage: () => `$property must be ${says}`,
    },
  });

/** What a claim is about: incidents (more than one is a joint figure), or one slot of a series. */
@Level('public')
export class About {
  @Optional() @IsIds({ min: 1, max: 500 }) readonly incidents?: readonly string[];
  @Optional() @IsId() readonly series?: string;
  /** A slot's id, or the date of a daily series. */
  @Optional() @IsText(64) readonly slot?: string;
}

/** An earlier claim of the same party, kind and subject that this one changes (design §3.2). */
@Level('public')
export class Supersedes {
  @IsClaimRef() readonly claim!: string;
  @IsCode(change) readonly change!: Change;
  @IsCode(announced) readonly announced!: Announced;
  @Optional() @IsCode(changeReason) readonly reason?: ChangeReason;
}

/** Repetition of another's claim: the claim itself or, where that is not recorded yet, whose it was. */
@Level('public')
export class Relays {
  @Optional() @IsClaimRef() readonly claim?: string;
  @Optional() @IsId() readonly actor?: string;
}

/** Words that stand in `accordingTo` for somebody unnamed. No actor may have them as its id. */
export const UNNAMED_ORIGINS = ['media', 'officials', 'unstated'] as const;

/** What every claim has, whatever it says. Its reference is `<stream>#<claimId>`. */
@Level('public')
export abstract class ClaimBase {
  @IsId() readonly claimId!: string;
  @IsValue(() => About)
  @exactlyOneForm('{ incidents } or { series, slot }', [['incidents'], ['series', 'slot']])
  readonly about!: About;
  @IsCode(certainty) readonly certainty!: Certainty;
  /** What a conditional claim depends on, in words. */
  @RequiredWhen<ClaimBase>(({ certainty }) => certainty === 'conditional', 'where the certainty is conditional')
  @IsPassage()
  readonly condition?: PassageRef;
  /** Actors, `media`, `officials` or `unstated`: whom the claimant passes on. Adds no voice. */
  @Optional() @IsIds({ min: 1, max: 50 }) readonly accordingTo?: readonly string[];
  /** The claimant gathers others' figures. Adds no voice. */
  @Optional() @IsFlag() readonly compiled?: boolean;
  @Optional() @IsValue(() => Supersedes) readonly supersedes?: Supersedes;
  @Optional()
  @IsValue(() => Relays)
  @exactlyOneForm('{ claim } or { actor }', [['claim'], ['actor']])
  readonly relays?: Relays;
  @Optional() @IsPassage() readonly quote?: PassageRef;
}
