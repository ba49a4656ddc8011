import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { entryWithdrawn, type EntryWithdrawn } from '../../domain/events/entries.js';
import type { Category } from '../../domain/streams.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { withdrawEntry } from './withdraw-entry.decision.js';

export class WithdrawEntry extends Command<Appended> {
  constructor(
    readonly category: Category,
    readonly id: string,
    /** Without what the entry says now, and in which version: both are filled in. */
    readonly body: Omit<Draft<EntryWithdrawn>, 'of' | 'before'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(WithdrawEntry)
export class WithdrawEntryHandler implements ICommandHandler<WithdrawEntry> {
  constructor(private readonly log: DecisionLog) {}

  execute({ category, id, body, context }: WithdrawEntry): Promise<Appended> {
    return this.log.decide(
      { category, id, context, ...reading(entryWithdrawn, body as Draft<EntryWithdrawn>) },
      withdrawEntry(category, id),
    );
  }
}
