import { HttpException } from '@nestjs/common';
import { STATUS_CODES } from 'node:http';
import { DomainError } from '../../domain/domain-error.js';
import { AppendTooLarge, EventIdReused, MalformedPosition, StoreUnavailable } from '../../event-store/errors.js';
import { HistoryIncomplete } from '../../event-store/kurrent/errors.js';
import type { Language } from '../language.js';
import type { ProblemDetails, ProblemPlace } from './problem.js';
import { statusOf } from './statuses.js';
import { problemTexts } from './texts/index.js';

interface Place {
  readonly pointer: string;
  readonly message: string;
}

interface Said {
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly ProblemPlace[];
}

/** What the web server says by itself, by status: a body it could not read, a route it does not know. */
const BY_STATUS: ReadonlyMap<number, Said> = new Map([
  [400, { code: 'malformed-request', detail: 'This request cannot be understood.' }],
  [404, { code: 'not-found', detail: 'There is nothing at this address.' }],
  [413, { code: 'too-large', detail: 'The body is larger than 1 MiB.' }],
  [415, { code: 'unsupported-media-type', detail: 'Send the body as JSON, with Content-Type: application/json.' }],
]);

/** Anything thrown, as a problem. What nobody foresaw is told as such, and its own words stay in the log. */
export function problemOf(error: unknown, traceId: string, language: Language = 'en'): ProblemDetails {
  const { code, detail, errors } = said(error);
  const status = statusOf(code);
  const text = problemTexts.get(code)?.[language];
  return {
    type: `/problems/${code}`,
    title: text?.title ?? STATUS_CODES[status] ?? 'Error',
    status,
    ...(text && { explanation: text.explanation }),
    detail,
    code,
    ...(errors && { errors }),
    traceId,
  };
}

function said(error: unknown): Said {
  if (error instanceof DomainError) return { code: error.code, detail: error.message, ...places(error) };
  if (error instanceof AppendTooLarge) return { code: 'too-large', detail: error.message };
  if (error instanceof MalformedPosition) return { code: 'malformed-position', detail: error.message };
  if (error instanceof EventIdReused) {
    return { code: 'idempotency-key-reused', detail: 'This Idempotency-Key was used for something else before.' };
  }
  if (error instanceof HistoryIncomplete) {
    return { code: 'history-incomplete', detail: 'Part of what was recorded about this is missing from the log.' };
  }
  if (error instanceof StoreUnavailable || isLostDatabase(error)) {
    return { code: 'unavailable', detail: 'The register cannot be reached at the moment. Try again.' };
  }
  return (
    ofWebServer(error) ?? {
      code: 'internal',
      detail: 'Something went wrong that should not. The trace id finds it in the log.',
    }
  );
}

function places(error: DomainError): { errors?: readonly ProblemPlace[] } {
  if ('problems' in error && Array.isArray(error.problems)) {
    return { errors: (error.problems as Place[]).map(({ pointer, message }) => ({ pointer, detail: message })) };
  }
  return error.pointer ? { errors: [{ pointer: error.pointer, detail: error.message }] } : {};
}

function ofWebServer(error: unknown): Said | undefined {
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number } | null)?.statusCode;
  if (status === undefined || status < 400 || status >= 500) return undefined;
  return BY_STATUS.get(status) ?? BY_STATUS.get(400);
}

/** What the driver says of a lost connection, without a code. */
const LOST_CONNECTION = /connection terminated|connection ended|not queryable|timeout exceeded when trying to connect/i;

/** The database went away: connection, shutdown and resource classes of SQLSTATE, the socket itself, or its host's name. */
function isLostDatabase(error: unknown): boolean {
  const { code, syscall, message, errors } = (error ?? {}) as Readonly<Record<string, unknown>>;
  // One of each address that was tried.
  if (Array.isArray(errors)) return errors.some(isLostDatabase);
  if (typeof code !== 'string') return LOST_CONNECTION.test(String(message));
  return (
    /^(08...|57P..|53...|58...)$/.test(code) ||
    (/^(connect|getaddrinfo|read|write)$/.test(String(syscall)) && /^E[A-Z_]+$/.test(code))
  );
}
