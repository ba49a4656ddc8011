import fc, { type Arbitrary } from 'fast-check';

/** A JSON Schema, as far as ours go. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Makes values of a form that the description of the API allows. Ids are of things that are there, more often than not. */
export class Forms {
  private readonly made = new Map<string, Arbitrary<unknown>>();
  private readonly patterns = new Map<string, Arbitrary<string>>();

  constructor(
    private readonly schemas: Readonly<Record<string, Schema>>,
    private readonly known: readonly string[],
  ) {}

  of(schema: Schema): Arbitrary<unknown> {
    if (schema.$ref !== undefined) return this.named(schema.$ref.split('/').at(-1)!);
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    const either = schema.oneOf ?? schema.anyOf;
    if (either !== undefined) return fc.oneof(...either.map((one) => this.of(one)));
    switch ([schema.type].flat()[0]) {
      case 'object':
        return this.object(schema);
      case 'array':
        return fc.array(this.of(schema.items ?? {}), {
          minLength: schema.minItems ?? 0,
          maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 2),
        });
      case 'integer':
        return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 100_000 });
      case 'number':
        return fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true });
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      default:
        return this.text(schema);
    }
  }

  private named(name: string): Arbitrary<unknown> {
    const found = this.made.get(name) ?? this.of(this.schemas[name] ?? {});
    this.made.set(name, found);
    return found;
  }

  private object({ properties = {}, required = [] }: Schema): Arbitrary<unknown> {
    const fields = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, this.of(one)]));
    return fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
  }

  private text({ pattern, format, maxLength = 40 }: Schema): Arbitrary<string> {
    if (pattern !== undefined) {
      // What comes by a pattern without its lookahead may be a little wrong: so much the better.
      const plain = new RegExp(pattern.replace('(?!0000)', ''));
      const matching = this.patterns.get(pattern) ?? fc.stringMatching(plain, { size: 'small' });
      this.patterns.set(pattern, matching);
      const fitting = this.known.filter((id) => new RegExp(pattern).test(id));
      return fitting.length === 0
        ? matching
        : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: matching });
    }
    if (format === 'uuid') return fc.uuid();
    if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
    return fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(maxLength, 40) });
  }
}
