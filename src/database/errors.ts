/** The server behind DATABASE_URL could not be reached. The URL's password is never shown. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable';

  constructor(url: string, cause: unknown) {
    super(`Cannot reach the PostgreSQL server at ${withoutPassword(url)}: ${reason(cause)}`, { cause });
  }
}

/** The server can be reached but cannot hold a register. */
export class DatabaseUnsuitable extends Error {
  override readonly name = 'DatabaseUnsuitable';
}

/** An address as it may be shown. */
export function withoutPassword(url: string): string {
  try {
    const shown = new URL(url);
    if (shown.password) shown.password = '***';
    if (shown.searchParams.has('password')) shown.searchParams.set('password', '***');
    return shown.href;
  } catch {
    // Several hosts, as KurrentDB has them, are no URL. Where it cannot be told what is a password, all may be.
    return /password=/i.test(url) ? 'an address that is not a URL' : url.replace(/:\/\/([^:/@]+):.*@/, '://$1:***@');
  }
}

function reason(cause: unknown): string {
  // Node gathers what happened on each of the host's addresses in an error without a message.
  const first = cause instanceof AggregateError ? (cause.errors[0] as unknown) : cause;
  return first instanceof Error ? first.message : String(first);
}
