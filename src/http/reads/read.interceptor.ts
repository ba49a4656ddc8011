import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Authenticated } from '../../access/access.guard.js';
import type { Position } from '../../domain/envelope.js';
import { principalOf } from '../command-context.js';
import { nextLink } from '../cursor.js';
import { hasAlready, weakEtag } from '../etag.js';
import { NotCaughtUp } from '../problems/read-errors.js';
import { InvalidQuery } from '../problems/request-errors.js';
import { varyBy } from '../vary.js';
import { askedOf } from './asked.decorator.js';
import { MovedTo } from './moved-to.js';
import { ReadModel } from './read-model.js';

/** How long an asker is let wait for what they have just written. */
const PATIENCE_MS = 5_000;

/** What an answer says of itself, where it does. */
interface Answered {
  readonly position?: Position;
  /** The cursor to the next page; null on the last. */
  readonly next?: string | null;
}

type Request = FastifyRequest & Authenticated;

/** Answers a question: not before the position asked for, and not again to those who have the answer. */
@Injectable()
export class ReadInterceptor implements NestInterceptor<Answered | undefined> {
  constructor(private readonly model: ReadModel) {}

  intercept(context: ExecutionContext, next: CallHandler<Answered>): Observable<Answered | undefined> {
    return from(this.answer(context, next));
  }

  private async answer(context: ExecutionContext, next: CallHandler<Answered>): Promise<Answered | undefined> {
    const http = context.switchToHttp();
    const [request, reply] = [http.getRequest<Request>(), http.getResponse<FastifyReply>()];
    const { after } = askedOf(context).asOf;
    if (after !== null) await this.reach(after);

    varyBy(reply, 'authorization').header('cache-control', 'private, no-cache');
    if (await this.isUnchanged(request, reply)) return undefined;
    try {
      return tell(request, reply, await lastValueFrom(next.handle()));
    } catch (error) {
      if (error instanceof MovedTo) return redirect(request, reply, error);
      throw error;
    }
  }

  /** Waits for a position that may come; one of another log never will. */
  private async reach(after: Position): Promise<void> {
    const position = await this.model.position();
    if (position !== '' && after.length !== position.length) {
      throw new InvalidQuery('after', `a position of this log, such as ${position}`);
    }
    if (!(await this.model.reached(after, PATIENCE_MS))) throw new NotCaughtUp(after);
  }

  /** Whoever has an answer of this position has this one: it need not be made to be compared. */
  private async isUnchanged(request: Request, reply: FastifyReply): Promise<boolean> {
    const known = request.headers['if-none-match'];
    if (known === undefined || known.trim() === '*') return false;
    const position = await this.model.position();
    const etag = etagOf(request, position);
    if (!hasAlready(known, etag)) return false;
    reply.status(304).header('etag', etag).header('sijil-position', position);
    return true;
  }
}

const etagOf = (request: Request, position: Position): string =>
  weakEtag({ position, url: request.url, role: principalOf(request).role });

function tell(request: Request, reply: FastifyReply, answer: Answered): Answered {
  const { position, next } = answer;
  if (position !== undefined) reply.header('etag', etagOf(request, position)).header('sijil-position', position);
  if (next) reply.header('link', nextLink(request.url, next));
  return answer;
}

function redirect({ url }: Request, reply: FastifyReply, { from: id, to }: MovedTo): undefined {
  const [path = '', query] = url.split('?', 2);
  // /api/incidents/<id>/…
  const location = path
    .split('/')
    .map((step, at) => (at === 3 && decodeURIComponent(step) === id ? to : step))
    .join('/');
  reply.status(307).header('location', query === undefined ? location : `${location}?${query}`);
  return undefined;
}
