import type { StoredEvent } from '../event-store.js';
import type { LogDigest } from './copy-log.js';

const named = ({ eventId, stream, revision }: StoredEvent): string => `event ${eventId} (${stream} at ${revision})`;

/** The target is not the beginning of the source. Nothing was appended to it. */
export class TargetHasOtherEvents extends Error {
  constructor(
    readonly place: number,
    readonly found: StoredEvent,
    readonly expected: StoredEvent | null,
  ) {
    super(
      `The target has other events than the source: as number ${place} it has ${named(found)}, where the source has ` +
        `${expected ? named(expected) : 'none'}. Nothing was appended. Copy into an empty log, or into the one this was begun with.`,
    );
  }
}

/** The source's history has a gap or something that is no event of ours, so that a copy could not be the same. */
export class SourceIncomplete extends Error {
  constructor(event: StoredEvent, reason: string) {
    super(`The source cannot be copied whole: ${reason} at ${named(event)}. What stands before it was copied.`);
  }
}

/** Both logs were read again after copying, and differ. */
export class CopyDiffers extends Error {
  constructor(
    readonly source: LogDigest,
    readonly target: LogDigest,
  ) {
    super(
      `The copy is not the same: the source has ${source.events} events with the chain ${source.chain}, ` +
        `the target ${target.events} with ${target.chain}. Do not use the target. Was somebody else writing to it?`,
    );
  }
}
