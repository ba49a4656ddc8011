import { Controller, Get, Header, NotFoundException, Param } from '@nestjs/common';
import { ApiOperation, ApiParam } from '@nestjs/swagger';
import { Access } from '../../access/access.decorator.js';
import { DescribesPage } from '../open-api/describes-page.decorator.js';
import { problemList, problemPage } from './problem-pages.js';
import { problemTexts } from './texts/index.js';

const HTML = 'text/html; charset=utf-8';

/** Where the `type` of every problem leads: what it means, for people. */
@Controller('problems')
export class ProblemsController {
  @Get()
  @Access('anyone')
  @Header('content-type', HTML)
  @ApiOperation({ summary: 'Everything that can go wrong, listed for people', security: [] })
  @DescribesPage()
  all(): string {
    return problemList();
  }

  @Get(':code')
  @Access('anyone')
  @Header('content-type', HTML)
  @ApiOperation({ summary: 'What a kind of problem means, for people', security: [] })
  @ApiParam({ name: 'code', schema: { type: 'string', enum: [...problemTexts.keys()].sort() } })
  @DescribesPage()
  one(@Param('code') code: string): string {
    const text = problemTexts.get(code);
    if (!text) throw new NotFoundException();
    return problemPage(code, text);
  }
}
