import { ApiResponse } from '@nestjs/swagger';

/** What the API's description says of a page for people. */
export const DescribesPage = (): MethodDecorator =>
  ApiResponse({ status: 200, description: 'A page.', content: { 'text/html': { schema: { type: 'string' } } } });
