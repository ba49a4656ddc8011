import type { ProtectionSet } from '../../domain/events/protection.js';
import { CATEGORIES, streamOf, type Category } from '../../domain/streams.js';
import type { Draft } from '../../domain/values/draft.js';
import { protectionLevel } from '../../domain/vocabularies/protection-level.js';
import { may, must } from '../reading/records.js';
import type { Reading } from '../reading/reading.js';
import { code, flag } from '../reading/scalars.js';
import { passage } from '../words/passage.js';
import { stated } from '../words/stated.js';
import { entryKind, fieldsFrom } from './entry.js';

const THING = new RegExp(`^(${CATEGORIES.join('|')}) +([a-z0-9][a-z0-9-]{0,63})$`);

/** Something that is recorded, by what it is and its id: `incident river-road`. It is read as its stream. */
const thing: Reading<string> = {
  read(value, at, { report }) {
    const [, category, id] = (typeof value === 'string' && THING.exec(value.trim())) || [];
    if (category !== undefined && id !== undefined) return streamOf(category as Category, id);
    return void report(
      at,
      `This must name one thing, such as incident river-road: ${CATEGORIES.join(', ')}, and its id.`,
    );
  },
  schema: () => ({ type: 'string', pattern: THING.source }),
};

/** How closely something is kept from here on, in every answer, also one about the past. */
export const protectionEntry = entryKind({
  opens: 'protection of',
  opening: thing,
  keys: {
    level: must(code(protectionLevel), 'public, restricted or confidential'),
    cleared: may(flag, 'true: fine points and addresses of private accounts are kept no closer than the rest of it'),
    because: must(passage, 'why'),
  },
  write(subject, words) {
    const { level, cleared, because: reason } = words;
    const body = stated<Draft<ProtectionSet>>({ subject, level, cleared, reason });
    const fields = { subject: 'protection of', level: 'level', cleared: 'cleared', reason: 'because' };
    return [{ command: 'SetProtection', body, id: subject, from: fieldsFrom(words.pointer, fields) }];
  },
});
