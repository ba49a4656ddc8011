import { IsLanguage, IsText } from '../schema/decorators.js';
import { Level } from '../schema/level.js';

/** A public name or title in one language; a Label is a list of them. */
@Level('public')
export class LabelText {
  @IsLanguage() readonly lang!: string;
  @IsText(500) readonly text!: string;
}

export type Label = readonly LabelText[];
