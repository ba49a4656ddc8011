import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { passageErased, type PassageErased } from '../../domain/events/protection.js';
import type { Category } from '../../domain/streams.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { erasePassage } from './erase-passage.decision.js';

export class ErasePassage extends Command<Appended> {
  constructor(
    readonly category: Category,
    readonly id: string,
    readonly body: Draft<PassageErased>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ErasePassage)
export class ErasePassageHandler implements ICommandHandler<ErasePassage> {
  constructor(private readonly log: DecisionLog) {}

  execute({ category, id, body, context }: ErasePassage): Promise<Appended> {
    return this.log.decide({ category, id, context, ...reading(passageErased, body) }, erasePassage(category, id));
  }
}
