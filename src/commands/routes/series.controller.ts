import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { seriesAmended, type SeriesAmended } from '../../domain/events/series-amended.js';
import { seriesDefined, type SeriesDefined } from '../../domain/events/series-defined.js';
import type { Draft } from '../../domain/values/draft.js';
import { Ctx } from '../../http/command-context.js';
import { Adds, Opens } from '../../http/writes/write.decorator.js';
import { Written } from '../../http/writes/written.decorator.js';
import type { CommandContext } from '../decision-log.js';
import { AmendSeries } from '../amend-series/amend-series.command.js';
import { DefineSeries } from '../define-series/define-series.command.js';

/** Runs of figures over time. */
@Controller('series')
export class SeriesController {
  constructor(private readonly commands: CommandBus) {}

  @Opens(seriesDefined, 'Define a series')
  define(@Written() body: Draft<SeriesDefined>, @Ctx() context: CommandContext) {
    return this.commands.execute(new DefineSeries(body, context));
  }

  @Adds(':id/amendments', seriesAmended, 'Say what changed about a series')
  amend(@Written() body: Draft<SeriesAmended>, @Ctx() context: CommandContext) {
    return this.commands.execute(new AmendSeries(body, context));
  }
}
