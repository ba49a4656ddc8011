import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, type OpenAPIObject } from '@nestjs/swagger';
import { Access } from '../../access/access.decorator.js';
import { docsPage } from './docs-page.js';
import { OpenApi } from './open-api.js';

@Controller()
export class OpenApiController {
  constructor(private readonly openApi: OpenApi) {}

  @Get('openapi.json')
  @Access('anyone')
  @ApiOperation({ summary: 'This API, described for programs (OpenAPI 3.1)' })
  document(): OpenAPIObject {
    return this.openApi.document;
  }

  @Get('docs')
  @Access('anyone')
  @Header('content-type', 'text/html; charset=utf-8')
  @ApiOperation({ summary: 'This API, listed for people' })
  page(): string {
    return docsPage(this.openApi.document);
  }
}
