import type { JsonSchema } from '../../domain/schema/field.js';
import { listOf, object, orNull, position, text } from '../open-api/answers/parts.js';

const number = { type: 'number', minimum: 0 };

const blocker = object(
  {
    transaction: text,
    pid: orNull({ type: 'integer' }),
    gid: { ...orNull(text), description: 'The name of a prepared transaction.' },
    application: orNull(text),
    state: text,
    since: text,
    heldMs: number,
    statement: { ...orNull(text), description: 'What it runs, or ran last.' },
    end: { ...text, description: 'The statement that ends it.' },
  },
  'A transaction that has written to the log and not ended.',
);

const projection = object({
  projection: text,
  state: { enum: ['idle', 'catching-up', 'live', 'retrying', 'stopped'] },
  checkpoint: orNull(position),
  head: orNull(position),
  lagMs: number,
  error: orNull(text),
  stop: orNull(object({ error: text, event: orNull(object({ stream: text, position })) })),
});

/** Whether an instance can serve. */
export const readinessSchema: JsonSchema = object({
  status: { enum: ['ready', 'degraded'], description: 'Degraded: it serves, but somebody should look.' },
  database: { enum: ['well'] },
  log: { enum: ['well', 'held-back'], description: 'Held back: new events wait for a write that is not finished.' },
  projections: { enum: ['well', 'behind', 'stopped'] },
  'details?': object(
    {
      log: object({ head: orNull(position), lagMs: number, reconnections: number, blockers: listOf(blocker) }),
      projections: listOf(projection),
    },
    'For admins only.',
  ),
});

export const healthSchema: JsonSchema = object({ status: { const: 'alive' } });
