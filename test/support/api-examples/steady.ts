const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
/** Those that time or chance make; ids derived from an Idempotency-Key are of version 5, and always the same. */
const CHANCE_ID = /[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
const TOKEN = /^sijil_[a-z0-9]{12}_[A-Za-z0-9_-]{43}$/;

/** The moment at which everything in the examples was recorded. */
const RECORDED = '2026-01-02T03:04:05.678Z';

/**
 * Makes what differs from run to run the same: instants since the run began, ids made by chance, and API keys. Everything else
 * is left as it was answered.
 */
export function steady(value: unknown, began: number): unknown {
  const ids = new Map<string, string>();
  const numbered = (id: string): string => {
    const known = ids.get(id) ?? `01b7f000-0000-7000-8000-${String(ids.size + 1).padStart(12, '0')}`;
    ids.set(id, known);
    return known;
  };
  const text = (one: string): string => {
    if (INSTANT.test(one) && Date.parse(one) >= began) return RECORDED;
    if (TOKEN.test(one)) return `sijil_${'0'.repeat(12)}_${'x'.repeat(43)}`;
    return one.replace(CHANCE_ID, numbered);
  };
  const all = (part: unknown, name: string): unknown => {
    // A first use is noted a moment later.
    if (name === 'lastUsedAt') return null;
    if (typeof part === 'string') return name === 'prefix' ? '0'.repeat(12) : text(part);
    if (Array.isArray(part)) return part.map((one) => all(one, ''));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([own, one]) => [own, all(one, own)]));
  };
  return all(value, '');
}
