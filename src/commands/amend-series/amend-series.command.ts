import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { seriesAmended, type SeriesAmended } from '../../domain/events/series-amended.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { amendSeries } from './amend-series.decision.js';

export class AmendSeries extends Command<Appended> {
  constructor(
    readonly body: Draft<SeriesAmended>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AmendSeries)
export class AmendSeriesHandler implements ICommandHandler<AmendSeries> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: AmendSeries): Promise<Appended> {
    return this.log.decide(
      { category: 'series', id: body.seriesId, context, ...reading(seriesAmended, body) },
      amendSeries,
    );
  }
}
