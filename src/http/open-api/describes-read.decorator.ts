import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { DEFAULT_LIMIT, GREATEST_LIMIT } from '../as-of.js';
import type { AnswerName } from './answers/names.js';
import type { ReadRoute } from '../reads/read-route.js';
import { FOR_ONE_READER, headerRef } from './headers.js';
import { answerSchemas } from './answers/index.js';
import { schemaRef } from './schemas.js';

const SHARED = {
  claimedAsOf:
    'What had been said by then: an instant, or a date, which means its end. Without it, all that was ever said.',
  recordedAsOf: 'What the register held then: an instant, a date or a position. Without it, all that it holds.',
  zone: 'The time zone in which a date ends, such as Asia/Damascus; else that of the incident, else UTC.',
  after: 'Answer only once what was written at this position can be read; 503 when that takes too long.',
};

const PAGING = {
  limit: `How many at most, 1 to ${GREATEST_LIMIT}; ${DEFAULT_LIMIT} unless said.`,
  cursor: 'Where to go on; from the Link header with rel="next".',
};

const STANDS = { ETag: headerRef('AnswerTag'), 'Sijil-Position': headerRef('Position') };

const text = { type: 'string' } as const;

/** What the API's description says of a question. */
export function DescribesRead({ path, summary, description, answer, paging, own }: ReadRoute): MethodDecorator {
  const parameters = { ...own, ...SHARED, ...(paging && PAGING) };
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
  return applyDecorators(
    ApiOperation({ summary, ...(description !== undefined && { description }) }),
    ...inPath.map((name) => ApiParam({ name, schema: text })),
    ...Object.entries(parameters).map(([name, says]) =>
      ApiQuery({
        name,
        required: false,
        description: says,
        schema: name === 'limit' ? { type: 'integer', minimum: 1, maximum: GREATEST_LIMIT } : text,
      }),
    ),
    ApiHeader({ name: 'If-None-Match', required: false, description: 'The ETag of the answer you have.' }),
    ApiResponse({
      status: 200,
      description: paging ? 'The answer, or a page of it.' : 'The answer.',
      schema: schemaRef(answer),
      headers: {
        ...(stands(answer) && STANDS),
        ...FOR_ONE_READER,
        ...(paging && { Link: headerRef('NextPage') }),
      },
    }),
    ApiResponse({
      status: 307,
      description: 'It is now part of something else, which answers in its place.',
      headers: { Location: headerRef('Recorded'), ...FOR_ONE_READER },
    }),
    ApiResponse({
      status: 304,
      description: 'You have this answer already.',
      headers: { ...STANDS, ...FOR_ONE_READER },
    }),
  );
}

/** Whether an answer says at which position it stands; what no event changes does not. */
const stands = (answer: AnswerName): boolean => 'position' in (answerSchemas[answer]!['properties'] as object);
