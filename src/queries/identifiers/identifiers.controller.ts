import { Controller, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asked } from '../../http/reads/asked.js';
import { Asking } from '../../http/reads/asked.decorator.js';
import { Asks } from '../../http/reads/asks.decorator.js';
import { IdentifierByCode } from './identifier.query.js';

/** Public codes of incidents. */
@Controller('identifiers')
export class IdentifiersController {
  constructor(private readonly queries: QueryBus) {}

  @Asks(':code', 'Which incidents a public code names, and named', {
    answer: 'IdentifierAnswer',
    own: { scheme: 'Whose code it is, such as airwars.' },
  })
  one(@Param('code') code: string, @Asking() asked: Asked) {
    return this.queries.execute(new IdentifierByCode(code, asked));
  }
}
