import type { YamlMap, YamlValue } from './reading/parse-yaml.js';

/** Definitions with those first that others of the same section name as what they are part or member of. */
export function inOrder(definitions: YamlMap): readonly (readonly [string, YamlValue])[] {
  const ordered = new Map<string, YamlValue>();
  const visiting = new Set<string>();
  // A stack of our own: a chain may be longer than the one of the machine.
  const waiting = [...definitions.keys()].toReversed();
  for (let name = waiting.at(-1); name !== undefined; name = waiting.at(-1)) {
    const definition = definitions.get(name);
    if (definition === undefined || ordered.has(name) || visiting.has(name)) {
      waiting.pop();
      if (definition !== undefined) ordered.set(name, definition);
      continue;
    }
    visiting.add(name); // a circle ends here; the register refuses it
    waiting.push(...greaterThan(definition).toReversed());
  }
  return [...ordered];
}

const greaterThan = (definition: YamlValue): readonly string[] => {
  if (!(definition instanceof Map)) return [];
  return ['part of', 'member of'].flatMap((key) => idsIn((definition as YamlMap).get(key)));
};

const idsIn = (value: YamlValue | undefined): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return (value as readonly YamlValue[]).flatMap(idsIn);
  return value instanceof Map ? idsIn((value as YamlMap).get('actor')) : [];
};
