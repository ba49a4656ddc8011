import { definitions } from '../../src/domain/events/index.js';
import { mapPassages } from '../../src/domain/schema/passages.js';
import type { Happening } from './builders.js';

/** Words to send where an event has a passage. */
export const someWords = (value = 'What was said.') => ({ lang: 'en', value });

/** What a person would send to record it: with words where the event points to them, without what the register fills in. */
export function bodyOf({ type, data }: Happening): Record<string, unknown> {
  const definition = definitions.get(type);
  if (!definition) throw new Error(`${type} is not in the catalogue of events.`);
  const body = mapPassages(definition.data, data, () => someWords()) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'before'));
}
