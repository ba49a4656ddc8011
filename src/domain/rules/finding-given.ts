import { findings } from '../claims/findings/index.js';
import { actOfRef } from '../claims/claim.js';
import { NOW } from '../as-of.js';
import type { SijilEvent } from '../events/index.js';
import { towardsFindings } from '../references/towards-findings.js';
import { FindingUnknown } from '../refusals/findings.js';
import { factsAbout } from '../register/facts-about.js';
import { registerOf } from '../register/register.js';
import type { StreamsAround } from '../states/streams-read.js';
import { categoryOf, idOf } from '../streams.js';

/**
 * Refuses a finding that these claims do not give. Only what they lead to is read; what nobody named could only take claims out of
 * the count, never bring one into it, so a finding that there is is found.
 */
export function findingIsGiven(streams: StreamsAround, finding: string, members: readonly string[]): void {
  const facts = factsAbout(registerOf(eventsAround(streams, members)), streams.stream);
  const given = findings(facts, NOW).some(({ id }) => id === finding);
  if (!given) throw new FindingUnknown(streams.stream);
}

/** The events of every stream that the members lead to, in the order of the log. */
function eventsAround(streams: StreamsAround, members: readonly string[]): readonly SijilEvent[] {
  const reached = new Set([streams.stream, ...members.map(actOfRef)]);
  const events: SijilEvent[] = [];
  // A set is walked in order, members added on the way included.
  for (const stream of reached) {
    for (const event of streams.events(categoryOf(stream), idOf(stream)) as readonly SijilEvent[]) {
      events.push(event);
      for (const next of towardsFindings(event)) reached.add(next);
    }
  }
  return events.sort((a, b) => (a.position < b.position ? -1 : 1));
}
