import { STATUS_CODES } from 'node:http';
import { problemTexts } from '../problems/texts/index.js';
import { statusOf } from '../problems/statuses.js';
import { schemaRef } from './schemas.js';

/** What any request can be answered, before anybody looks at what it asks. */
const ANY = [400, 408, 413, 417, 429, 431, 500, 503];
const WITH_KEY = [401, 403];
const READ = [404, 410];
const WRITE = [404, 409, 412, 415, 422];

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

/** Every refusal, by status, with the codes that have it. */
export function refusalResponses(): Record<string, object> {
  const statuses = new Set([...ANY, ...WITH_KEY, ...READ, ...WRITE, 428]);
  return Object.fromEntries([...statuses].sort().map((status) => [`Refused${status}`, refusal(status)]));
}

function refusal(status: number): object {
  const codes = [...problemTexts.keys()].filter((code) => statusOf(code) === status).sort();
  const retry = { 'Retry-After': { description: 'Seconds after which to go on.', schema: { type: 'integer' } } };
  return {
    description: `${STATUS_CODES[status]}: ${codes.map((code) => `\`${code}\``).join(', ')}.`,
    ...([409, 429, 503].includes(status) && { headers: retry }),
    content: { 'application/problem+json': { schema: schemaRef('Problem') } },
  };
}
