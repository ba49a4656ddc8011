import type { Position } from '../domain/envelope.js';
import type { SijilEvent } from '../domain/events/index.js';
import type { ProjectedPage } from './projection.js';

/** Once a page could not be written, takes one event at a time up to its end, to find the one that stands in the way. */
export class CarefulPages {
  /** The event that is tried by itself. */
  suspect: SijilEvent | null = null;
  private until: Position | null = null;

  constructor(private readonly usual: number) {}

  /** Most events of the page after a position. */
  sizeAfter(checkpoint: Position | null): number {
    this.suspect = null;
    const isCareful = this.until !== null && (checkpoint === null || checkpoint < this.until);
    return isCareful ? 1 : this.usual;
  }

  trying({ events }: ProjectedPage): void {
    this.suspect = events.length === 1 ? events[0]! : null;
  }

  failed({ until }: ProjectedPage): void {
    this.until = until;
  }
}
