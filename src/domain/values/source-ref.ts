import { IsId, IsText, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';

/** The published thing an entry rests on, and where in it. */
@Level('public')
export class SourceRef {
  @IsId() readonly source!: string;
  /** A page, paragraph, minute or row: where in the source to look. */
  @Optional() @IsText(200) readonly locator?: string;
}
