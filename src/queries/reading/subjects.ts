import { Injectable } from '@nestjs/common';
import type { Role } from '../../access/principal.js';
import { withholdAbout } from '../../access/withhold/withhold.js';
import type { WithheldCount } from '../../access/withhold/withheld-count.js';
import { identityAt } from '../../domain/claims/incident-identity.js';
import { knownAt } from '../../domain/claims/known.js';
import type { Facts } from '../../domain/register/facts.js';
import { idOf, streamOf } from '../../domain/streams.js';
import { NotInRegister } from '../../http/problems/read-errors.js';
import type { Asked } from '../../http/reads/asked.js';
import { MovedTo } from '../../http/reads/moved-to.js';
import { FactsReader } from '../../projections/register/index.js';
import { Vault } from '../../vault/vault.js';
import { actorNames, type ActorsNamed } from './actor-names.js';
import type { Answer } from './answer.js';
import { mustBeShown } from './must-be-shown.js';
import { mustStand } from './must-stand.js';
import { seeingOf } from './seeing.js';
import { Snapshots } from './snapshot.js';
import { standpoint, type Standpoint } from './standpoint.js';
import { erasedIn, withWords, type Erased } from './words.js';

/** Something that claims are about, by the id it is asked for. */
export interface SubjectName {
  readonly category: 'incident' | 'series';
  readonly id: string;
}

/** What every answer about a subject has beside its content. */
export interface AboutSubject extends ActorsNamed {
  readonly withheld: WithheldCount;
}

/** A subject's facts as one reader may see them, from one point on both clocks. */
export interface View {
  readonly facts: Facts;
  readonly stands: Standpoint;
  readonly withheld: WithheldCount;
  readonly erased: Erased;
  /** The role of whoever asks. */
  readonly role: Role;
}

/** Gives questions the facts about an incident or a series, cut to what the asker may see. */
@Injectable()
export class Subjects {
  constructor(
    private readonly reader: FactsReader,
    private readonly snapshots: Snapshots,
    private readonly vault: Vault,
  ) {}

  /** Throws where the register had no such thing to show, or {@link MovedTo} where it was merged into another. */
  async view(name: SubjectName, { asOf, role }: Asked): Promise<View> {
    await this.snapshots.take((snapshot) => mustBeShown(snapshot, name.category, name.id, role));
    const read = await this.read(name);
    const positionAt = (recorded: string) => this.reader.positionAt(recorded);
    const stands = await standpoint(asOf, read.position, positionAt, zoneOf(read.facts));
    const view = await this.cut(read.facts, stands, role);
    mustBeThere(name, view);
    return view;
  }

  /** The same from a point that is known already; null where there is nothing to show. */
  async viewFrom(stands: Standpoint, name: SubjectName, role: Role): Promise<View | null> {
    const { facts } = await this.read(name);
    const view = await this.cut(facts, stands, role);
    return openingsOf(name, view.facts).length === 0 ? null : view;
  }

  async answer<Content extends object>(view: View, content: Content): Promise<Answer<AboutSubject & Content>> {
    const { facts, stands, withheld, erased, role } = view;
    const { position, asOf, at } = stands;
    const actors = actorNames(content, facts.actors, at);
    return withWords({ position, asOf, withheld, ...content, actors }, this.vault, erased, role);
  }

  private async read({ category, id }: SubjectName) {
    const found = await (category === 'incident' ? this.reader.incident(id) : this.reader.series(id));
    if (found === null) throw new NotInRegister(category, id);
    return found;
  }

  private async cut(facts: Facts, stands: Standpoint, role: Role): Promise<View> {
    const { subject: _, ...rows } = facts;
    const seeing = await this.snapshots.take((snapshot) => seeingOf(snapshot, rows, role));
    return { ...withholdAbout(facts, seeing, stands.at), stands, erased: erasedIn(rows.protections), role };
  }
}

const openingsOf = (name: SubjectName, facts: Facts) =>
  (name.category === 'incident' ? facts.incidents : facts.series).filter(
    ({ stream, type }) =>
      stream === streamOf(name.category, name.id) && (type === 'IncidentOpened' || type === 'SeriesDefined'),
  );

function mustBeThere(name: SubjectName, { facts, stands }: View): void {
  const { recorded } = stands.at;
  mustStand(facts.subject, openingsOf(name, facts), recorded);
  if (name.category !== 'incident') return;
  const survivor = identityAt(facts.identities, recorded).survivorOf(name.id);
  if (survivor !== name.id) throw new MovedTo(name.id, survivor);
}

/** The zone in which the incident is told. */
function zoneOf({ subject, incidents }: Facts): string | null {
  const own = knownAt(incidents, null).filter(({ stream }) => stream === subject);
  return own.findLast(({ data }) => data.occurred !== undefined)?.data.occurred?.zone ?? null;
}

export const incidentOf = ({ facts }: View): string => idOf(facts.subject);
