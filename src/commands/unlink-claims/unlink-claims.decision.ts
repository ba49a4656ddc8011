import { claimUnlinked, type ClaimUnlinked } from '../../domain/events/claim-links.js';
import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { NotLinked } from '../../domain/refusals/links.js';
import { ofWhatIsThere } from '../../domain/rules/must-be-there.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { linkKey } from '../../domain/states/act.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

type ActCategory = 'statement' | 'report';

/** A link of ours that is there is taken back; what a claim itself states is changed by correcting the act. */
export const unlinkClaims =
  (category: ActCategory, id: string) =>
  (own: readonly SijilEvent<ActCategory>[], named: StreamsRead, data: ClaimUnlinked): readonly Fact<ActCategory>[] => {
    const streams = around(named, category, id, own);
    const fact = claimUnlinked(data);
    const { links } = ofWhatIsThere(streams).act(category, id);
    mustHold(streams, fact);
    if (!links.has(linkKey(data))) throw new NotLinked(data.from, data.to);
    return [fact];
  };
