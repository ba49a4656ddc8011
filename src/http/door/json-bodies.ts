import type { FastifyInstance } from 'fastify';
import { KeyRepeated, MalformedJson } from '../problems/request-errors.js';
import { repeatedKeyIn } from './repeated-key.js';

/**
 * What somebody said is kept as they said it, or not at all: bytes that are not UTF-8 are refused rather than replaced,
 * and of a key that is named twice neither is chosen.
 */
export function takeNothingButJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    // Some clients name a content type on every request, also where there is nothing to say.
    if (request.method === 'DELETE' && body.length === 0) return done(null, undefined);
    try {
      const given = utf8.decode(body as Buffer);
      void parse(request, given, (error, parsed) => done(error ? new MalformedJson() : repeatedIn(given), parsed));
    } catch {
      done(new MalformedJson(), undefined);
    }
  });
}

function repeatedIn(json: string): KeyRepeated | null {
  const pointer = repeatedKeyIn(json);
  return pointer === null ? null : new KeyRepeated(pointer);
}
