import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Authenticated } from '../../access/access.guard.js';
import { principalOf } from '../command-context.js';
import { askedIn, type Asked } from './asked.js';
import { READ, type ReadRoute } from './read-route.js';

type Request = FastifyRequest<{ Querystring: Readonly<Record<string, unknown>> }> & Authenticated;

/** What the request asks, beside what its path names. */
export const Asking = createParamDecorator((_: unknown, context: ExecutionContext): Asked => askedOf(context));

export function askedOf(context: ExecutionContext): Asked {
  const request = context.switchToHttp().getRequest<Request>();
  const { paging, own } = Reflect.getMetadata(READ, context.getHandler()) as ReadRoute;
  const [path = ''] = request.url.split('?', 1);
  return askedIn(path, request.query, principalOf(request).role, { paging, own: Object.keys(own) });
}
