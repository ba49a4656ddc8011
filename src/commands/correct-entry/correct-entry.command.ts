import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { entryCorrected, type EntryCorrected } from '../../domain/events/entries.js';
import type { Category } from '../../domain/streams.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading, readingCorrection } from '../reading.js';
import { correctEntry } from './correct-entry.decision.js';

export class CorrectEntry extends Command<Appended> {
  constructor(
    readonly category: Category,
    readonly id: string,
    /** Without what the entry says now, and in which version: both are filled in. */
    readonly body: Omit<Draft<EntryCorrected>, 'of' | 'before'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CorrectEntry)
export class CorrectEntryHandler implements ICommandHandler<CorrectEntry> {
  constructor(private readonly log: DecisionLog) {}

  execute({ category, id, body, context }: CorrectEntry): Promise<Appended> {
    return this.log.decide(
      { category, id, context, ...reading(entryCorrected, body as Draft<EntryCorrected>), ...readingCorrection(body) },
      correctEntry(category, id),
    );
  }
}
