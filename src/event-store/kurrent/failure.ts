import { AppendTooLarge, StoreUnavailable } from '../errors.js';
import { HistoryIncomplete } from './errors.js';

/** What KurrentDB's client may throw: an error with a `type` of its own, or a plain one with a gRPC status as its `code`. */
interface ClientError extends Error {
  readonly type?: unknown;
  readonly code?: unknown;
  readonly maxAppendSize?: unknown;
}

const TOO_LARGE = new Set([
  'maximum-append-size-exceeded',
  'append-record-size-exceeded',
  'transaction-max-size-exceeded',
]);
const DELETED = new Set(['stream-deleted', 'stream-tombstoned']);

export const isWrongExpectation = (error: unknown): boolean => typeOf(error) === 'wrong-expected-version';
export const isNoSuchStream = (error: unknown): boolean => typeOf(error) === 'stream-not-found';
export const isOutOfTime = (error: unknown): boolean => ['deadline-exceeded', 'timeout'].includes(typeOf(error) ?? '');
export const isNotLeader = (error: unknown): boolean => typeOf(error) === 'not-leader';
const isDenied = (error: unknown): boolean => typeOf(error) === 'access-denied';

/** It names a reason that has nothing to do with what was asked for. */
export const isAboutSomethingElse = (error: unknown): boolean =>
  isOutOfTime(error) || isNotLeader(error) || isDenied(error);

/** The failure in the port's words. What did not come from the client or the network is a mistake of ours and stays as it is. */
export function storeError(error: unknown, about: { readonly stream: string; readonly bytes?: number }): unknown {
  if (!(error instanceof Error) || !isFromClient(error)) return error;
  const { stream, bytes = 0 } = about;
  const type = typeOf(error) ?? '';
  if (TOO_LARGE.has(type)) return new AppendTooLarge(stream, bytes, Number((error as ClientError).maxAppendSize ?? 0));
  if (DELETED.has(type)) return new HistoryIncomplete(stream, 0, null);
  return new StoreUnavailable(sentence(error), { cause: error });
}

/** The client leaves many of its messages empty. */
function sentence(error: ClientError): string {
  const reason = error.message.trim() || 'it gave no reason';
  if (isDenied(error)) return `KurrentDB denied access: check the user and password in KURRENTDB_URL (${reason}).`;
  return `KurrentDB is unavailable (${typeOf(error) ?? `code ${String((error as ClientError).code)}`}): ${reason}.`;
}

function isFromClient(error: ClientError): boolean {
  return typeof error.type === 'string' || typeof error.code === 'number' || isSystemCode(error.code);
}

/** `ECONNREFUSED`, but not Node's own `ERR_INVALID_ARG_TYPE`. */
const isSystemCode = (code: unknown): boolean => typeof code === 'string' && /^E(?!RR_)/.test(code);

function typeOf(error: unknown): string | undefined {
  const { type } = (error ?? {}) as ClientError;
  return typeof type === 'string' ? type : undefined;
}
