import { IsObject, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { IsEventId, IsHash, IsLanguage, IsOneOf, IsText, IsValues, Optional } from '../schema/decorators.js';
import { field } from '../schema/field.js';
import { Level } from '../schema/level.js';

/** Where words are kept: an entry of the vault, its language, and a salted hash of the words (design §3.5). */
@Level('public')
export class PassageRef {
  @IsEventId() readonly passage!: string;
  @IsLanguage() readonly lang!: string;
  @IsHash() readonly hash!: string;
}

@Level('restricted')
export class Translation {
  @IsLanguage() readonly lang!: string;
  @IsText(100_000) readonly value!: string;
  @IsOneOf('human', 'machine') readonly by!: 'human' | 'machine';
}

/** The words themselves, on their way into the vault or out of it. They never enter the log. */
@Level('restricted')
export class PassageText {
  @IsLanguage() readonly lang!: string;
  @IsText(100_000) readonly value!: string;
  @Optional() @IsValues(() => Translation, { max: 40 }) readonly translations?: readonly Translation[];
}

/** Verbatim words, a note, or a description of people. A body carries {@link PassageText} here, the event a {@link PassageRef}. */
export const IsPassage = () =>
  field(
    { kind: 'passage' },
    IsObject(),
    ValidateNested(),
    Type(() => PassageRef),
  );
