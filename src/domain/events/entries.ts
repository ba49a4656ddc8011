import { IsObject } from 'class-validator';
import { FilledIn, IsCode, IsEventId, IsEventType, IsValue, IsVersion, Optional } from '../schema/decorators.js';
import { field } from '../schema/field.js';
import { Level } from '../schema/level.js';
import { IsPassage, type PassageRef } from '../values/passage.js';
import { correctionReason, type CorrectionReason } from '../vocabularies/correction-reason.js';
import { event } from './event.js';

/** The whole data of the entry that is corrected or withdrawn; each of its fields keeps its own level. */
export const IsEventData = () => field({ kind: 'event-data' }, IsObject());

/** What kind of entry it is about, and in which version of it `before` and `after` are told. */
@Level('public')
export class EntryVersion {
  @IsEventType() readonly type!: string;
  @IsVersion() readonly schemaVersion!: number;
}

/** We recorded it wrongly. What was said, and when, may be corrected; the id of an opening entry never is. */
@Level('public')
export class EntryCorrected {
  /** The event that is corrected: always the original one, however often it was corrected before. */
  @IsEventId() readonly target!: string;
  @IsCode(correctionReason) readonly reason!: CorrectionReason;
  @Optional() @Level('restricted') @IsPassage() readonly note?: PassageRef;
  @FilledIn() @IsValue(() => EntryVersion) readonly of!: EntryVersion;
  @FilledIn() @IsEventData() readonly before!: object;
  @IsEventData() readonly after!: object;
}

export const entryCorrected = event('EntryCorrected', EntryCorrected);

/** We should not have recorded it at all. It stays in the log and in the past. */
@Level('public')
export class EntryWithdrawn {
  @IsEventId() readonly target!: string;
  @IsCode(correctionReason) readonly reason!: CorrectionReason;
  @Optional() @Level('restricted') @IsPassage() readonly note?: PassageRef;
  @FilledIn() @IsValue(() => EntryVersion) readonly of!: EntryVersion;
  @FilledIn() @IsEventData() readonly before!: object;
}

export const entryWithdrawn = event('EntryWithdrawn', EntryWithdrawn);
