import { Controller, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asked } from '../../http/reads/asked.js';
import { Asking } from '../../http/reads/asked.decorator.js';
import { Asks, Lists } from '../../http/reads/asks.decorator.js';
import { CasualtyCountsOf } from '../casualty-counts/casualty-counts.query.js';
import { ClaimHistoryOf } from '../claim-history/claim-history.query.js';
import { EvolutionOf } from '../count-evolution/count-evolution.query.js';
import { FindingsOf } from '../findings/findings.query.js';
import { IncidentHistory } from '../incident-history/incident-history.query.js';
import { IncidentById } from '../incident/incident.query.js';
import type { SubjectName } from '../reading/subjects.js';
import { Incidents } from './incidents.query.js';

const own = {
  occurredFrom: 'Occurred then or later: an instant, or a date, which means its beginning.',
  occurredTo: 'Occurred before then: an instant, or a date, which means its end.',
  place: 'The code of an area, such as SY, or a part of the name of a place.',
  grade: 'Graded like this, such as fair.',
  party: 'A party that operated, was accused, or said something about it.',
  openFindings: 'true: with findings that nobody has settled.',
  q: 'A part of a label, of the name of a place or of a public code, in any script.',
};

const incident = (id: string): SubjectName => ({ category: 'incident', id });

/** Incidents, and what can be asked about one. One that was merged into another answers 307 to it. */
@Controller('incidents')
export class IncidentQueriesController {
  constructor(private readonly queries: QueryBus) {}

  @Lists('', 'Incidents, in the order in which they were opened', { answer: 'IncidentList', own })
  all(@Asking() asked: Asked) {
    return this.queries.execute(new Incidents(asked));
  }

  @Asks(':id', 'An incident as it stands', { answer: 'IncidentAnswer' })
  one(@Param('id') id: string, @Asking() asked: Asked) {
    return this.queries.execute(new IncidentById(id, asked));
  }

  @Asks(':id/claims', 'Who said what about it and when, and what became of it', {
    answer: 'ClaimHistory',
    paging: true,
  })
  claims(@Param('id') id: string, @Asking() asked: Asked) {
    return this.queries.execute(new ClaimHistoryOf(incident(id), asked));
  }

  @Asks(':id/casualty-counts', 'The figure of each claimant, and how far they reach', { answer: 'CasualtyCounts' })
  counts(@Param('id') id: string, @Asking() asked: Asked) {
    return this.queries.execute(new CasualtyCountsOf(incident(id), asked));
  }

  @Asks(':id/casualty-counts/evolution', 'How the ranges moved, act by act', { answer: 'CountEvolution' })
  evolution(@Param('id') id: string, @Asking() asked: Asked) {
    return this.queries.execute(new EvolutionOf(incident(id), asked));
  }

  @Asks(':id/findings', 'What does not go together in what was said about it', { answer: 'Findings' })
  findings(@Param('id') id: string, @Asking() asked: Asked) {
    return this.queries.execute(new FindingsOf(incident(id), asked));
  }

  @Lists(':id/history', 'What was recorded about it, in the order of the log, with our corrections', {
    answer: 'IncidentHistory',
  })
  history(@Param('id') id: string, @Asking() asked: Asked) {
    return this.queries.execute(new IncidentHistory(id, asked));
  }
}
