import { fieldsOf, type DataClass, type FieldFacts, type JsonSchema, type Shape } from './field.js';
import { levelOf } from './level.js';
import { PassageRef, PassageText } from '../values/passage.js';

/** `event`: the data as the log keeps it. `body`: as people write it, with words for passages and without what the service fills in. */
export type Form = 'event' | 'body';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const AT_HOME = '#/$defs/';
const IN_COMPONENTS = '#/components/schemas/';

type Schemas = Readonly<Record<string, JsonSchema>>;

/** The JSON Schema (2020-12) of one class, complete in itself. Rules between fields are not in it: validation holds those. */
export function jsonSchemaOf(cls: DataClass, form: Form): JsonSchema {
  return { $schema: DRAFT, $ref: AT_HOME + nameOf(cls, form), $defs: collect([[cls, form]], AT_HOME) };
}

/** Every class in both forms, with whatever they hold, for the `components.schemas` of an OpenAPI document. */
export function componentsOf(classes: Iterable<DataClass>): Schemas {
  return collect(
    [...classes].flatMap((cls) => [[cls, 'event'] as const, [cls, 'body'] as const]),
    IN_COMPONENTS,
  );
}

/** What a class is called among schemas: the two forms share a name where they are the same. */
export function nameOf(cls: DataClass, form: Form): string {
  return form === 'body' && differs(cls) ? `${cls.name}Body` : cls.name;
}

function differs(cls: DataClass): boolean {
  return fieldsOf(cls).some(({ filledIn, shape }) => filledIn || differsIn(shape));
}

function differsIn(shape: Shape): boolean {
  switch (shape.kind) {
    case 'plain':
      return false;
    case 'passage':
    case 'event-data':
      return true;
    case 'class':
      return differs(shape.of());
    case 'list':
      return differsIn(shape.of);
    case 'kinds':
      return shape.of().some(({ value }) => differs(value));
  }
}

function collect(wanted: readonly (readonly [DataClass, Form])[], home: string): Schemas {
  const schemas: Record<string, JsonSchema> = {};
  for (const [cls, form] of wanted) refer(cls, form);
  return schemas;

  function refer(cls: DataClass, form: Form): JsonSchema {
    const name = nameOf(cls, form);
    if (schemas[name] === undefined) {
      schemas[name] = {};
      schemas[name] = ofClass(cls, form);
    }
    return { $ref: home + name };
  }

  function ofClass(cls: DataClass, form: Form): JsonSchema {
    const fields = fieldsOf(cls);
    return {
      type: 'object',
      properties: Object.fromEntries(fields.map((one) => [one.name, ofField(cls, one, form)])),
      required: fields.filter((one) => !one.optional && !(form === 'body' && one.filledIn)).map(({ name }) => name),
      additionalProperties: false,
    };
  }

  function ofField(cls: DataClass, { name, shape }: FieldFacts, form: Form): JsonSchema {
    return { ...ofShape(shape, form), 'x-protection': levelOf(cls, name) };
  }

  function ofShape(shape: Shape, form: Form): JsonSchema {
    switch (shape.kind) {
      case 'plain':
        return shape.schema;
      case 'passage':
        return refer(form === 'event' ? PassageRef : PassageText, form);
      case 'event-data':
        return { type: 'object' };
      case 'class':
        return refer(shape.of(), form);
      case 'list':
        return {
          type: 'array',
          items: ofShape(shape.of, form),
          minItems: shape.min,
          maxItems: shape.max,
          ...(shape.unique && { uniqueItems: true }),
        };
      case 'kinds': {
        const kinds = shape.of().map(({ name, value }) => ({ name, ref: refer(value, form) }));
        const mapping = Object.fromEntries(kinds.map(({ name, ref }) => [name, ref['$ref']]));
        return {
          type: 'object',
          oneOf: kinds.map(({ ref }) => ref),
          discriminator: { propertyName: shape.by, mapping },
        };
      }
    }
  }
}
