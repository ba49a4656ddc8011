import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const READABLE = ['ETag', 'Link', 'Location', 'Retry-After', 'Sijil-Position', 'Idempotency-Replayed'];
const RATES = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'];

/** Pages of other origins may ask us only where the operator names their origin. No cookies are used, so none are allowed. */
export function allowOrigins(app: NestFastifyApplication, origins: readonly string[]): void {
  if (origins.length === 0) return;
  app.enableCors({
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'POST'],
    allowedHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match', 'If-None-Match', 'Last-Event-ID'],
    exposedHeaders: [...READABLE, ...RATES],
    maxAge: 600,
  });
}
