import { KEY_ROLES } from '../../../access/roles.js';
import type { JsonSchema } from '../../../domain/schema/field.js';
import { GREATEST_OVERLAP } from '../../keys/key-bodies.js';
import { changed, count, eventId, instant, listOf, object, orNull, ref, text } from './parts.js';

const key = object({
  id: eventId,
  prefix: { ...text, description: 'The middle part of the key; names it.' },
  principal: { ...text, description: 'Who holds it; what they record carries this name.' },
  role: { enum: KEY_ROLES },
  createdAt: instant,
  expiresAt: orNull(instant),
  revokedAt: orNull(instant),
  lastUsedAt: { ...orNull(instant), description: 'To within a minute or so.' },
  replaces: { ...orNull(eventId), description: 'The key that it took the place of.' },
});

/** API keys. */
export const keySchemas: Readonly<Record<string, JsonSchema>> = {
  ApiKey: key,
  NewApiKey: changed(key, [], { token: { ...text, description: 'The key itself; it is shown only now.' } }),
  ApiKeyBody: object({ principal: text, role: { enum: KEY_ROLES }, 'expiresAt?': instant }),
  RotationBody: object({ 'overlapSeconds?': { ...count, maximum: GREATEST_OVERLAP } }),
  ApiKeyList: object({ items: listOf(ref('ApiKey')) }),
};
