import { FilledIn, IsCode, IsId } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { operationStatus, type OperationStatus } from '../vocabularies/operation-status.js';
import { Assessment } from './assessment.js';
import { event } from './event.js';

/** How sure we are that an operation took place as recorded. */
@Level('public')
export class OperationAssessed extends Assessment {
  @FilledIn() @IsId() readonly operationId!: string;
  @IsCode(operationStatus) readonly status!: OperationStatus;
}

export const operationAssessed = event('OperationAssessed', OperationAssessed);
