import type { Role } from '../../access/principal.js';
import { asOfIn, pageIn, type AsOfQuery, type PageQuery } from '../as-of.js';
import { InvalidQuery } from '../problems/request-errors.js';
import { UnknownParameter } from '../problems/read-errors.js';

/** What every question carries beside what it is about: from where in time, for whose eyes, and which page. */
export interface Asked {
  readonly asOf: AsOfQuery;
  readonly role: Role;
  readonly page: PageQuery;
  /** Whether a page of a certain size was asked for; else what is no list is answered whole. */
  readonly paged: boolean;
  /** Names the list with everything that shapes it; a cursor is good for this list only. */
  readonly list: string;
  /** What only this question takes, by name. */
  readonly own: Readonly<Record<string, string>>;
}

const SHARED = ['claimedAsOf', 'recordedAsOf', 'zone', 'after'] as const;
const PAGING = ['limit', 'cursor'] as const;
/** They say when to answer and which part, not what is asked. */
const NO_PART_OF_THE_LIST: ReadonlySet<string> = new Set(['after', ...PAGING]);

export interface Takes {
  readonly paging: boolean;
  readonly own: readonly string[];
}

/** Reads a query. A parameter nobody knows is refused: a misspelt `claimedAsOf` must not answer another question. */
export function askedIn(path: string, query: Readonly<Record<string, unknown>>, role: Role, takes: Takes): Asked {
  const known = [...SHARED, ...(takes.paging ? PAGING : []), ...takes.own];
  for (const name of Object.keys(query)) if (!known.includes(name)) throw new UnknownParameter(name, known);
  const shaping = Object.entries(query)
    .filter(([name, value]) => !NO_PART_OF_THE_LIST.has(name) && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    asOf: asOfIn(query),
    role,
    page: pageIn(query),
    paged: query['limit'] !== undefined || query['cursor'] !== undefined,
    list: JSON.stringify([path, role, shaping]),
    own: Object.fromEntries(takes.own.flatMap((name) => textOf(name, query[name]))),
  };
}

function textOf(name: string, value: unknown): [string, string][] {
  if (value === undefined || value === '') return [];
  if (typeof value !== 'string') throw new InvalidQuery(name, 'given once');
  return [[name, value]];
}
