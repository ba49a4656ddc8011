import { Controller, Get, Header, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { Access } from '../access/access.decorator.js';
import { Readiness } from '../http/health/readiness.js';
import { headerRef } from '../http/open-api/headers.js';
import { Metrics } from './metrics.js';
import { measureProcess } from './process-metrics.js';
import { StandingMetrics } from './standing-metrics.js';

const TEXT = 'text/plain; version=0.0.4; charset=utf-8';

/** For programs that watch the service. What is counted tells of activity, so it is for admins (docs/decisions/0012). */
@Controller('metrics')
export class MetricsController implements OnModuleInit, BeforeApplicationShutdown {
  private standing: StandingMetrics | undefined;
  private forgetProcess: (() => void) | undefined;

  constructor(
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
  ) {}

  onModuleInit(): void {
    this.forgetProcess = measureProcess(this.metrics.registry);
    this.standing = new StandingMetrics(this.metrics.registry);
  }

  beforeApplicationShutdown(): void {
    this.forgetProcess?.();
  }

  @Get()
  @Access('admin')
  @Header('content-type', TEXT)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'What this instance has counted and how it is doing, in the text format of Prometheus' })
  @ApiResponse({
    status: 200,
    description: 'The metrics.',
    headers: { 'Cache-Control': headerRef('NoCache') },
    content: { 'text/plain': { schema: { type: 'string' } } },
  })
  async all(): Promise<string> {
    this.standing?.show(await this.readiness.look());
    return this.metrics.registry.metrics();
  }
}
