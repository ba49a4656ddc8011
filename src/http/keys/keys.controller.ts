import { Body, Controller, Get, Header, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { Access } from '../../access/access.decorator.js';
import { ApiKeys } from '../../access/api-keys.js';
import { headerRef } from '../open-api/headers.js';
import { schemaRef } from '../open-api/schemas.js';
import { keyWishIn, overlapIn } from './key-bodies.js';
import { RefusesRepeats } from './refuses-repeats.guard.js';

const Secret = () => Header('cache-control', 'no-store');
const answers = (status: number, description: string, name: string) =>
  ApiResponse({
    status,
    description,
    schema: schemaRef(name),
    ...(name === 'NewApiKey' && { headers: { 'Cache-Control': headerRef('NoCache') } }),
  });
const ONCE =
  'A repeat would make another key, and this one is shown once: with an `Idempotency-Key` it is refused (400).';
const KeyName = () => ApiParam({ name: 'key', description: 'Its id, or its prefix.', schema: { type: 'string' } });

/** API keys, for admins. A key itself is in one answer only: that to the request which made it. */
@Controller('keys')
export class KeysController {
  constructor(private readonly keys: ApiKeys) {}

  @Get()
  @Access('admin')
  @ApiOperation({ summary: 'All API keys there ever were, oldest first' })
  @answers(200, 'The keys, without their secrets.', 'ApiKeyList')
  async all() {
    return { items: await this.keys.list() };
  }

  @Post()
  @Access('admin')
  @Secret()
  @UseGuards(RefusesRepeats)
  @ApiOperation({ summary: 'Make an API key; it is shown only in this answer', description: ONCE })
  @ApiBody({ schema: schemaRef('ApiKeyBody'), required: true })
  @answers(201, 'The key.', 'NewApiKey')
  create(@Body() body: unknown) {
    return this.keys.create(keyWishIn(body));
  }

  @Post(':key/revoke')
  @HttpCode(200)
  @Access('admin')
  @ApiOperation({
    summary: 'End an API key; every instance knows at once, and within two seconds where it cannot be told',
  })
  @KeyName()
  @answers(200, 'The key as it is now.', 'ApiKey')
  revoke(@Param('key') key: string) {
    return this.keys.revoke(key);
  }

  @Post(':key/rotate')
  @Access('admin')
  @Secret()
  @UseGuards(RefusesRepeats)
  @ApiOperation({
    summary: 'Give a key a successor; the old one stays valid for a while, two days unless said',
    description: ONCE,
  })
  @KeyName()
  @ApiBody({ schema: schemaRef('RotationBody'), required: false })
  @answers(201, 'The new key.', 'NewApiKey')
  rotate(@Param('key') key: string, @Body() body: unknown) {
    return this.keys.rotate(key, overlapIn(body));
  }
}
