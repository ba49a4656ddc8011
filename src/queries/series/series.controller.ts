import { Controller, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asked } from '../../http/reads/asked.js';
import { Asking } from '../../http/reads/asked.decorator.js';
import { Asks, Lists } from '../../http/reads/asks.decorator.js';
import { CasualtyCountsOf } from '../casualty-counts/casualty-counts.query.js';
import { ClaimHistoryOf } from '../claim-history/claim-history.query.js';
import { FindingsOf } from '../findings/findings.query.js';
import type { SubjectName } from '../reading/subjects.js';
import { ThingById } from '../things/thing.query.js';
import { Things } from '../things/things.query.js';

const series = (id: string): SubjectName => ({ category: 'series', id });

/** Series of figures, and what can be asked about one. */
@Controller('series')
export class SeriesQueriesController {
  constructor(private readonly queries: QueryBus) {}

  @Lists('', 'Series of figures', { answer: 'SeriesList' })
  all(@Asking() asked: Asked) {
    return this.queries.execute(new Things('series', asked));
  }

  @Asks(':id', 'A series as it stands, with its slots', { answer: 'SeriesAnswer' })
  one(@Param('id') id: string, @Asking() asked: Asked) {
    return this.queries.execute(new ThingById('series', id, asked));
  }

  @Asks(':id/claims', 'Who said what about it and when, and what became of it', {
    answer: 'ClaimHistory',
    paging: true,
  })
  claims(@Param('id') id: string, @Asking() asked: Asked) {
    return this.queries.execute(new ClaimHistoryOf(series(id), asked));
  }

  @Asks(':id/counts', 'The figures of each slot, and how far they reach', { answer: 'CasualtyCounts' })
  counts(@Param('id') id: string, @Asking() asked: Asked) {
    return this.queries.execute(new CasualtyCountsOf(series(id), asked));
  }

  @Asks(':id/findings', 'Where its figures do not go together', { answer: 'Findings' })
  findings(@Param('id') id: string, @Asking() asked: Asked) {
    return this.queries.execute(new FindingsOf(series(id), asked));
  }
}
