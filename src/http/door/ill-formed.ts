import type { FastifyInstance } from 'fastify';
import { HostMissing, NulInAddress } from '../problems/request-errors.js';

/** Refuses what could be read, but is not as a request should be. */
export function refuseIllFormed(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    if (request.raw.httpVersion === '1.1' && request.headers.host === undefined) return done(new HostMissing());
    done(request.url.includes('%00') ? new NulInAddress() : undefined);
  });
}
