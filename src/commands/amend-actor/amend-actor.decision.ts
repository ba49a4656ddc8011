import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { actorAmended, type ActorAmended } from '../../domain/events/actor-amended.js';
import { ofWhatIsThere } from '../../domain/rules/must-be-there.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { saidLast } from '../../domain/rules/said-before.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** An actor is amended, in at least one thing, and stays part of one actor at a time and never of itself. */
export function amendActor(
  own: readonly SijilEvent<'actor'>[],
  named: StreamsRead,
  data: ActorAmended,
): readonly Fact<'actor'>[] {
  const streams = around(named, 'actor', data.actorId, own);
  const fact = actorAmended(data);
  ofWhatIsThere(streams);
  mustHold(streams, fact);
  return saidLast(own, fact) ? [] : [fact];
}
