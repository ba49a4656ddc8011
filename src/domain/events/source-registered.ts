import { FilledIn, IsCode, IsFlag, IsId, IsLanguage, IsLink, IsValues, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { LabelText, type Label } from '../values/label.js';
import { protectionLevel, type ProtectionLevel } from '../vocabularies/protection-level.js';
import { event } from './event.js';

/** A published thing that entries rest on: a page, a post, a document, a recording. */
@Level('public')
export class SourceRegistered {
  @FilledIn() @IsId() readonly sourceId!: string;
  @IsValues(() => LabelText, { min: 1, max: 20 }) readonly title!: Label;
  /** Where it was found. */
  @Optional() @IsLink() readonly url?: string;
  /** The actor that published it. */
  @Optional() @IsId() readonly publisher?: string;
  @Optional() @IsLanguage() readonly lang?: string;
  /** A private person's account: its address is then restricted unless cleared. */
  @Optional() @IsFlag() readonly privateAccount?: boolean;
  /** `restricted` unless recorded as public. */
  @Optional() @IsCode(protectionLevel) readonly protection?: ProtectionLevel;
}

export const sourceRegistered = event('SourceRegistered', SourceRegistered);
