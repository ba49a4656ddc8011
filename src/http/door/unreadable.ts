import type { Socket } from 'node:net';
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import { problemOf } from '../problems/problem-of.js';
import { languageIn } from '../language.js';
import { ExpectationUnknown, HeadersTooLarge, TooSlow } from '../problems/request-errors.js';
import { traceIdOf } from '../trace.js';

/** Requests that the web server could not even read, by what it says of them. */
const KNOWN: ReadonlyMap<string, () => Error> = new Map<string, () => Error>([
  ['HPE_HEADER_OVERFLOW', () => new HeadersTooLarge()],
  ['ERR_HTTP_REQUEST_TIMEOUT', () => new TooSlow()],
]);

/** Answers what is no HTTP, or comes too slowly, as a problem, and hangs up. */
export function refuseUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const unreadable = Object.assign(new Error(error.message), { statusCode: 400 });
  const problem = problemOf(KNOWN.get(error.code ?? '')?.() ?? unreadable, traceIdOf(undefined));
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  // Once an answer has begun, another one in it would only confuse.
  if (socket.writable && !answering(socket)) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}

/** Nothing but `100-continue` can be expected of us. */
export function refuseExpectation(request: IncomingMessage, response: ServerResponse): void {
  const trace = traceIdOf(request.headers['traceparent']);
  const problem = problemOf(new ExpectationUnknown(), trace, languageIn(request.headers['accept-language']));
  const body = JSON.stringify(problem);
  response.writeHead(problem.status, {
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

/** Node keeps the response that a socket is busy with on the socket. */
function answering(socket: Socket): boolean {
  const { _httpMessage: response } = socket as { _httpMessage?: { headersSent: boolean } | null };
  return response?.headersSent ?? false;
}
