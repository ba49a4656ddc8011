import { STATUS_CODES } from 'node:http';
import { LANGUAGES, languagesOfProblem } from '../language.js';
import { problemTexts } from '../problems/texts/index.js';
import { statusOf } from '../problems/statuses.js';
import { always, RATES, sometimes } from './headers.js';
import { schemaRef } from './schemas.js';

/** What any request can be answered, before anybody looks at what it asks. */
const ANY = [400, 408, 413, 417, 429, 431, 500, 503];
const WITH_KEY = [401, 403];
const READ = [404, 410];
const WRITE = [404, 409, 412, 415, 422];
/** What a method that no operation has is answered. */
const NO_OPERATION = [405];

interface Described {
  readonly responses: Record<string, unknown>;
  readonly security?: readonly object[];
}

/** Names the ways in which an operation can be refused, by its kind; those it names itself stay. */
export function describeRefusals(method: string, operation: Described): void {
  for (const status of statusesOf(method, operation)) {
    operation.responses[status] ??= { $ref: `#/components/responses/Refused${status}` };
  }
}

function statusesOf(method: string, { security }: Described): readonly number[] {
  const open = security?.length === 0;
  return [...ANY, ...(open ? [404] : [...WITH_KEY, ...(method === 'get' ? READ : [...WRITE, 428])])];
}

/** Every refusal, by status, with the codes that have it and the problems that were seen with it. */
export function refusalResponses(examples: Readonly<Record<number, object>>): Record<string, object> {
  const statuses = new Set([...ANY, ...WITH_KEY, ...READ, ...WRITE, ...NO_OPERATION, 428]);
  return Object.fromEntries(
    [...statuses].sort().map((status) => [`Refused${status}`, refusal(status, examples[status])]),
  );
}

function refusal(status: number, examples?: object): object {
  const codes = [...problemTexts.keys()].filter((code) => statusOf(code) === status).sort();
  return {
    description: `${STATUS_CODES[status]}: ${codes.map((code) => `\`${code}\``).join(', ')}.`,
    headers: headersOf(status),
    content: { 'application/problem+json': { schema: schemaRef('Problem'), ...(examples && { examples }) } },
  };
}

function headersOf(status: number): object {
  const seconds = { type: 'integer', minimum: 0 };
  const wait = 'Seconds after which to go on.';
  return {
    'Content-Language': always('The language of title and explanation, and English, which the details are in.', {
      enum: LANGUAGES.map(languagesOfProblem),
    }),
    Vary: always('What the answer depends on.'),
    'Cache-Control': sometimes('It is for the holder of the key only.'),
    ...RATES,
    ...([409, 503].includes(status) && { 'Retry-After': sometimes(wait, seconds) }),
    ...(status === 429 && { 'Retry-After': always(wait, seconds) }),
    ...(status === 401 && { 'WWW-Authenticate': always('How to show a key.', { const: 'Bearer realm="sijil"' }) }),
    ...(status === 405 && { Allow: always('The methods there are.') }),
  };
}
