import { randomUUID } from 'node:crypto';

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;
const NOBODYS = /^0+$/;

/** The sender's W3C `traceparent`, when it is one. */
export function traceparentIn(header: unknown): string | undefined {
  const [all, trace, span] = (typeof header === 'string' && TRACEPARENT.exec(header)) || [];
  return trace && span && !NOBODYS.test(trace) && !NOBODYS.test(span) ? all : undefined;
}

/** Finds a request in the log: the sender's trace where there is one, else one of our own. */
export function traceIdOf(header: unknown): string {
  return traceparentIn(header)?.slice(3, 35) ?? randomUUID().replaceAll('-', '');
}
