import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { definitions } from '../../domain/events/index.js';
import { componentsOf } from '../../domain/schema/json-schema.js';
import { UNLIMITED } from '../door/rate-limits.js';
import { answerSchemas } from './answers/index.js';
import { apiExamples, withExamples } from './examples.js';
import { ANY_ANSWER, RATES, sharedHeaders } from './headers.js';
import { describeRefusals, refusalResponses } from './refusals.js';
import { ownSchemas } from './schemas.js';

const DESCRIPTION = `The record of incidents in which people were harmed and of everything that was publicly claimed about them.
Nothing is edited or deleted: every write records an event. Every refusal is a problem (RFC 9457).`;

/** The API's description (OpenAPI 3.1), from the routes and the definitions of the events. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Sijil')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key.' }, 'key')
    .addSecurityRequirements('key')
    .build();
  const document = SwaggerModule.createDocument(app, outline, { autoTagControllers: false });
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations as Record<string, Operation>)) {
      describeRefusals(method, operation);
      describeDoor(operation, UNLIMITED.has(path) ? ANY_ANSWER : { ...ANY_ANSWER, ...RATES });
      (operations as Record<string, Operation>)[method] = withExamples(`${method.toUpperCase()} ${path}`, operation);
    }
  }
  const schemas = {
    ...componentsOf([...definitions.values()].map(({ data }) => data)),
    ...ownSchemas,
    ...answerSchemas,
  };
  return {
    ...document,
    components: {
      ...document.components,
      headers: sharedHeaders,
      responses: refusalResponses(apiExamples.problems),
      schemas: { ...document.components?.schemas, ...schemas },
    } as NonNullable<OpenAPIObject['components']>,
  };
}

interface Operation {
  readonly responses: Record<string, { readonly $ref?: string; headers?: object }>;
  readonly security?: readonly object[];
}

/** Adds what is said at the door to every answer; refusals say it by themselves. */
function describeDoor({ responses }: Operation, headers: object): void {
  for (const response of Object.values(responses)) {
    if (response.$ref === undefined) response.headers = { ...headers, ...response.headers };
  }
}

/** The operations of one path, by method. */
export function operationsOf(path: object): readonly Operation[] {
  const methods = new Set(['get', 'post', 'put', 'patch', 'delete']);
  return Object.entries(path).flatMap(([method, operation]) => (methods.has(method) ? [operation as Operation] : []));
}

/** Makes the description once somebody asks for it. */
export class OpenApi {
  private made: OpenAPIObject | undefined;
  private make: (() => OpenAPIObject) | undefined;

  describes(app: INestApplication): void {
    this.make = () => openApiOf(app);
  }

  get document(): OpenAPIObject {
    this.made ??= this.make?.();
    if (!this.made) throw new Error('The application to describe is not there yet.');
    return this.made;
  }
}
