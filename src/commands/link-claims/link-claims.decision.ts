import { claimLinked, type ClaimLinked } from '../../domain/events/claim-links.js';
import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { AlreadyLinked } from '../../domain/refusals/links.js';
import { ofWhatIsThere } from '../../domain/rules/must-be-there.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { linkBetween } from '../../domain/states/act.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

type ActCategory = 'statement' | 'report';

/** Two claims are joined that were recorded out of order: by us, once, at the act the link starts from. */
export const linkClaims =
  (category: ActCategory, id: string) =>
  (own: readonly SijilEvent<ActCategory>[], named: StreamsRead, data: ClaimLinked): readonly Fact<ActCategory>[] => {
    const streams = around(named, category, id, own);
    const fact = claimLinked(data);
    const act = ofWhatIsThere(streams).act(category, id);
    mustHold(streams, fact);
    const link = linkBetween(act, data);
    if (link !== undefined && link.change !== data.change) throw new AlreadyLinked(data.from, data.to);
    return link === undefined ? [fact] : [];
  };
