/** JSON as people read it: what fits a line is on one line. */
export function foldedJson(value: unknown, width = 120, indent = '', name = ''): string {
  const flat = flatJson(value);
  if (typeof value !== 'object' || value === null || indent.length + name.length + flat.length <= width)
    return name + flat;
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((one) => foldedJson(one ?? null, width, inner))
    : entriesOf(value).map(([field, one]) => foldedJson(one, width, inner, `${JSON.stringify(field)}: `));
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${name}${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`;
}

const entriesOf = (value: object): readonly [string, unknown][] =>
  Object.entries(value).filter(([, one]) => one !== undefined);

function flatJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => flatJson(one ?? null)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = entriesOf(value).map(([name, one]) => `${JSON.stringify(name)}: ${flatJson(one)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}
