import { FilledIn, IsId, IsValue } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { Place } from '../values/place.js';
import { Assessment } from './assessment.js';
import { event } from './event.js';

/** Where we judge it happened. */
@Level('public')
export class GeolocationAssessed extends Assessment {
  @FilledIn() @IsId() readonly incidentId!: string;
  @IsValue(() => Place) readonly place!: Place;
}

export const geolocationAssessed = event('GeolocationAssessed', GeolocationAssessed);
