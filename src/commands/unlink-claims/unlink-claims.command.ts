import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { claimUnlinked, type ClaimUnlinked } from '../../domain/events/claim-links.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { unlinkClaims } from './unlink-claims.decision.js';

export class UnlinkClaims extends Command<Appended> {
  constructor(
    readonly category: 'statement' | 'report',
    readonly id: string,
    readonly body: Draft<ClaimUnlinked>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(UnlinkClaims)
export class UnlinkClaimsHandler implements ICommandHandler<UnlinkClaims> {
  constructor(private readonly log: DecisionLog) {}

  execute({ category, id, body, context }: UnlinkClaims): Promise<Appended> {
    return this.log.decide({ category, id, context, ...reading(claimUnlinked, body) }, unlinkClaims(category, id));
  }
}
