import type { Socket } from 'node:net';
import { STATUS_CODES, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { languageIn, languagesOfProblem } from '../language.js';
import { problemOf } from '../problems/problem-of.js';
import { ExpectationUnknown, HeadersTooLarge, MethodNotAllowed, TooSlow } from '../problems/request-errors.js';
import { traceIdOf } from '../trace.js';
import { SECURITY_HEADERS } from './security-headers.js';

interface Unreadable extends Error {
  readonly code?: string;
  /** The bytes that could not be read, where there were any. */
  readonly rawPacket?: unknown;
}

/** What is known of a request that no route sees. */
interface Asked {
  readonly language?: string | undefined;
  readonly traceparent?: string | string[] | undefined;
}

/** Requests that the web server could not even read, by what it says of them. */
const KNOWN: ReadonlyMap<string, () => Error> = new Map<string, () => Error>([
  ['HPE_HEADER_OVERFLOW', () => new HeadersTooLarge()],
  ['ERR_HTTP_REQUEST_TIMEOUT', () => new TooSlow()],
]);

/** Answers what is no HTTP, or comes too slowly, as a problem, and hangs up. */
export function refuseUnreadable(error: Unreadable, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const unreadable = Object.assign(new Error(error.message), { statusCode: 400 });
  const sent = Buffer.isBuffer(error.rawPacket) ? error.rawPacket.toString('latin1') : '';
  const [, language] = /^accept-language:(.*)$/im.exec(sent) ?? [];
  hangUpOn(socket, KNOWN.get(error.code ?? '')?.() ?? unreadable, { language });
}

/** Nobody is let through to anywhere else. */
export function refuseTunnel({ headers }: IncomingMessage, socket: Socket): void {
  // It is ours alone from here on: what becomes of the sender is no failure of the service.
  socket.on('error', () => socket.destroy());
  hangUpOn(socket, new MethodNotAllowed('CONNECT', ['GET', 'HEAD', 'POST']), askedIn(headers));
}

/** Nothing but `100-continue` can be expected of us. */
export function refuseExpectation({ headers }: IncomingMessage, response: ServerResponse): void {
  const told = refusal(new ExpectationUnknown(), askedIn(headers));
  response.writeHead(told.status, told.headers);
  response.end(told.body);
}

const askedIn = (headers: IncomingHttpHeaders): Asked => ({
  language: headers['accept-language'],
  traceparent: headers['traceparent'],
});

function hangUpOn(socket: Socket, error: Error, asked: Asked): void {
  const { status, headers, body } = refusal(error, asked);
  const lines = Object.entries({ ...headers, connection: 'close' }).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines].join('\r\n');
  // Once an answer has begun, another one in it would only confuse.
  if (socket.writable && !answering(socket)) socket.write(`${head}\r\n\r\n${body}`);
  socket.destroySoon();
}

function refusal(error: Error, asked: Asked) {
  const language = languageIn(asked.language?.trim());
  const problem = problemOf(error, traceIdOf(asked.traceparent), language);
  const body = JSON.stringify(problem);
  const headers = {
    ...SECURITY_HEADERS,
    'content-type': 'application/problem+json',
    'content-language': languagesOfProblem(language),
    vary: 'accept-language',
    'content-length': String(Buffer.byteLength(body)),
    ...(error instanceof MethodNotAllowed && { allow: error.allowed.join(', ') }),
  };
  return { status: problem.status, headers, body };
}

/** Node keeps the response that a socket is busy with on the socket. */
function answering(socket: Socket): boolean {
  const { _httpMessage: response } = socket as { _httpMessage?: { headersSent: boolean } | null };
  return response?.headersSent ?? false;
}
