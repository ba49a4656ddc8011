import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Authenticated } from '../../access/access.guard.js';
import { newIdFor } from '../../commands/decision-log-event-ids.js';
import { fieldsOf } from '../../domain/schema/field.js';
import { streamOf, type Category } from '../../domain/streams.js';
import { categoryOfRoute } from '../collections.js';
import { commandContextOf } from '../command-context.js';
import { BodyNotAnObject, IdsDiffer } from '../problems/request-errors.js';
import { WRITE, type WriteRoute } from './write-route.js';

type Request = FastifyRequest<{ Params: { id?: string } }> & Authenticated;

/** The body of a write as its command takes it: with the id of what it is about. Its form is checked where it is decided. */
export const Written = createParamDecorator((_: unknown, context: ExecutionContext): object => {
  const route = Reflect.getMetadata(WRITE, context.getHandler()) as WriteRoute;
  const request = context.switchToHttp().getRequest<Request>();
  if (!isObject(request.body)) throw new BodyNotAnObject();
  const category = categoryOfRoute(request.routeOptions.url ?? '');
  if (route.opens) return withId(request.body, `${category}Id`, () => newIdFor(commandContextOf(request)));
  return about(request.body, route, category, request.params.id ?? '');
});

/** The category of the thing a route is about, where one route serves several. */
export const InCategory = createParamDecorator((_: unknown, context: ExecutionContext): Category =>
  categoryOfRoute(context.switchToHttp().getRequest<Request>().routeOptions.url ?? ''),
);

function withId(body: Readonly<Record<string, unknown>>, field: string, newId: () => string): object {
  return body[field] === undefined ? { ...body, [field]: newId() } : body;
}

/** Events that lie in a stream name it: by its id, or as `subject` where it may be of any category. */
function about(body: Readonly<Record<string, unknown>>, { event }: WriteRoute, category: Category, id: string): object {
  const names = { [`${category}Id`]: id, subject: streamOf(category, id) };
  const named = fieldsOf(event.data).flatMap(({ name }) => (names[name] === undefined ? [] : [[name, names[name]]]));
  for (const [field, value] of named as [string, string][]) {
    if (body[field] !== undefined && body[field] !== value) throw new IdsDiffer(value, `/${field}`);
  }
  return { ...body, ...Object.fromEntries(named) };
}

const isObject = (body: unknown): body is Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null && !Array.isArray(body);
