import { DomainError } from '../domain-error.js';

/** Sources do publish impossible figures, and those are recorded; we do not assess them. */
export class NegativeCount extends DomainError {
  readonly code = 'negative-count';

  constructor(pointer: string) {
    super('A count of ours cannot be negative.', pointer);
  }
}

export class MinAboveMax extends DomainError {
  readonly code = 'min-above-max';

  constructor(min: number, max: number, pointer: string) {
    super(`The least, ${min}, cannot be more than the most, ${max}.`, pointer);
  }
}

export class PartAboveWhole extends DomainError {
  readonly code = 'part-above-whole';

  constructor(part: number, whole: number, pointer: string) {
    super(`At least ${part} cannot be part of at most ${whole}. One of the two figures is wrong.`, pointer);
  }
}

export class CoordinatesOutOfRange extends DomainError {
  readonly code = 'coordinates-out-of-range';

  constructor(pointer: string) {
    super('Latitude lies between -90 and 90 degrees, longitude between -180 and 180.', pointer);
  }
}

export class ConfirmedNeedsAcceptance extends DomainError {
  readonly code = 'confirmed-needs-acceptance';

  constructor() {
    super('"Confirmed" needs a claim in its basis by which somebody accepts responsibility for the harm.', '/basis');
  }
}

export class FairNeedsTwoParties extends DomainError {
  readonly code = 'fair-needs-two-parties';

  constructor() {
    super(
      '"Fair" needs claims of two independent parties in its basis. Claims that pass on, compile or depend on a condition ' +
        'add no voice, and several voices of one party are one.',
      '/basis',
    );
  }
}
