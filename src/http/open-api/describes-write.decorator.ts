import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import type { Role } from '../../access/principal.js';
import { nameOf } from '../../domain/schema/json-schema.js';
import type { WriteRoute } from '../writes/write-route.js';
import { headerRef } from './headers.js';
import { schemaRef } from './schemas.js';

const RECORDED = { ETag: headerRef('RevisionTag'), 'Idempotency-Replayed': headerRef('Replayed') };

/** What the API's description says of a write; its body comes from the event's definition. */
export function DescribesWrite(
  { event, opens, ifMatchRequired }: WriteRoute,
  summary: string,
  by: Role,
): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary, description: `Records \`${event.type}\`. For the role ${by} and above.` }),
    ApiBody({ schema: schemaRef(nameOf(event.data, 'body')), required: true }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'Makes it safe to send the same request again.',
    }),
    ApiHeader({ name: 'If-Match', required: ifMatchRequired, description: 'The revision you last saw, such as "3".' }),
    ...(opens ? [] : [ApiParam({ name: 'id', schema: { type: 'string' } })]),
    ApiResponse({
      status: opens ? 201 : 200,
      description: 'Where it ended in the log.',
      headers: { ...RECORDED, ...(opens && { Location: headerRef('Recorded') }) },
      schema: schemaRef('Appended'),
    }),
    ...(opens
      ? [
          ApiResponse({
            status: 200,
            description: 'It was there already, just the same.',
            headers: RECORDED,
            schema: schemaRef('Appended'),
          }),
        ]
      : []),
  );
}
