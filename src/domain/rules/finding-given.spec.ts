import fc from 'fast-check';
import { aResolution } from '../../../test/support/builders.js';
import { decided } from '../../../test/support/given.js';
import { logOf } from '../../../test/support/log.js';
import { RANDOM_SUBJECTS, randomHappenings } from '../../../test/support/random-log.js';
import { NOW } from '../as-of.js';
import { findings } from '../claims/findings/index.js';
import { FindingUnknown } from '../refusals/findings.js';
import { factsAbout } from '../register/facts-about.js';
import { registerOf } from '../register/register.js';

it('a finding that there is can be resolved on its members, whatever else was recorded', () =>
  fc.assert(
    fc.asyncProperty(randomHappenings(20), async (happened) => {
      const register = registerOf(logOf(...happened));
      const found = RANDOM_SUBJECTS.flatMap((subject) => findings(factsAbout(register, subject), NOW)).filter(
        ({ members }) => members.length > 0,
      );
      for (const { subject, id, members } of found) {
        const refusal: unknown = await decided(happened, aResolution(members, { subject, finding: id })).catch(
          (error: unknown) => error,
        );
        expect(refusal).not.toBeInstanceOf(FindingUnknown);
      }
    }),
    { numRuns: 60, endOnFailure: true },
  ));
