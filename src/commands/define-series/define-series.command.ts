import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { seriesDefined, type SeriesDefined } from '../../domain/events/series-defined.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { defineSeries } from './define-series.decision.js';

export class DefineSeries extends Command<Appended> {
  constructor(
    readonly body: Draft<SeriesDefined>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(DefineSeries)
export class DefineSeriesHandler implements ICommandHandler<DefineSeries> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: DefineSeries): Promise<Appended> {
    return this.log.decide(
      { category: 'series', id: body.seriesId, context, ...reading(seriesDefined, body) },
      defineSeries,
    );
  }
}
