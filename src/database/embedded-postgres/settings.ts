/** What the embedded server is told beyond its defaults. It is durable: fsync and full_page_writes stay on. */
export const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '128MB',
  // Not needed by Sijil itself, but a transaction prepared by a neighbour must not surprise its log.
  max_prepared_transactions: '10',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // Statements and the values in them may hold what is withheld elsewhere.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
} as const;

export type PostgresSettings = Readonly<Record<string, string>>;

export function asArguments(all: PostgresSettings): string[] {
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
