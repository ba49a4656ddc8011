import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { findingResolved, type FindingResolved } from '../../domain/events/finding-resolved.js';
import type { Draft } from '../../domain/values/draft.js';
import { Ctx } from '../../http/command-context.js';
import { Adds } from '../../http/writes/write.decorator.js';
import { InCategory, Written } from '../../http/writes/written.decorator.js';
import type { CommandContext } from '../decision-log.js';
import { ResolveFinding } from '../resolve-finding/resolve-finding.command.js';

/** What became of findings. */
@Controller(['incidents/:id', 'series/:id'])
export class FindingsController {
  constructor(private readonly commands: CommandBus) {}

  @Adds('resolutions', findingResolved, 'Settle a finding', { by: 'reviewer' })
  resolve(
    @InCategory() category: 'incident' | 'series',
    @Param('id') id: string,
    @Written() body: Draft<FindingResolved>,
    @Ctx() context: CommandContext,
  ) {
    return this.commands.execute(new ResolveFinding(category, id, body, context));
  }
}
