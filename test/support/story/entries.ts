import type { Happening } from '../builders.js';
import { bodyOf } from '../bodies.js';
import type { Making } from './making.js';
import { addsBody, opens, type Step } from './step.js';

/** Something is recorded, corrected, protected, robbed of the words why, and withdrawn. */
export function entriesOf(happening: Happening, make: Making): readonly Step[] {
  const { stream } = happening;
  return [
    opens(happening),
    addsBody(
      'corrections',
      happening,
      async (known) => ({
        target: known.opening(stream),
        reason: 'transcription',
        note: make.words(),
        after: { ...bodyOf(happening), protection: 'restricted' },
      }),
      true,
    ),
    addsBody('protection', happening, async () => ({ level: 'confidential', reason: make.words() })),
    addsBody('erasures', happening, async (known) => ({ passage: await known.passage(stream), reason: 'consent' })),
    addsBody(
      'withdrawals',
      happening,
      async (known) => ({ target: known.opening(stream), reason: 'duplicate_entry' }),
      true,
    ),
  ];
}
