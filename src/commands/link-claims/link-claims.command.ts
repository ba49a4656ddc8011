import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { claimLinked, type ClaimLinked } from '../../domain/events/claim-links.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { linkClaims } from './link-claims.decision.js';

export class LinkClaims extends Command<Appended> {
  constructor(
    readonly category: 'statement' | 'report',
    readonly id: string,
    readonly body: Draft<ClaimLinked>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(LinkClaims)
export class LinkClaimsHandler implements ICommandHandler<LinkClaims> {
  constructor(private readonly log: DecisionLog) {}

  execute({ category, id, body, context }: LinkClaims): Promise<Appended> {
    return this.log.decide({ category, id, context, ...reading(claimLinked, body) }, linkClaims(category, id));
  }
}
