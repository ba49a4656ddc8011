import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Access } from '../access/access.decorator.js';
import { EventStore } from '../event-store/event-store.js';

const Says = (status: string) =>
  ApiResponse({
    status: 200,
    description: 'It is.',
    schema: { type: 'object', properties: { status: { const: status } }, required: ['status'] } as object,
  });

@Controller()
export class HealthController {
  constructor(
    private readonly readModels: DataSource,
    private readonly log: EventStore,
  ) {}

  @Get('health')
  @Access('anyone')
  @ApiOperation({ summary: 'Whether the process is alive', security: [] })
  @Says('alive')
  alive() {
    return { status: 'alive' };
  }

  /** Whatever is not there answers as it would to any other request: 503, and try again. */
  @Get('ready')
  @Access('anyone')
  @ApiOperation({ summary: 'Whether the log and the read models can be reached', security: [] })
  @Says('ready')
  async ready() {
    await Promise.all([this.log.head(), this.readModels.query('select 1')]);
    return { status: 'ready' };
  }
}
