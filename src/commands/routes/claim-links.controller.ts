import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { claimLinked, claimUnlinked, type ClaimLinked, type ClaimUnlinked } from '../../domain/events/claim-links.js';
import type { Draft } from '../../domain/values/draft.js';
import { Ctx } from '../../http/command-context.js';
import { Adds } from '../../http/writes/write.decorator.js';
import { InCategory, Written } from '../../http/writes/written.decorator.js';
import type { CommandContext } from '../decision-log.js';
import { LinkClaims } from '../link-claims/link-claims.command.js';
import { UnlinkClaims } from '../unlink-claims/unlink-claims.command.js';

/** Links between claims that were recorded out of order. */
@Controller(['statements/:id', 'reports/:id'])
export class ClaimLinksController {
  constructor(private readonly commands: CommandBus) {}

  @Adds('links', claimLinked, 'Link a claim to one it supersedes or relays')
  link(
    @InCategory() category: 'statement' | 'report',
    @Param('id') id: string,
    @Written() body: Draft<ClaimLinked>,
    @Ctx() context: CommandContext,
  ) {
    return this.commands.execute(new LinkClaims(category, id, body, context));
  }

  @Adds('unlinks', claimUnlinked, 'Undo a link between claims')
  unlink(
    @InCategory() category: 'statement' | 'report',
    @Param('id') id: string,
    @Written() body: Draft<ClaimUnlinked>,
    @Ctx() context: CommandContext,
  ) {
    return this.commands.execute(new UnlinkClaims(category, id, body, context));
  }
}
