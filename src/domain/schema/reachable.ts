import { fieldsOf, type DataClass, type Shape } from './field.js';

/** A class and every class its data can hold, each once. */
export function reachableFrom(cls: DataClass, met: Set<DataClass> = new Set()): ReadonlySet<DataClass> {
  if (met.has(cls)) return met;
  met.add(cls);
  for (const { shape } of fieldsOf(cls)) for (const held of classesOf(shape)) reachableFrom(held, met);
  return met;
}

function classesOf(shape: Shape): readonly DataClass[] {
  if (shape.kind === 'class') return [shape.of()];
  if (shape.kind === 'list') return classesOf(shape.of);
  return shape.kind === 'kinds' ? shape.of().map(({ value }) => value) : [];
}
