import { UNNAMED_ORIGINS } from '../claims/kinds/claim-base.js';
import type { Fact } from '../events/index.js';
import { PartOfItself, PartOfTwoAtOnce, PeriodBackwards, ReservedId } from '../refusals/affiliations.js';
import { LinkToItself } from '../refusals/links.js';
import { evolve } from '../states/actor.js';
import { backwards, inACircle, overlapping } from '../states/affiliations.js';
import type { Known } from '../states/known.js';

type ActorEntry = Extract<Fact<'actor'>, { readonly type: 'ActorRegistered' | 'ActorAmended' }>;

/** An actor is part of one other at a time, and never of itself, as it would stand with this entry. */
export function affiliationsArePossible(known: Known, entry: ActorEntry): void {
  const { actorId, partOf = [], memberOf = [] } = entry.data;
  if (UNNAMED_ORIGINS.some((word) => word === actorId)) throw new ReservedId(actorId);

  for (const [field, list] of Object.entries({ partOf, memberOf })) {
    const back = backwards(list);
    if (back >= 0) throw new PeriodBackwards(`/${field}/${back}/to`);
  }
  const itself = memberOf.findIndex(({ actor }) => actor === actorId);
  if (itself >= 0) throw new LinkToItself(`The actor ${actorId}`, `/memberOf/${itself}/actor`);

  const second = overlapping(partOf);
  if (second >= 0) throw new PartOfTwoAtOnce(`/partOf/${second}`);
  const asItWouldBe = evolve(known.actor(actorId), entry);
  if (inACircle(actorId, (id) => (id === actorId ? asItWouldBe : known.actor(id))))
    throw new PartOfItself(actorId, '/partOf');
}
