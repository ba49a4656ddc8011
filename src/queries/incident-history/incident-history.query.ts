import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Pool } from 'pg';
import { EventsShown, type ShownEvent, type WithheldEvent } from '../../access/withhold/withhold-event.js';
import { readableBy } from '../../access/withhold/levels.js';
import { actsNamedByEntry } from '../../access/withhold/named-streams.js';
import { findings } from '../../domain/claims/findings/index.js';
import { identityAt } from '../../domain/claims/incident-identity.js';
import type { EventType } from '../../domain/events/index.js';
import { idOf } from '../../domain/streams.js';
import { cursorOf, keysIn } from '../../http/cursor.js';
import { NotCaughtUp } from '../../http/problems/read-errors.js';
import type { Asked } from '../../http/reads/asked.js';
import { HISTORY } from '../../projections/history/index.js';
import { Projector } from '../../projector/projector.js';
import type { Answer, Page } from '../reading/answer.js';
import { levelsOf } from '../reading/seeing.js';
import { Snapshots } from '../reading/snapshot.js';
import { incidentOf, Subjects, type AboutSubject, type View } from '../reading/subjects.js';
import { everNamed, historyRows, type HistoryRow } from './history-rows.js';

/** The history is kept beside the register, and may be a moment behind it. */
const PATIENCE_MS = 5_000;

export type IncidentHistoryAnswer = Answer<Omit<AboutSubject, 'withheld'> & HistoryPage>;

export interface HistoryPage extends Page<ShownEvent | WithheldEvent> {
  /** How many events of this page are kept more closely than the asker may see. */
  readonly withheld: number;
}

/** What was recorded of an incident and of what was said about it, in the order of the log, with our corrections. */
export class IncidentHistory extends Query<IncidentHistoryAnswer> {
  constructor(
    readonly id: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

@QueryHandler(IncidentHistory)
export class IncidentHistoryHandler implements IQueryHandler<IncidentHistory> {
  constructor(
    private readonly subjects: Subjects,
    private readonly snapshots: Snapshots,
    private readonly projector: Projector,
    private readonly pool: Pool,
  ) {}

  async execute({ id, asked }: IncidentHistory): Promise<IncidentHistoryAnswer> {
    const view = await this.subjects.view({ category: 'incident', id }, asked);
    const until = view.stands.asOf.recorded;
    if (!(await this.projector.reached(HISTORY, until, PATIENCE_MS))) throw new NotCaughtUp(until);

    const { list, page, role } = asked;
    const found = await historyRows(this.pool, {
      incidents: incidentsOf(view),
      streams: view.facts.acts.map(({ stream }) => stream),
      after: page.cursor === null ? '' : String(keysIn(list, page.cursor, 1)[0]),
      until,
      limit: page.limit + 1,
    });
    const rows = found.slice(0, page.limit);
    const lending = await this.lending(rows);
    const named = rows.flatMap((row) => [row.event.stream, ...row.named, ...(lending.get(row) ?? [])]);
    const levels = await this.snapshots.take((snapshot) => levelsOf(snapshot, new Set(named)));
    const shown = new EventsShown(levels, readableBy(role), shownFindings(view, rows));
    const items = rows.map((row) => shown.show({ ...row, named: lending.get(row) ?? [] }));
    const last = rows.at(-1);
    const next = found.length > page.limit && last ? cursorOf(list, [last.event.position]) : null;
    return this.subjects.answer(view, { items, next, withheld: items.filter((one) => 'withheld' in one).length });
  }

  /** The streams that lend each of these events a level. */
  private async lending(rows: readonly HistoryRow[]): Promise<ReadonlyMap<HistoryRow, readonly string[]>> {
    const referred = new Map(rows.map((row) => [row, actsReferredTo(row)]));
    const own = rows.map(({ event }) => event.stream).filter(isAct);
    const named = await everNamed(this.pool, [...new Set([...own, ...[...referred.values()].flat()])]);
    const withNamed = (acts: readonly string[]) => acts.flatMap((act) => [act, ...(named.get(act) ?? [])]);
    return new Map(
      rows.map((row) => {
        const { stream } = row.event;
        const lent = isAct(stream) ? [...row.named, ...withNamed([stream])] : row.named.filter(isSubject);
        return [row, [...lent, ...withNamed(referred.get(row) ?? [])]];
      }),
    );
  }
}

/** The findings that the reader is shown, where the page tells of any that was settled. */
const shownFindings = ({ facts, stands }: View, rows: readonly HistoryRow[]): ReadonlySet<string> =>
  new Set(
    rows.some(({ event }) => event.type === 'FindingResolved') ? findings(facts, stands.at).map(({ id }) => id) : [],
  );

/** What a link or a protection in an act's stream is about is the act: it is kept as closely as all that the act names. */
const isAct = (stream: string): boolean => /^(statement|report|operation)-/.test(stream);

const isSubject = (stream: string): boolean => /^(incident|series)-/.test(stream);

/** Acts that an event names, or whose claims: it would give them away. */
function actsReferredTo({ event: { type, data }, targetType }: HistoryRow): readonly string[] {
  const said: readonly (readonly [EventType, object | undefined])[] =
    type === 'EntryCorrected' || type === 'EntryWithdrawn'
      ? [data.before, 'after' in data ? data.after : undefined].map((one) => [targetType ?? type, one] as const)
      : [[type, data]];
  return said.flatMap(([of, one]) => (one === undefined ? [] : actsNamedByEntry(of, one)));
}

/** The incident and all that were merged into it. */
function incidentsOf(view: View): readonly string[] {
  const { facts, stands } = view;
  const identity = identityAt(facts.identities, stands.at.recorded);
  const all = new Set(facts.incidents.map(({ stream }) => idOf(stream)));
  return [...all].filter((incident) => identity.survivorOf(incident) === incidentOf(view));
}
