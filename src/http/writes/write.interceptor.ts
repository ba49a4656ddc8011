import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import canonicalize from 'canonicalize';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Log } from '../../access/withhold/log.js';
import type { Authenticated } from '../../access/access.guard.js';
import type { Appended, CommandContext } from '../../commands/decision-log.js';
import { eventIdOf } from '../../commands/decision-log-event-ids.js';
import { untrustedIn } from '../../domain/schema/untrusted.js';
import { InvalidData } from '../../domain/schema/validate.js';
import { categoryOf } from '../../domain/streams.js';
import { addressOf } from '../collections.js';
import { commandContextOf } from '../command-context.js';
import { IdempotencyKeys, type Claim } from '../idempotency/idempotency-keys.js';
import { problemOf } from '../problems/problem-of.js';
import { IfMatchRequired } from '../problems/request-errors.js';
import { WRITE, type WriteRoute } from './write-route.js';

interface Answer {
  readonly status: number;
  readonly appended: Appended;
  readonly replayed: boolean;
}

/** Answers a write: once per idempotency key, with where it ended as body, `ETag` and `Location`. */
@Injectable()
export class WriteInterceptor implements NestInterceptor {
  private readonly logger = new Log('http');

  constructor(private readonly keys: IdempotencyKeys) {}

  intercept(context: ExecutionContext, next: CallHandler<Appended>): Observable<Appended> {
    const route = Reflect.getMetadata(WRITE, context.getHandler()) as WriteRoute;
    const request = context.switchToHttp().getRequest<FastifyRequest & Authenticated>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(this.answer(route, request, next).then((answer) => tell(reply, answer)));
  }

  private async answer(
    route: WriteRoute,
    request: FastifyRequest & Authenticated,
    next: CallHandler<Appended>,
  ): Promise<Answer> {
    const context = commandContextOf(request);
    if (route.ifMatchRequired && context.ifMatch === undefined) throw new IfMatchRequired();
    const act = async () => answerOf(route, context, await lastValueFrom(next.handle()));
    return context.idempotencyKey === undefined ? act() : this.once(context, context.idempotencyKey, request, act);
  }

  private async once(
    { by }: CommandContext,
    key: string,
    request: FastifyRequest,
    act: () => Promise<Answer>,
  ): Promise<Answer> {
    const claim = await this.keys.claim(by.id, key, hashOf(request));
    if (claim.kind === 'answered') return { status: claim.status, appended: claim.answer, replayed: true };
    const answer = await act().catch(async (error: unknown) => this.givenUp(claim, error));
    await this.keys.settle(claim, answer.status, answer.appended).catch((error: unknown) => {
      // It is in the log under ids derived from the key: a repeat finds it there.
      this.logger.warn('An answer could not be kept for its Idempotency-Key', error);
    });
    return answer;
  }

  /** A refusal did nothing, so the key is free again. After a failure nobody knows: the same request may be repeated. */
  private async givenUp(claim: Claim, error: unknown): Promise<never> {
    const refused = problemOf(error, '').status < 500;
    await (refused ? this.keys.release(claim) : this.keys.expire(claim)).catch(() => undefined);
    throw error;
  }
}

function answerOf(route: WriteRoute, context: CommandContext, appended: Appended): Answer {
  const own = context.idempotencyKey !== undefined && appended.eventIds[0] === eventIdOf(context, 0);
  const replayed = appended.repeated && own;
  const status = route.opens && (replayed || !appended.repeated) ? 201 : 200;
  return { status, appended: replayed ? { ...appended, repeated: false } : appended, replayed };
}

function tell(reply: FastifyReply, { status, appended, replayed }: Answer): Appended {
  reply.status(status).header('etag', `"${appended.revision}"`);
  if (status === 201) reply.header('location', addressOf(categoryOf(appended.stream), appended.id));
  if (replayed) reply.header('idempotency-replayed', 'true');
  return appended;
}

/** Refuses first what is not safe to walk: nested without end, say. */
function hashOf({ method, url, body }: FastifyRequest): Buffer {
  const untrusted = untrustedIn(body);
  if (untrusted.length > 0) throw new InvalidData(untrusted);
  return createHash('sha256')
    .update(canonicalize([method, url, body]) ?? '')
    .digest();
}
