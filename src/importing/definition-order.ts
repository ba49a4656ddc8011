import type { YamlMap, YamlValue } from './reading/parse-yaml.js';

/** Definitions with those first that others of the same section name as what they are part or member of. */
export function inOrder(definitions: YamlMap): readonly (readonly [string, YamlValue])[] {
  const ordered = new Map<string, YamlValue>();
  const visiting = new Set<string>();
  const visit = (name: string): void => {
    const definition = definitions.get(name);
    if (definition === undefined || ordered.has(name) || visiting.has(name)) return;
    visiting.add(name); // a circle ends here; the register refuses it
    for (const greater of greaterThan(definition)) visit(greater);
    ordered.set(name, definition);
  };
  for (const name of definitions.keys()) visit(name);
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
