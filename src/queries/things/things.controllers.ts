import { Controller, Param, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { collectionOf } from '../../http/collections.js';
import type { Asked } from '../../http/reads/asked.js';
import { Asking } from '../../http/reads/asked.decorator.js';
import { Asks, Lists } from '../../http/reads/asks.decorator.js';
import type { ThingCategory } from './thing-at.js';
import { ThingById } from './thing.query.js';
import { Things } from './things.query.js';

/** The two routes that every kind of thing has: all of them, and one by its id. */
function controllerOf(category: ThingCategory, all: string, one: string): Type {
  const name = capitalised(category);

  @Controller(collectionOf(category))
  class ThingsController {
    constructor(private readonly queries: QueryBus) {}

    @Lists('', all, { answer: `${name}List` })
    all(@Asking() asked: Asked) {
      return this.queries.execute(new Things(category, asked));
    }

    @Asks(':id', one, { answer: `${name}Answer` })
    one(@Param('id') id: string, @Asking() asked: Asked) {
      return this.queries.execute(new ThingById(category, id, asked));
    }
  }
  Object.defineProperty(ThingsController, 'name', { value: `${category}QueriesController` });
  return ThingsController;
}

const capitalised = <T extends string>(text: T) => (text.slice(0, 1).toUpperCase() + text.slice(1)) as Capitalize<T>;

export const thingControllers: readonly Type[] = [
  controllerOf('statement', 'Statements, without their claims', 'A statement as it stands, with its claims'),
  controllerOf('report', 'Reports, without their claims', 'A report as it stands, with its claims'),
  controllerOf('operation', 'Operations', 'An operation as it stands, with how sure we are of it'),
  controllerOf('actor', 'Actors', 'An actor as it stands'),
  controllerOf('source', 'Sources', 'A source as it stands, with what became of it'),
];
