/** Whether two pieces of data say the same: the order of keys does not matter, and a field left undefined is a field left out. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [present(a), present(b)];
  return (
    left.size === right.size && [...left].every(([key, value]) => right.has(key) && sameContent(value, right.get(key)))
  );
}

const present = (value: object): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(value).filter(([, member]) => member !== undefined));
