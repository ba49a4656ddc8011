import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asked } from '../../http/reads/asked.js';
import { Asking } from '../../http/reads/asked.decorator.js';
import { Lists } from '../../http/reads/asks.decorator.js';
import { Claims } from './claims.query.js';

const own = {
  saidFrom: 'Said then or later: an instant, or a date, which means its beginning.',
  saidTo: 'Said before then: an instant, or a date, which means its end.',
  claimant: 'The actor whose claim it is.',
  party: 'The party that the claimant belonged to when it spoke.',
  kind: 'What kind of claim, such as count.',
};

/** Claims of the whole register. */
@Controller('claims')
export class ClaimsController {
  constructor(private readonly queries: QueryBus) {}

  @Lists('', 'Claims across the register, in the order in which they were said', { answer: 'Claims', own })
  all(@Asking() asked: Asked) {
    return this.queries.execute(new Claims(asked));
  }
}
