import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asked } from '../../http/reads/asked.js';
import { Asking } from '../../http/reads/asked.decorator.js';
import { Lists } from '../../http/reads/asks.decorator.js';
import { OpenFindings } from './open-findings.query.js';

/** What does not go together, across the register. */
@Controller('findings')
export class OpenFindingsController {
  constructor(private readonly queries: QueryBus) {}

  @Lists('', 'Open findings: contradictions, breaks in series, anomalies', {
    answer: 'OpenFindings',
    own: { rule: 'Of this rule only, such as range_disjoint.' },
  })
  all(@Asking() asked: Asked) {
    return this.queries.execute(new OpenFindings(asked));
  }
}
