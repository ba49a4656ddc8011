import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { actorRegistered, type ActorRegistered } from '../../domain/events/actor-registered.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { openedBefore } from '../../domain/rules/opened-before.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** An actor is registered once, part of at most one known actor at a time and never of itself. */
export function registerActor(
  own: readonly SijilEvent<'actor'>[],
  named: StreamsRead,
  data: ActorRegistered,
): readonly Fact<'actor'>[] {
  const fact = actorRegistered(data);
  if (openedBefore(own, fact, 'actorId')) return [];
  mustHold(around(named, 'actor', data.actorId, own), fact);
  return [fact];
}
