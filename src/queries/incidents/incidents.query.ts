import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isKeptFrom } from '../../access/withhold/hidden-acts.js';
import { withhold } from '../../access/withhold/withhold.js';
import { findings } from '../../domain/claims/findings/index.js';
import { accusedBy, operatingParties } from '../../domain/claims/harm-parties.js';
import { identityAt } from '../../domain/claims/incident-identity.js';
import { readingOf } from '../../domain/claims/reading.js';
import type { Position } from '../../domain/envelope.js';
import { idOf } from '../../domain/streams.js';
import type { ErasureReason } from '../../domain/vocabularies/erasure-reason.js';
import { cursorOf, keysIn } from '../../http/cursor.js';
import type { Asked } from '../../http/reads/asked.js';
import { Vault } from '../../vault/vault.js';
import { incidentAt, type Incident } from '../incident/incident-at.js';
import type { Answer, Page } from '../reading/answer.js';
import { seeingOf } from '../reading/seeing.js';
import { Snapshots } from '../reading/snapshot.js';
import type { Standpoint } from '../reading/standpoint.js';
import { Subjects, type View } from '../reading/subjects.js';
import { erasedIn, withWords, type Erased } from '../reading/words.js';
import { candidates } from './candidates.js';
import { incidentsAskedIn, type IncidentsAsked } from './incidents-asked.js';
import { lightRows } from './light-rows.js';
import { matches } from './matches.js';

/** How many incidents a page looks at before it answers with those it has: so that a rare facet is not a long wait. */
const MOST_LOOKED_AT = 400;
const CHUNK = 100;
/** The same where their claims have to be read too. */
const MOST_READ = 60;

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

/** One incident that may be among those asked for. */
interface Look {
  readonly ordinal: Position;
  /** As far as its own entries tell, it is one of them. */
  readonly incident: ListedIncident | null;
  readonly isKept: boolean;
  /** Whether others follow. */
  readonly more: boolean;
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
    const items: ListedIncident[] = [];
    const erased = new Map<string, ErasureReason>();
    let [looked, read, withheld, passed] = [0, 0, 0, 0];
    let [end, next]: [Position, string | null] = [from, null];
    for await (const look of this.look(stands, asked, which, from)) {
      looked += 1;
      if (look.isKept) passed += 1;
      if (look.incident !== null) {
        read += needsClaims(which) ? 1 : 0;
        if (await this.claimsMatch(look.incident.id, which, stands, asked)) {
          // There is another page only where there is something on it: what is hidden does not make one.
          next = items.length === page.limit ? cursorOf(list, [end]) : null;
          if (next !== null) break;
          items.push(look.incident);
          [end, withheld, passed] = [look.ordinal, withheld + passed, 0];
          for (const [passage, reason] of look.erased) erased.set(passage, reason);
        }
      }
      if (looked === MOST_LOOKED_AT || read === MOST_READ) {
        next = look.more ? cursorOf(list, [look.ordinal]) : null;
        withheld += passed;
        break;
      }
      if (!look.more) withheld += passed;
    }
    const { position, asOf } = stands;
    // What is found by a facet is not counted where it is kept: the facet would tell what it says.
    const counted = asksForAll(which) ? withheld : 0;
    return withWords({ position, asOf, withheld: counted, items, next }, this.vault, erased);
  }

  /** One incident after the other, read in chunks. */
  private async *look(stands: Standpoint, asked: Asked, which: IncidentsAsked, from: Position): AsyncGenerator<Look> {
    for (let after: Position | undefined = from; after !== undefined;) {
      const looks = await this.chunk(stands, asked, which, after);
      yield* looks;
      const last = looks.at(-1);
      after = last?.more === true ? last.ordinal : undefined;
    }
  }

  private chunk(stands: Standpoint, asked: Asked, which: IncidentsAsked, after: Position): Promise<readonly Look[]> {
    return this.snapshots.take(async (snapshot) => {
      const found = await candidates(snapshot, stands, which, after, CHUNK + 1);
      const begun = found.slice(0, CHUNK);
      const streams = begun.map(({ stream }) => stream);
      const rows = await lightRows(snapshot, streams);
      const { recorded } = stands.asOf;
      const at = { ...stands.at, recorded };
      const seeing = await seeingOf(snapshot, rows, asked.role);
      const cut = withhold(rows, seeing, at).rows;
      const identity = identityAt(cut.identities, recorded);
      const revisions = await snapshot.revisions(streams, recorded);
      const erased = erasedIn(rows.protections);
      return begun.map(({ stream, ordinal }, index): Look => {
        const incident = incidentAt(cut, idOf(stream), at);
        const isIt = incident !== null && identity.survivorOf(incident.id) === incident.id && matches(incident, which);
        return {
          ordinal,
          incident: isIt ? { ...incident, revision: revisions.get(stream) ?? 0 } : null,
          isKept: isKeptFrom(stream, seeing),
          more: index + 1 < found.length,
          erased,
        };
      });
    });
  }

  private async claimsMatch(id: string, which: IncidentsAsked, stands: Standpoint, { role }: Asked): Promise<boolean> {
    if (!needsClaims(which)) return true;
    const at = { ...stands.at, recorded: stands.asOf.recorded };
    const view = await this.subjects.viewFrom({ ...stands, at }, { category: 'incident', id }, role);
    return view !== null && hasParty(view, which) && hasOpenFindings(view, which);
  }
}

const asksForAll = (which: IncidentsAsked): boolean =>
  Object.values(which).every((one) => one === null || one === false);

const needsClaims = ({ party, openFindings }: IncidentsAsked): boolean => party !== null || openFindings;

const hasOpenFindings = ({ facts, stands }: View, { openFindings }: IncidentsAsked): boolean =>
  !openFindings || findings(facts, stands.at).some(({ status }) => status === 'open');

/** Whether a party operated, was accused, or said something. */
function hasParty({ facts, stands }: View, { party }: IncidentsAsked): boolean {
  if (party === null) return true;
  const reading = readingOf(facts, stands.at);
  return (
    operatingParties(reading).has(party) ||
    reading.claims.some((claim) => claim.party === party || accusedBy(claim, reading) === party)
  );
}
