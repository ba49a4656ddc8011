import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { protectionSet, type ProtectionSet } from '../../domain/events/protection.js';
import type { Category } from '../../domain/streams.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { setProtection } from './set-protection.decision.js';

export class SetProtection extends Command<Appended> {
  constructor(
    readonly category: Category,
    readonly id: string,
    readonly body: Draft<ProtectionSet>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SetProtection)
export class SetProtectionHandler implements ICommandHandler<SetProtection> {
  constructor(private readonly log: DecisionLog) {}

  execute({ category, id, body, context }: SetProtection): Promise<Appended> {
    const underKey = context.idempotencyKey !== undefined;
    const about = { category, id, context, ...reading(protectionSet, body) };
    return this.log.decide(about, setProtection(category, id, underKey));
  }
}
