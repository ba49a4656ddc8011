import { ConsoleLogger, type INestApplication, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { AppModule } from '../app.module.js';
import type { Config, LogLevel } from '../config.js';
import { Metrics } from '../metrics/metrics.js';
import type { Resources } from '../resources.js';
import { setUpDoor } from './door/door.js';
import { timeoutsOf } from './door/timeouts.js';
import { refuseExpectation, refuseUnreadable } from './door/unreadable.js';
import { KnownRoutes } from './known-routes.js';
import { languageIn } from './language.js';
import { measureRequests } from './measure-requests.js';
import { OpenApi } from './open-api/open-api.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { MalformedJson, NulInAddress } from './problems/request-errors.js';
import { problemOf } from './problems/problem-of.js';
import { traceIdOf } from './trace.js';

const BODY_LIMIT = 1024 * 1024;
const SWEEP_MS = 50;
const LEVELS: readonly LogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'];

/** The service with everything it says over HTTP; not listening yet. */
export async function httpApplication(resources: Resources): Promise<NestFastifyApplication> {
  const routes = new KnownRoutes();
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.over(resources),
    webServer(routes, resources.config),
    {
      bodyParser: false, // Fastify reads JSON by itself; nothing else is taken
      abortOnError: false,
      logger: loggerOf(resources.config.logLevel),
    },
  );
  await setUpDoor(app, resources.config);
  measureRequests(app.getHttpAdapter().getInstance(), app.get(Metrics));
  giveAddresses(app);
  app.useGlobalFilters(new ProblemFilter(routes));
  app.get(OpenApi).describes(app);
  return app;
}

/** Everything is under `/api`, but for the pages that explain problems, and what programs ask that watch the service. */
export function giveAddresses(app: INestApplication): void {
  app.setGlobalPrefix('api', { exclude: ['problems', 'problems/:code', 'metrics'] });
}

/** Says what is at least of this weight: text for people at a terminal, JSON for programs. */
export function loggerOf(least: LogLevel): LoggerService {
  const logLevels = LEVELS.slice(0, LEVELS.indexOf(least) + 1);
  return new ConsoleLogger({ logLevels, json: !process.stdout.isTTY, colors: process.stdout.isTTY });
}

function webServer(routes: KnownRoutes, config: Config): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustProxy.length > 0 && [...config.trustProxy],
    ...timeoutsOf(config.requestTimeout),
    clientErrorHandler: refuseUnreadable,
    routerOptions: { maxParamLength: 200 },
    genReqId: (request: IncomingMessage) => traceIdOf(request.headers['traceparent']),
    frameworkErrors: refuse,
  });
  const server = adapter.getInstance();
  server.addHook('onRoute', (route) => routes.add(route));
  server.addHook('onRequest', (request, _reply, done) => {
    done(request.url.includes('%00') ? new NulInAddress() : undefined);
  });
  takeNothingButJson(server);
  server.server.on('checkExpectation', refuseExpectation);
  letGoOfConnections(server);
  return adapter;
}

/** Bytes that are not UTF-8 are refused rather than replaced: what somebody said is kept as they said it, or not at all. */
function takeNothingButJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    // Some clients name a content type on every request, also where there is nothing to say.
    if (request.method === 'DELETE' && body.length === 0) return done(null, undefined);
    try {
      const given = utf8.decode(body as Buffer);
      void parse(request, given, (error, parsed) => done(error && new MalformedJson(), parsed));
    } catch {
      done(new MalformedJson(), undefined);
    }
  });
}

/** While we stop, a connection that has got its last answer is closed, and not kept for a request that we would refuse. */
function letGoOfConnections(fastify: FastifyInstance): void {
  const { server } = fastify;
  fastify.addHook('preClose', (done) => {
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS).unref();
    server.once('close', () => clearInterval(sweep));
    done();
  });
}

/** An address that cannot even be read: no route of ours sees it. */
function refuse(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error, request.id, languageIn(request.headers['accept-language']));
  void reply.status(problem.status).header('content-type', 'application/problem+json').send(JSON.stringify(problem));
}
