import { v7 as uuid } from 'uuid';
import { encode } from '../src/domain/events/encode.js';
import { statementIssued } from '../src/domain/events/statement-issued.js';
import { atLeast, exactly } from '../src/domain/values/figure.js';
import type { NewEvent } from '../src/event-store/event-store.js';
import { aStatement, INCIDENT, killed, SPEAKER } from '../test/support/builders.js';

/** The act that is appended, read and recorded: a statement with two claims. */
export const anAct = (statementId: string, speaker = SPEAKER, incident = INCIDENT) => {
  const about = { incidents: [incident] };
  return aStatement({
    statementId,
    speaker,
    channel: 'briefing',
    claims: [killed('person', exactly(13), { about }), killed('child', atLeast(6), { about })],
  });
};

const { data } = anAct('any');
const recorded = encode(statementIssued(data), {
  eventId: uuid(),
  recordedAt: '2026-01-01T00:00:00.000Z',
  recordedBy: 'bench',
  correlationId: uuid(),
  causationId: uuid(),
});

/** The same as an event on its way into the log. */
export const anEvent = (): NewEvent => ({ ...recorded, eventId: uuid() });
