import { FilledIn, IsId, IsValue, IsValues } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { Counted } from '../values/counted.js';
import { Figure } from '../values/figure.js';
import { Assessment } from './assessment.js';
import { event } from './event.js';

@Level('public')
export class AssessedFigure {
  @IsValue(() => Counted) readonly counted!: Counted;
  @IsValue(() => Figure) readonly figure!: Figure;
}

/** How many we judge were harmed. Never one of the claims: it enters no range. */
@Level('public')
export class CasualtiesAssessed extends Assessment {
  @FilledIn() @IsId() readonly incidentId!: string;
  @IsValues(() => AssessedFigure, { min: 1, max: 500 }) readonly figures!: readonly AssessedFigure[];
}

export const casualtiesAssessed = event('CasualtiesAssessed', CasualtiesAssessed);
