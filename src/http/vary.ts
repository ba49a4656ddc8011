import type { FastifyReply } from 'fastify';

/** Says that the answer depends on this header of the request too: what was said before stays said. */
export function varyBy(reply: FastifyReply, header: string): FastifyReply {
  return reply.header('vary', [reply.getHeader('vary'), header].flat().filter(Boolean).join(', '));
}
