import {
  aCorrection,
  aStatement,
  aWithdrawal,
  anOperation,
  killed,
  occurrence,
} from '../../../test/support/builders.js';
import { eventIdOf, logOf, positionOf } from '../../../test/support/log.js';
import { exactly } from '../values/figure.js';
import { fold } from './fold.js';
import { RegisterFold, registerOf } from './register.js';

const said = aStatement({ onBehalfOf: 'network', claims: [killed('person', exactly(13)), occurrence('affirms')] });

describe('the rows of an event', () => {
  it('are its act without claims, and each claim by itself with claimant and time', () => {
    const { acts, claims } = registerOf(logOf(said));
    expect(acts).toHaveLength(1);
    expect(acts[0]?.data).not.toHaveProperty('claims');
    expect(claims.map(({ ref, claimant, saidTo }) => [ref, claimant, saidTo])).toEqual([
      ['statement-a01#killed-person', 'network', said.data.issuedAt.to],
      ['statement-a01#occurrence', 'network', said.data.issuedAt.to],
    ]);
  });

  it('begin at its position and do not end by themselves', () => {
    expect(registerOf(logOf(anOperation())).operations).toMatchObject([
      { ordinal: positionOf(1), from: positionOf(1), until: null, eventId: eventIdOf(1), type: 'OperationConducted' },
    ]);
  });

  it('end at a correction, where new ones begin in the place of the original', () => {
    const after = { ...said.data, claims: [killed('person', exactly(31))] };
    const { claims } = registerOf(logOf(said, aCorrection('statement-a01', eventIdOf(1), after)));
    expect(
      claims.map(({ claim, ordinal, from, until, eventId }) => [claim.kind, ordinal, from, until, eventId]),
    ).toEqual([
      ['count', positionOf(1), positionOf(1), positionOf(2), eventIdOf(1)],
      ['occurrence', positionOf(1), positionOf(1), positionOf(2), eventIdOf(1)],
      ['count', positionOf(1), positionOf(2), null, eventIdOf(1)],
    ]);
  });

  it('end at a withdrawal', () => {
    const { acts, claims } = registerOf(logOf(said, aWithdrawal('statement-a01', eventIdOf(1))));
    expect([...acts, ...claims].map(({ until }) => until)).toEqual([positionOf(2), positionOf(2), positionOf(2)]);
  });

  it('are none, where a correction names an event that is not there', () => {
    const [correction] = logOf(aCorrection('statement-a01', eventIdOf(9), said.data));
    expect(correction && fold(correction, () => undefined)).toEqual({
      opened: [],
      closed: { eventId: eventIdOf(9), at: positionOf(1) },
    });
  });

  it('do not depend on how the log is cut into pages', () => {
    const log = logOf(
      said,
      aCorrection('statement-a01', eventIdOf(1), { ...said.data, claims: [] }),
      aWithdrawal('statement-a01', eventIdOf(1)),
    );
    const paged = new RegisterFold();
    for (const event of log) paged.tell([event]);
    expect(paged.register()).toEqual(registerOf(log));
  });
});
