import { Catch, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Log } from '../../access/withhold/log.js';
import type { KnownRoutes } from '../known-routes.js';
import { languageIn, languagesOfProblem } from '../language.js';
import { varyBy } from '../vary.js';
import { problemOf } from './problem-of.js';
import { MalformedJson, MethodNotAllowed, TooManyRequests } from './request-errors.js';
import { RETRY_AFTER } from './statuses.js';

/** Answers whatever was thrown as a problem. What we did not foresee goes to the log, with nothing of what was sent. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Log('http');

  constructor(private readonly routes: KnownRoutes) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const error = thrown instanceof NotFoundException ? this.notFound(thrown, request) : thrown;
    const language = languageIn(request.headers['accept-language']);
    const problem = problemOf(error, request.id, language);
    if (problem.status >= 500) this.tell(error, request);
    if (reply.sent) return;

    varyBy(reply, 'accept-language').header('content-language', languagesOfProblem(language));
    const wait = error instanceof TooManyRequests ? error.retryAfter : RETRY_AFTER.get(problem.code);
    if (wait !== undefined) reply.header('retry-after', String(wait));
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="sijil"');
    // The whole body was read to find that out, so the connection is as good as it was.
    if (error instanceof MalformedJson) reply.removeHeader('connection');
    if (error instanceof MethodNotAllowed) reply.header('allow', error.allowed.join(', '));
    // Serialised here: Fastify would take an object with this content type for a mistake.
    void reply.status(problem.status).header('content-type', 'application/problem+json').send(JSON.stringify(problem));
  }

  private notFound(error: NotFoundException, { method, url }: FastifyRequest): Error {
    const allowed = this.routes.methodsAt(url);
    return allowed.length > 0 && !allowed.includes(method) ? new MethodNotAllowed(method, allowed) : error;
  }

  private tell(error: unknown, request: FastifyRequest): void {
    const where = `${request.method} ${request.routeOptions.url ?? '(no route)'} [${request.id}]`;
    this.logger.error(where, error);
  }
}
