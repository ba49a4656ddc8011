import type { EventDefinition } from '../../domain/events/event.js';

export const WRITE = 'sijil:write';

/** What a write route is about: which event its body is the data of, and what it asks of the sender. */
export interface WriteRoute {
  readonly event: EventDefinition;
  readonly opens: boolean;
  readonly ifMatchRequired: boolean;
}
