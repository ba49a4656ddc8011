import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { sourceArchived, type SourceArchived } from '../../domain/events/source-custody.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { archiveSource } from './archive-source.decision.js';

export class ArchiveSource extends Command<Appended> {
  constructor(
    readonly body: Draft<SourceArchived>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ArchiveSource)
export class ArchiveSourceHandler implements ICommandHandler<ArchiveSource> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: ArchiveSource): Promise<Appended> {
    return this.log.decide(
      { category: 'source', id: body.sourceId, context, ...reading(sourceArchived, body) },
      archiveSource,
    );
  }
}
