const EARLIEST = Date.parse('0001-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** An instant for a `timestamptz` column; null where the text names none that PostgreSQL could keep. */
export function timestamp(text: string | undefined): string | null {
  const time = Date.parse(text ?? '');
  return time >= EARLIEST && time <= LATEST ? new Date(time).toISOString() : null;
}
