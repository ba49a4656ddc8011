import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticated } from '../../access/access.guard.js';
import type { ApiKeys } from '../../access/api-keys.js';
import { bearerIn } from '../../access/bearer.js';
import { prefixOf } from '../../access/token.js';
import { TooManyRequests } from '../problems/request-errors.js';

/** How many requests a minute each instance takes; 0 for as many as come. */
export interface Rates {
  readonly perKey: number;
  /** Of those without a valid key, by address. */
  readonly perAddress: number;
}

const MINUTE = 60_000;
/** Whoever asks whether we are there must always hear. */
export const UNLIMITED: ReadonlySet<string> = new Set(['/api/health', '/api/ready']);

interface Counted {
  readonly max: number;
  readonly remaining: number;
  readonly ttlInSeconds: number;
  readonly isExceeded: boolean;
}

type Count = (request: FastifyRequest) => Promise<Counted>;

/** Counts requests by key, and by address those that show no valid one: guessing keys counts as the guesser's. */
export async function limitRates(server: FastifyInstance, keys: ApiKeys, { perKey, perAddress }: Rates): Promise<void> {
  if (perKey === 0 && perAddress === 0) return;
  await server.register(rateLimit, { global: false });
  const byKey = counting(server, perKey, (request) => `key ${prefixIn(request)}`);
  const byAddress = counting(server, perAddress);
  server.addHook('onRequest', async (request, reply) => {
    if (UNLIMITED.has(request.routeOptions.url ?? '')) return;
    const count = (await hasKey(request, keys)) ? byKey : byAddress;
    if (count) tell(reply, await count(request));
  });
}

function counting(server: FastifyInstance, max: number, by?: (request: FastifyRequest) => string): Count | null {
  if (max === 0) return null;
  const limit = server.createRateLimit({ max, timeWindow: MINUTE, ...(by && { keyGenerator: by }) });
  return async (request) => (await limit(request)) as Counted;
}

async function hasKey(request: FastifyRequest & Authenticated, keys: ApiKeys): Promise<boolean> {
  const token = bearerIn(request.headers.authorization);
  if (token === null) return false;
  request.holder = await keys.holderOf(token);
  return request.holder !== null;
}

const prefixIn = (request: FastifyRequest): string => prefixOf(bearerIn(request.headers.authorization) ?? '') ?? '';

function tell(reply: FastifyReply, { max, remaining, ttlInSeconds, isExceeded }: Counted): void {
  reply.header('ratelimit-limit', max).header('ratelimit-remaining', remaining).header('ratelimit-reset', ttlInSeconds);
  if (isExceeded) throw new TooManyRequests(ttlInSeconds);
}
