import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';

/** What OpenAPI 3.1 asks of a document's outline, for as much of it as we use; schemas are held to their own meta-schema. */
const outline: AnySchema = {
  type: 'object',
  required: ['openapi', 'info', 'paths', 'components'],
  properties: {
    openapi: { const: '3.1.0' },
    info: { type: 'object', required: ['title', 'version'] },
    tags: { type: 'array' },
    servers: { type: 'array', items: { type: 'object', required: ['url'] } },
    security: { $ref: '#/$defs/security' },
    paths: {
      type: 'object',
      propertyNames: { pattern: '^/' },
      additionalProperties: {
        type: 'object',
        propertyNames: { enum: ['get', 'post', 'put', 'patch', 'delete', 'parameters'] },
        additionalProperties: { $ref: '#/$defs/operation' },
      },
    },
    components: {
      type: 'object',
      properties: {
        schemas: { type: 'object', propertyNames: { pattern: '^[a-zA-Z0-9._-]+$' } },
        responses: { type: 'object', additionalProperties: { $ref: '#/$defs/response' } },
        headers: { type: 'object', additionalProperties: { $ref: '#/$defs/header' } },
        securitySchemes: { type: 'object', additionalProperties: { type: 'object', required: ['type'] } },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
  $defs: {
    operation: {
      type: 'object',
      required: ['operationId', 'summary', 'responses'],
      properties: {
        operationId: { type: 'string', minLength: 1 },
        summary: { type: 'string', minLength: 1 },
        description: { type: 'string' },
        tags: { type: 'array', items: { type: 'string' } },
        parameters: { type: 'array', items: { $ref: '#/$defs/parameter' } },
        requestBody: {
          type: 'object',
          required: ['content'],
          properties: { required: { type: 'boolean' }, content: { $ref: '#/$defs/content' } },
        },
        responses: {
          type: 'object',
          minProperties: 1,
          propertyNames: { pattern: '^([1-5][0-9]{2}|default)$' },
          additionalProperties: {
            anyOf: [{ $ref: '#/$defs/response' }, { type: 'object', required: ['$ref'], maxProperties: 1 }],
          },
        },
        security: { $ref: '#/$defs/security' },
      },
      additionalProperties: false,
    },
    parameter: {
      type: 'object',
      required: ['name', 'in', 'schema'],
      properties: {
        name: { type: 'string' },
        in: { enum: ['path', 'query', 'header', 'cookie'] },
        required: { type: 'boolean' },
        schema: { type: 'object' },
      },
      anyOf: [
        { properties: { in: { enum: ['query', 'header', 'cookie'] } } },
        { required: ['required'], properties: { required: { const: true } } },
      ],
    },
    response: {
      type: 'object',
      required: ['description'],
      properties: {
        description: { type: 'string', minLength: 1 },
        headers: {
          type: 'object',
          additionalProperties: {
            anyOf: [{ $ref: '#/$defs/header' }, { type: 'object', required: ['$ref'], maxProperties: 1 }],
          },
        },
        content: { $ref: '#/$defs/content' },
      },
      additionalProperties: false,
    },
    header: {
      type: 'object',
      required: ['schema'],
      properties: { description: { type: 'string' }, required: { type: 'boolean' }, schema: { type: 'object' } },
      additionalProperties: false,
    },
    content: {
      type: 'object',
      propertyNames: { pattern: '^[^/]+/[^/]+$' },
      additionalProperties: {
        type: 'object',
        required: ['schema'],
        properties: {
          schema: { type: 'object' },
          examples: {
            type: 'object',
            additionalProperties: {
              type: 'object',
              required: ['summary', 'value'],
              properties: { summary: { type: 'string', minLength: 1 }, value: {} },
              additionalProperties: false,
            },
          },
        },
        additionalProperties: false,
      },
    },
    security: { type: 'array', items: { type: 'object', additionalProperties: { type: 'array' } } },
  },
};

/** What is wrong with a document that says it is OpenAPI 3.1. */
export function structuralProblems(document: object): readonly string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  const problems = ajv.validate(outline, document)
    ? []
    : (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  return [...problems, ...schemaProblems(ajv, document), ...pathProblems(document), ...securityProblems(document)];
}

function schemaProblems(ajv: Ajv2020, document: object): readonly string[] {
  const { components } = document as { components: { schemas: Record<string, AnySchema> } };
  return Object.entries(components.schemas).flatMap(([name, schema]) =>
    ajv.validateSchema(schema) === true ? [] : [`${name}: ${ajv.errorsText(ajv.errors)}`],
  );
}

interface Parameter {
  readonly name: string;
  readonly in: string;
}

/** Each name in a path is a parameter of it, and the other way round. */
function pathProblems(document: object): readonly string[] {
  const { paths } = document as {
    paths: Record<string, Record<string, { readonly parameters?: readonly Parameter[] }>>;
  };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { parameters = [] }]) => {
      const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name).sort();
      const told = parameters
        .filter((one) => one.in === 'path')
        .map(({ name }) => name)
        .sort();
      const unique = new Set(parameters.map((one) => `${one.in} ${one.name.toLowerCase()}`));
      return [
        ...(JSON.stringify(inPath) === JSON.stringify(told) ? [] : [`${method} ${path} tells of ${told.join()}`]),
        ...(unique.size === parameters.length ? [] : [`${method} ${path} tells of a parameter twice`]),
      ];
    }),
  );
}

function securityProblems(document: object): readonly string[] {
  const { components, security = [] } = document as {
    components: { securitySchemes?: object };
    security?: readonly object[];
  };
  const known = new Set(Object.keys(components.securitySchemes ?? {}));
  return security.flatMap((one) => Object.keys(one).filter((name) => !known.has(name)));
}
