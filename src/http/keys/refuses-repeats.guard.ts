import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CannotBeRepeated } from '../problems/request-errors.js';

/** Refuses an `Idempotency-Key` where it could not be kept: ignored, it would promise what we do not do. */
@Injectable()
export class RefusesRepeats implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    if (headers['idempotency-key'] !== undefined) throw new CannotBeRepeated();
    return true;
  }
}
