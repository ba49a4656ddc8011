import { applyDecorators, HttpCode, Post, SetMetadata, UseInterceptors } from '@nestjs/common';
import { Access } from '../../access/access.decorator.js';
import type { Role } from '../../access/principal.js';
import type { EventDefinition } from '../../domain/events/event.js';
import { DescribesWrite } from '../open-api/describes-write.decorator.js';
import { WriteInterceptor } from './write.interceptor.js';
import { WRITE, type WriteRoute } from './write-route.js';

interface Choices {
  /** The least role that may do it; a recorder, unless it is a judgement. */
  readonly by?: Role;
  /** Whether the sender must say which revision they saw. */
  readonly ifMatch?: 'required';
}

/** A route that opens something of its own: answers 201 and where it is. The body is the event's data. */
export const Opens = (event: EventDefinition, summary: string, choices: Choices = {}) =>
  writes('', { event, opens: true, ifMatchRequired: false }, summary, choices);

/** A route that adds to something that is there. The body is the event's data; the id in the path wins. */
export const Adds = (path: string, event: EventDefinition, summary: string, choices: Choices = {}) =>
  writes(path, { event, opens: false, ifMatchRequired: choices.ifMatch === 'required' }, summary, choices);

function writes(path: string, route: WriteRoute, summary: string, { by = 'recorder' }: Choices): MethodDecorator {
  return applyDecorators(
    Post(path),
    HttpCode(route.opens ? 201 : 200),
    Access(by),
    SetMetadata(WRITE, route),
    UseInterceptors(WriteInterceptor),
    DescribesWrite(route, summary, by),
  );
}
