import type { Principal } from '../access/principal.js';
import { isAbove, readableBy } from '../access/withhold/levels.js';
import { namedByAct, namedByEntry } from '../access/withhold/named-streams.js';
import type { SijilEvent } from '../domain/events/index.js';
import { keptLevel } from '../domain/states/protection.js';
import { standingEntries } from '../domain/states/standing-entries.js';
import { categoryOf, streamOf } from '../domain/streams.js';
import type { ProtectionLevel } from '../domain/vocabularies/protection-level.js';

type Events = readonly SijilEvent[];
type Read = (stream: string) => Promise<Events>;

/** What is hidden with any of those that it names: acts, and sources with their publishers. */
const HIDDEN_BY_NAMES: ReadonlySet<string> = new Set(['statement', 'report', 'operation', 'source']);
const IDENTITY: ReadonlySet<string> = new Set([
  'IncidentMerged',
  'IncidentUnmerged',
  'IncidentSplit',
  'IncidentsLinked',
]);

/** The stream of no actor. */
const NOBODY = streamOf('actor', '');

/** Streams that something names. What does not exist, or is hidden itself, is looked into as long: it names nobody. */
const namedBy = (events: Events): readonly string[] =>
  events.length === 0 ? [NOBODY] : standingEntries(events).flatMap(({ type, data }) => namedByAct(type, data));

/**
 * The log as the sender of a command may know it. What is kept more closely than they may see is not there for them, so that
 * no refusal and no success tells that it is; unless they began it themselves.
 */
export class KnownToSender {
  private readonly most: ProtectionLevel;

  constructor(
    private readonly all: Read,
    private readonly by: Principal,
  ) {
    this.most = readableBy(by.role);
  }

  /** A stream of these events as the sender may know it: empty where it is hidden from them. */
  async of(stream: string, events: Events): Promise<Events> {
    if (this.most === 'confidential') return events;
    const category = categoryOf(stream);
    const visible = this.hidesByItself(events) ? [] : events;
    if (HIDDEN_BY_NAMES.has(category) && (await this.anyHidden(namedBy(visible)))) return [];
    return category === 'incident' ? this.withoutHiddenIdentity(visible) : visible;
  }

  private hidesByItself(events: Events): boolean {
    const [first] = events;
    return first !== undefined && first.recordedBy !== this.by.id && isAbove(keptLevel(events), this.most);
  }

  /** Whoever may not know of an incident does not know that another was merged into it. */
  private async withoutHiddenIdentity(events: Events): Promise<Events> {
    const left: SijilEvent[] = [];
    for (const event of events) {
      const tells = IDENTITY.has(event.type) && (await this.anyHidden(namedByEntry(event.type, event.data)));
      if (!tells) left.push(event);
    }
    return left;
  }

  private async anyHidden(streams: readonly string[]): Promise<boolean> {
    const named = await Promise.all([...new Set(streams)].map(this.all));
    return named.some((events) => this.hidesByItself(events));
  }
}
