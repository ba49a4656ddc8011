import { Controller, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { NotInRegister } from '../../http/problems/read-errors.js';
import { Asks } from '../../http/reads/asks.decorator.js';
import { Vocabularies } from './vocabularies.query.js';

/** The codes that entries use. They change with releases, not with the log. */
@Controller('vocabularies')
export class VocabulariesController {
  constructor(private readonly queries: QueryBus) {}

  @Asks('', 'Every vocabulary: codes with their labels in English and Arabic', { answer: 'Vocabularies' })
  async all() {
    return { vocabularies: await this.queries.execute(new Vocabularies()) };
  }

  @Asks(':name', 'One vocabulary', { answer: 'Vocabulary' })
  async one(@Param('name') name: string) {
    const found = (await this.queries.execute(new Vocabularies())).find((one) => one.name === name);
    if (found === undefined) throw new NotInRegister('vocabulary', name);
    return found;
  }
}
