import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiResponse, type OpenAPIObject } from '@nestjs/swagger';
import { Access } from '../../access/access.decorator.js';
import { DescribesPage } from './describes-page.decorator.js';
import { docsPage } from './docs-page.js';
import { OpenApi } from './open-api.js';

@Controller()
export class OpenApiController {
  constructor(private readonly openApi: OpenApi) {}

  @Get('openapi.json')
  @Access('anyone')
  @ApiOperation({ summary: 'This API, described for programs (OpenAPI 3.1)', security: [] })
  @ApiResponse({ status: 200, description: 'This document.', schema: { type: 'object' } })
  document(): OpenAPIObject {
    return this.openApi.document;
  }

  @Get('docs')
  @Access('anyone')
  @Header('content-type', 'text/html; charset=utf-8')
  @ApiOperation({ summary: 'This API, listed for people', security: [] })
  @DescribesPage()
  page(): string {
    return docsPage(this.openApi.document);
  }
}
