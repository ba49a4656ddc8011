import { applyDecorators, Get, SetMetadata, UseInterceptors } from '@nestjs/common';
import { Access } from '../../access/access.decorator.js';
import type { AnswerName } from '../open-api/answers/names.js';
import { DescribesRead } from '../open-api/describes-read.decorator.js';
import { ReadInterceptor } from './read.interceptor.js';
import { READ, type ReadRoute } from './read-route.js';

interface Choices {
  /** The schema of what it answers, by its name among the answers of the API's description. */
  readonly answer: AnswerName;
  /** It is answered page by page, or can be. */
  readonly paging?: boolean;
  /** Parameters of its own, each with what it means. */
  readonly own?: Readonly<Record<string, string>>;
  readonly description?: string;
}

/** A route that answers a question. Anonymous askers get as far as public reading is on; everybody sees what their role may. */
export function Asks(path: string, summary: string, { answer, paging = false, own = {}, description }: Choices) {
  const route: ReadRoute = { path, summary, answer, paging, own, ...(description !== undefined && { description }) };
  return applyDecorators(
    Get(path),
    Access('anonymous'),
    SetMetadata(READ, route),
    UseInterceptors(ReadInterceptor),
    DescribesRead(route),
  );
}

/** A list: answered page by page, in an order that does not change. */
export const Lists = (path: string, summary: string, choices: Choices) =>
  Asks(path, summary, { ...choices, paging: true });
