import type { JsonSchema } from '../../domain/schema/field.js';

/** A header of an answer, as the API's description tells of it. */
export interface DescribedHeader {
  readonly description: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
}

const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;

export const always = (description: string, schema: JsonSchema = text): DescribedHeader => ({
  description,
  required: true,
  schema,
});
export const sometimes = (description: string, schema: JsonSchema = text): DescribedHeader => ({
  ...always(description, schema),
  required: false,
});

/** The headers that answers of several operations have in common, by their names in `components.headers`. */
export const sharedHeaders = {
  AnswerTag: always('Weak: of the position, the question and the role.', {
    ...text,
    pattern: '^W/"[A-Za-z0-9_-]{22}"$',
  }),
  RevisionTag: always('The revision, for If-Match.', { ...text, pattern: '^"[0-9]+"$' }),
  Position: always('The position of the log at which the answer stands.'),
  NextPage: sometimes('rel="next": the next page, where there is one.', { ...text, pattern: '^<.+>; rel="next"$' }),
  Recorded: always('Where what was recorded can be read.', { ...text, pattern: '^/api/' }),
  Replayed: sometimes('This Idempotency-Key was answered before, and this is that answer.', { const: 'true' }),
  OwnCache: always('It is for the holder of the key only, and is asked for anew each time.', {
    const: 'private, no-cache',
  }),
  NoCache: always('It is shown once, and kept nowhere.', { const: 'no-store' }),
  VaryByKey: always('What the answer depends on.', { ...text, pattern: '(^|, )authorization$' }),
  Vary: sometimes('What the answer depends on, where it does.'),
  RateLimit: sometimes('How many requests a minute are taken, where there is a limit.', count),
  RateLimitRemaining: sometimes('How many of them are left.', count),
  RateLimitReset: sometimes('Seconds until the count begins anew.', count),
} as const;

/** A reference to one of them. */
export const headerRef = (name: keyof typeof sharedHeaders) => ({ $ref: `#/components/headers/${name}` });

/** What any answer may say. */
export const ANY_ANSWER = { Vary: headerRef('Vary') } as const;

/** What every answer to a request that is counted says of the count. */
export const RATES = {
  'RateLimit-Limit': headerRef('RateLimit'),
  'RateLimit-Remaining': headerRef('RateLimitRemaining'),
  'RateLimit-Reset': headerRef('RateLimitReset'),
} as const;

/** What an answer says that is made for one reader. */
export const FOR_ONE_READER = { 'Cache-Control': headerRef('OwnCache'), Vary: headerRef('VaryByKey') } as const;
