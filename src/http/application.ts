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
import { takeNothingButJson } from './door/json-bodies.js';
import { SECURITY_HEADERS } from './door/security-headers.js';
import { timeoutsOf } from './door/timeouts.js';
import { refuseExpectation, refuseTunnel, refuseUnreadable } from './door/unreadable.js';
import { KnownRoutes } from './known-routes.js';
import { languageIn, languagesOfProblem } from './language.js';
import { measureRequests } from './measure-requests.js';
import { OpenApi } from './open-api/open-api.js';
import { ProblemFilter } from './problems/problem.filter.js';
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
  takeNothingButJson(server);
  server.server.on('checkExpectation', refuseExpectation).on('connect', refuseTunnel);
  letGoOfConnections(server);
  return adapter;
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
  const language = languageIn(request.headers['accept-language']);
  const problem = problemOf(error, request.id, language);
  void reply
    .status(problem.status)
    .headers(SECURITY_HEADERS)
    .header('content-type', 'application/problem+json')
    .header('content-language', languagesOfProblem(language))
    .header('vary', 'accept-language')
    .send(JSON.stringify(problem));
}
