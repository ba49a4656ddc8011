import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { readableBy } from '../../access/withhold/levels.js';
import { withhold } from '../../access/withhold/withhold.js';
import { identityAt } from '../../domain/claims/incident-identity.js';
import type { Position } from '../../domain/envelope.js';
import { idOf } from '../../domain/streams.js';
import { cursorOf, keysIn } from '../../http/cursor.js';
import type { Asked } from '../../http/reads/asked.js';
import { Vault } from '../../vault/vault.js';
import { incidentAt, type Incident } from '../incident/incident-at.js';
import type { Answer, Page } from '../reading/answer.js';
import { fullPage, type Look } from '../reading/full-page.js';
import { seeingOf } from '../reading/seeing.js';
import { shownInSteps } from '../reading/shown-in-steps.js';
import { Snapshots } from '../reading/snapshot.js';
import type { Standpoint } from '../reading/standpoint.js';
import { Subjects } from '../reading/subjects.js';
import { erasedIn, withWords, type Erased } from '../reading/words.js';
import { candidates } from './candidates.js';
import { incidentsAskedIn, type IncidentsAsked } from './incidents-asked.js';
import { claimsMatch, needsClaims } from './claims-match.js';
import { lightRows } from './light-rows.js';
import { matches } from './matches.js';

/** How much a page looks at before it answers with what it has: so that a rare facet is not a long wait. */
const MOST_WORK = 600;
/** What it takes to look at an incident whose claims have to be read too, where the others take 1. */
const READING_CLAIMS = 10;

export interface ListedIncident extends Incident {
  /** The place of its last event in its stream, for If-Match. */
  readonly revision: number;
}

export interface IncidentsPage extends Page<ListedIncident> {
  /** How many were passed over because they are kept more closely than the asker may see. */
  readonly withheld: number;
}

/** Incidents that stand, in the order in which they were opened. Those merged into others are found as these. */
export class Incidents extends Query<Answer<IncidentsPage>> {
  constructor(readonly asked: Asked) {
    super();
  }
}

/** Some incidents in their order, and where to go on. */
interface Chunk {
  readonly looks: readonly {
    readonly ordinal: Position;
    readonly isKept: boolean;
    /** As far as its own entries tell, it is one of those asked for. */
    readonly candidate: Candidate | null;
  }[];
  readonly from: Position | null;
}

/** An incident that may be among those asked for, with what was erased of it. */
interface Candidate {
  readonly incident: ListedIncident;
  readonly erased: Erased;
}

@QueryHandler(Incidents)
export class IncidentsHandler implements IQueryHandler<Incidents> {
  constructor(
    private readonly snapshots: Snapshots,
    private readonly subjects: Subjects,
    private readonly vault: Vault,
  ) {}

  async execute({ asked }: Incidents): Promise<Answer<IncidentsPage>> {
    const which = incidentsAskedIn(asked);
    const { list, page } = asked;
    const stands = await this.snapshots.take((snapshot) => snapshot.standpoint(asked.asOf));
    const from = page.cursor === null ? '' : String(keysIn(list, page.cursor, 1)[0]);
    const found = await fullPage(this.look(stands, asked, which, from), page.limit, MOST_WORK);
    const items = found.items.map(({ incident }) => incident);
    const next = found.next && cursorOf(list, found.next);
    const { position, asOf } = stands;
    // What is found by a facet is not counted where it is kept: the facet would tell what it says.
    const withheld = asksForAll(which) ? found.withheld : 0;
    const erased = new Map(found.items.flatMap((one) => [...one.erased]));
    return withWords({ position, asOf, withheld, items, next }, this.vault, erased, asked.role);
  }

  /** One incident after the other, read in chunks. What is kept from the asker takes no work that is counted. */
  private async *look(
    stands: Standpoint,
    asked: Asked,
    which: IncidentsAsked,
    from: Position,
  ): AsyncGenerator<Look<Candidate>> {
    const readsClaims = needsClaims(which);
    for (let after: Position | null = from; after !== null;) {
      const chunk: Chunk = await this.chunk(stands, asked, which, after);
      for (const { ordinal, isKept, candidate } of chunk.looks) {
        const isIt = candidate !== null && (await this.claimsMatch(candidate.incident.id, which, stands, asked));
        const cost = isKept ? 0 : readsClaims && candidate !== null ? READING_CLAIMS : 1;
        yield { item: isIt ? candidate : null, isKept, keys: [ordinal], cost };
      }
      after = chunk.from;
    }
  }

  private chunk(stands: Standpoint, asked: Asked, which: IncidentsAsked, after: Position): Promise<Chunk> {
    // What is written down of findings was found in everything.
    const searched = { ...which, openFindings: which.openFindings && readableBy(asked.role) === 'confidential' };
    return this.snapshots.take(async (snapshot) => {
      const { begun, kept, from } = await shownInSteps(snapshot, asked.role, after, (last, limit) =>
        candidates(snapshot, stands, searched, last, limit),
      );
      const streams = begun.map(({ stream }) => stream).filter((stream) => !kept.has(stream));
      const rows = await lightRows(snapshot, streams);
      const { recorded } = stands.asOf;
      const at = { ...stands.at, recorded };
      const cut = withhold(rows, await seeingOf(snapshot, rows, asked.role), at).rows;
      const identity = identityAt(cut.identities, recorded);
      const revisions = await snapshot.revisions(streams, recorded);
      const erased = erasedIn(rows.protections);
      const looks = begun.map(({ stream, ordinal }) => {
        const incident = kept.has(stream) ? null : incidentAt(cut, idOf(stream), at);
        const isIt = incident !== null && identity.survivorOf(incident.id) === incident.id && matches(incident, which);
        const revision = revisions.get(stream) ?? 0;
        const candidate = isIt ? { incident: { ...incident, revision }, erased } : null;
        return { ordinal, isKept: kept.has(stream), candidate };
      });
      return { looks, from };
    });
  }

  private async claimsMatch(id: string, which: IncidentsAsked, stands: Standpoint, { role }: Asked): Promise<boolean> {
    if (!needsClaims(which)) return true;
    const at = { ...stands.at, recorded: stands.asOf.recorded };
    const view = await this.subjects.viewFrom({ ...stands, at }, { category: 'incident', id }, role);
    return view !== null && claimsMatch(view, which);
  }
}

const asksForAll = (which: IncidentsAsked): boolean =>
  Object.values(which).every((one) => one === null || one === false);
