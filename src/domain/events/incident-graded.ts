import { FilledIn, IsCode, IsId, IsText } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { grade, type Grade } from '../vocabularies/grade.js';
import { Assessment } from './assessment.js';
import { event } from './event.js';

/** How we grade what is said of the harm. Our grade moves no count. */
@Level('public')
export class IncidentGraded extends Assessment {
  @FilledIn() @IsId() readonly incidentId!: string;
  /** The grading scheme, such as `airwars/2023`. */
  @IsText(64) readonly scheme!: string;
  @IsCode(grade) readonly grade!: Grade;
}

export const incidentGraded = event('IncidentGraded', IncidentGraded);
