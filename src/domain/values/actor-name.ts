import { IsLanguage, IsText, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';

/** A public name in one language, with its transliteration where it is not in Latin script. */
@Level('public')
export class ActorName {
  @IsLanguage() readonly lang!: string;
  @IsText(300) readonly text!: string;
  @Optional() @IsText(300) readonly transliteration?: string;
}
