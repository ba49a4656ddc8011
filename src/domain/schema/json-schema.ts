import { fieldsOf, type DataClass, type FieldFacts, type JsonSchema, type Shape } from './field.js';
import { SourceRegistered } from '../events/source-registered.js';
import { Place } from '../values/place.js';
import { levelOf } from './level.js';
import { PassageRef, PassageText } from '../values/passage.js';

/**
 * `event`: the data as the log keeps it. `body`: as people write it, with words for passages and without what the service fills
 * in. `shown`: as it is read, with words for passages, and with what may be withheld from the reader marked as such.
 */
export type Form = 'event' | 'body' | 'shown';

/** The names of the schemas that take the place of words and of what is withheld; they are not derived from definitions. */
const WORDS = 'Words';
const WITHHELD = 'Withheld';
const COARSE_POINT = 'CoarsePoint';

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

/** The same classes as they are read; the document must hold schemas named `Words`, `Withheld` and `CoarsePoint`. */
export function shownComponentsOf(classes: Iterable<DataClass>): Schemas {
  return collect(
    [...classes].map((cls) => [cls, 'shown'] as const),
    IN_COMPONENTS,
  );
}

/** What a class is called among schemas: forms share a name where they are the same. */
export function nameOf(cls: DataClass, form: Form): string {
  if (form === 'shown') return `${cls.name}Shown`;
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
    const level = levelOf(cls, name);
    if (form !== 'shown') return { ...ofShape(shape, form), 'x-protection': level };
    const shown = ofShape(shape, form);
    if (!mayBeWithheld(cls, name)) return shown;
    const instead = isPoint(cls, name) ? [COARSE_POINT, WITHHELD] : [WITHHELD];
    return { anyOf: [shown, ...instead.map((one) => ({ $ref: home + one }))], 'x-protection': level };
  }

  function ofShape(shape: Shape, form: Form): JsonSchema {
    switch (shape.kind) {
      case 'plain':
        return shape.schema;
      case 'passage':
        if (form === 'shown') return { $ref: home + WORDS };
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

/** Points, addresses and whatever is not public may be kept from a reader. */
function mayBeWithheld(cls: DataClass, name: string): boolean {
  return levelOf(cls, name) !== 'public' || isPoint(cls, name) || (cls === SourceRegistered && name === 'url');
}

const isPoint = (cls: DataClass, name: string): boolean => cls === Place && name === 'point';
