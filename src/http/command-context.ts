import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Authenticated } from '../access/access.guard.js';
import type { Principal } from '../access/principal.js';
import type { CommandContext } from '../commands/decision-log.js';
import { InvalidHeader } from './problems/request-errors.js';
import { traceparentIn } from './trace.js';

/** What surrounds the command that a request sends. */
export const Ctx = createParamDecorator((_: unknown, context: ExecutionContext): CommandContext =>
  commandContextOf(context.switchToHttp().getRequest<FastifyRequest & Authenticated>()),
);

export function commandContextOf(request: FastifyRequest & Authenticated): CommandContext {
  const ifMatch = ifMatchIn(request.headers['if-match']);
  const idempotencyKey = idempotencyKeyIn(request.headers['idempotency-key']);
  const traceparent = traceparentIn(request.headers.traceparent);
  return {
    by: principalOf(request),
    ...(ifMatch !== undefined && { ifMatch }),
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    ...(traceparent !== undefined && { traceparent }),
  };
}

export function principalOf(request: Authenticated): Principal {
  if (!request.principal) throw new Error('This route lets requests in without asking who they are from.');
  return request.principal;
}

/** The revision the sender saw, quoted as an ETag is or plain. */
export function ifMatchIn(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const [, quoted, plain] = /^\s*(?:"(\d{1,9})"|(\d{1,9}))\s*$/.exec(header) ?? [];
  const revision = quoted ?? plain;
  if (revision === undefined) throw new InvalidHeader('If-Match', 'the revision you last saw, such as "3"');
  return Number(revision);
}

export function idempotencyKeyIn(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = typeof header === 'string' ? header.trim().replace(/^"(.*)"$/, '$1') : '';
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new InvalidHeader('Idempotency-Key', '1 to 255 visible ASCII characters, such as a UUID');
  }
  return key;
}
