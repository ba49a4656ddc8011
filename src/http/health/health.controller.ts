import { Controller, Get, Header, Headers } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { Access } from '../../access/access.decorator.js';
import { ApiKeys } from '../../access/api-keys.js';
import { bearerIn } from '../../access/bearer.js';
import { headerRef } from '../open-api/headers.js';
import { healthSchema, readinessSchema } from './answers.js';
import { NotReady } from './errors.js';
import { Readiness, type Look, type Parts } from './readiness.js';

const Says = (description: string, schema: object, headers = {}) =>
  ApiResponse({ status: 200, description, schema, headers });

interface Ready extends Parts {
  readonly status: 'ready' | 'degraded';
  readonly details?: Pick<Look, 'log' | 'projections'>;
}

@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly keys: ApiKeys,
  ) {}

  @Get('health')
  @Access('anyone')
  @ApiOperation({ summary: 'Whether the process is alive', security: [] })
  @Says('It is.', healthSchema)
  alive() {
    return { status: 'alive' };
  }

  /** Only what another instance may do better makes this one unready: what stands still for all of them degrades it. */
  @Get('ready')
  @Access('anyone')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Whether this instance can serve',
    description: 'Degraded, it still serves. With the key of an admin the answer says what is in its way.',
    security: [],
  })
  @Says('It can.', readinessSchema, { 'Cache-Control': headerRef('NoCache') })
  async ready(@Headers('authorization') authorization: string | undefined): Promise<Ready> {
    const { parts, log, projections, failures } = await this.readiness.look();
    const forAdmin = parts.database === 'well' && (await this.isAdmin(authorization));
    if (parts.database === 'away' || parts.log === 'away') throw new NotReady(parts, forAdmin ? failures : null);
    const isWell = parts.log === 'well' && parts.projections === 'well';
    return { status: isWell ? 'ready' : 'degraded', ...parts, ...(forAdmin && { details: { log, projections } }) };
  }

  /** Nobody is turned away here: who shows no valid key, or cannot be looked up, is told what everybody is. */
  private async isAdmin(authorization: string | undefined): Promise<boolean> {
    const token = bearerIn(authorization);
    if (token === null) return false;
    const holder = await this.keys.holderOf(token).catch(() => null);
    return holder?.role === 'admin';
  }
}
