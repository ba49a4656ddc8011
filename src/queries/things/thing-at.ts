import type { AsOf } from '../../domain/as-of.js';
import type { Claim } from '../../domain/claims/claim.js';
import { knownAt } from '../../domain/claims/known.js';
import type { Instant } from '../../domain/envelope.js';
import type { ActorRegistered } from '../../domain/events/actor-registered.js';
import type { SeriesDefined } from '../../domain/events/series-defined.js';
import type { SourceRegistered } from '../../domain/events/source-registered.js';
import type { Register } from '../../domain/register/register.js';
import type { ActRow, EntryRow, SourceRow } from '../../domain/register/rows.js';
import { categoryOf, idOf, type Category } from '../../domain/streams.js';
import { amendedAt } from '../reading/amended.js';
import { operationAt, type Operation } from './operation-at.js';

/** What stands of something that was recorded, besides incidents. */
export type Thing = Act | Actor | Series | Source | Operation;

interface Recorded {
  readonly id: string;
  /** When what it says now was recorded. */
  readonly recordedAt: Instant;
}

/** A statement or a report, with its claims. */
export type Act = Recorded & Omit<ActRow['data'], 'statementId' | 'reportId'> & { readonly claims: readonly Claim[] };

export type Actor = Recorded & Omit<ActorRegistered, 'actorId'>;

export type Series = Recorded & Omit<SeriesDefined, 'seriesId'>;

/** Something that happened to a source: it was copied, compared or found removed. */
export interface Custody {
  readonly type: SourceRow['type'];
  readonly eventId: string;
  readonly recordedAt: Instant;
}

export type Source = Recorded & Omit<SourceRegistered, 'sourceId'> & { readonly custody: readonly Custody[] };

/** The kinds of thing that are answered by their own rows alone. */
export type ThingCategory = Exclude<Category, 'incident'>;

/** What stands of a stream by its rows; null where nothing does. */
export function thingAt(rows: Register, stream: string, at: AsOf): Thing | null {
  const own = <R extends { readonly stream: string }>(all: readonly R[]) => all.filter((row) => row.stream === stream);
  switch (categoryOf(stream) as ThingCategory) {
    case 'statement':
    case 'report':
      return actAt(rows, stream, at);
    case 'operation':
      return operationAt(own(rows.operations), at);
    case 'actor':
      return amendedThing<ActorRegistered>(own(rows.actors), stream, at) as Actor | null;
    case 'series':
      return amendedThing<SeriesDefined>(own(rows.series), stream, at) as Series | null;
    case 'source':
      return sourceAt(own(rows.sources), stream, at);
  }
}

function actAt({ acts, claims }: Register, stream: string, { recorded }: AsOf): Act | null {
  const act = knownAt(acts, recorded).find((row) => row.stream === stream);
  if (act === undefined) return null;
  const said = knownAt(claims, recorded).filter((row) => row.stream === stream);
  return {
    ...identified(stream, act, act.data),
    claims: said.map(({ claim }) => claim),
  } as unknown as Act;
}

function amendedThing<Opening extends object>(rows: readonly EntryRow<string, object>[], stream: string, at: AsOf) {
  const opened = amendedAt<Opening>(rows, at);
  const last = knownAt(rows, at.recorded).at(-1);
  return opened === null || last === undefined ? null : identified(stream, last, opened);
}

function sourceAt(rows: readonly SourceRow[], stream: string, { recorded }: AsOf): Source | null {
  const known = knownAt(rows, recorded);
  const registered = known.find(({ type }) => type === 'SourceRegistered');
  if (registered === undefined) return null;
  const custody = known
    .filter(({ type }) => type !== 'SourceRegistered')
    .map(({ type, eventId, data, recordedAt }) => ({ type, eventId, ...withoutOwnId(data), recordedAt }));
  return { ...identified(stream, registered, registered.data), custody } as unknown as Source;
}

const OWN_IDS: ReadonlySet<string> = new Set(['statementId', 'reportId', 'actorId', 'seriesId', 'sourceId']);

const withoutOwnId = (data: object): object =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !OWN_IDS.has(name)));

/** What an entry says, under the one name that ids have in answers. */
function identified(stream: string, { recordedAt }: { readonly recordedAt: Instant }, data: object): Recorded & object {
  return { id: idOf(stream), ...withoutOwnId(data), recordedAt };
}
