import { randomUUID } from 'node:crypto';
import type { NewEvent } from '../../src/event-store/event-store.js';

/** An event that could be any: the log does not know what it keeps. */
export function aNewEvent(overrides: Partial<NewEvent> = {}): NewEvent {
  return {
    eventId: randomUUID(),
    type: 'StatementIssued',
    data: { statementId: 'a', claims: [] },
    metadata: { recordedBy: 'test' },
    ...overrides,
  };
}

export function newEvents(count: number, overrides: Omit<Partial<NewEvent>, 'eventId'> = {}): NewEvent[] {
  return Array.from({ length: count }, () => aNewEvent(overrides));
}
