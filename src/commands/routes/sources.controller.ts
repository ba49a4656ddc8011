import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  sourceArchived,
  sourceFoundRemoved,
  sourceVerified,
  type SourceArchived,
  type SourceFoundRemoved,
  type SourceVerified,
} from '../../domain/events/source-custody.js';
import { sourceRegistered, type SourceRegistered } from '../../domain/events/source-registered.js';
import type { Draft } from '../../domain/values/draft.js';
import { Ctx } from '../../http/command-context.js';
import { Adds, Opens } from '../../http/writes/write.decorator.js';
import { Written } from '../../http/writes/written.decorator.js';
import type { CommandContext } from '../decision-log.js';
import { ArchiveSource } from '../archive-source/archive-source.command.js';
import { RegisterSource } from '../register-source/register-source.command.js';
import { ReportSourceRemoved } from '../report-source-removed/report-source-removed.command.js';
import { VerifySource } from '../verify-source/verify-source.command.js';

/** What entries rest on, and its custody. */
@Controller('sources')
export class SourcesController {
  constructor(private readonly commands: CommandBus) {}

  @Opens(sourceRegistered, 'Register a source')
  register(@Written() body: Draft<SourceRegistered>, @Ctx() context: CommandContext) {
    return this.commands.execute(new RegisterSource(body, context));
  }

  @Adds(':id/copies', sourceArchived, 'Note that a copy was put away')
  archive(@Written() body: Draft<SourceArchived>, @Ctx() context: CommandContext) {
    return this.commands.execute(new ArchiveSource(body, context));
  }

  @Adds(':id/verifications', sourceVerified, 'Note that a hash was compared')
  verify(@Written() body: Draft<SourceVerified>, @Ctx() context: CommandContext) {
    return this.commands.execute(new VerifySource(body, context));
  }

  @Adds(':id/removals', sourceFoundRemoved, 'Note that the source is no longer where it was')
  reportRemoved(@Written() body: Draft<SourceFoundRemoved>, @Ctx() context: CommandContext) {
    return this.commands.execute(new ReportSourceRemoved(body, context));
  }
}
