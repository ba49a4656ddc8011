import { IsCode, IsDegrees, IsText, IsValue, IsValues, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { placePrecision, type PlacePrecision } from '../vocabularies/place-precision.js';
import { LabelText, type Label } from './label.js';

/** WGS 84 degrees. Sources publish impossible ones; they are recorded and flagged. */
@Level('restricted')
export class Point {
  @IsDegrees() readonly lat!: number;
  @IsDegrees() readonly lon!: number;
}

/** One level of the administrative path, from the country down: a code or name and its label. */
@Level('public')
export class AdminArea {
  @IsText(64) readonly code!: string;
  @IsValues(() => LabelText, { min: 1, max: 20 }) readonly names!: Label;
}

@Level('public')
export class Place {
  @IsValues(() => LabelText, { max: 40 }) readonly names!: Label;
  @IsValues(() => AdminArea, { max: 12 }) readonly adminPath!: readonly AdminArea[];
  @Optional() @IsValue(() => Point) readonly point?: Point;
  @IsCode(placePrecision) readonly precision!: PlacePrecision;
}
