import type { EventDefinition } from '../domain/events/event.js';
import type { EventType, SijilEvent } from '../domain/events/index.js';
import { leadsTo } from '../domain/references/following.js';
import { referencesOf } from '../domain/references/references-of.js';
import { streamOf } from '../domain/streams.js';
import type { Draft } from '../domain/values/draft.js';

/** An act that supersedes nothing is compared with nothing: it is recorded after reading no more than it names. */
const ACTS: ReadonlySet<string> = new Set(['StatementIssued', 'ReportPublished', 'OperationConducted']);

const streamsIn = (type: string, data: object): readonly string[] => [
  ...new Set(referencesOf(type as EventType, data).map(({ category, id }) => streamOf(category, id))),
];

const weighedIn = (type: string, data: object): ReadonlySet<string> =>
  new Set(
    referencesOf(type as EventType, data)
      .filter(({ weighed }) => weighed === true)
      .flatMap(({ claim }) => claim ?? []),
  );

/** The event a body is for, and the streams to read before deciding: those it names, and where they lead. */
export function reading<Data extends object>(event: EventDefinition<string, Data>, body: Draft<Data>) {
  // Asked only after the body was found valid; ids are the same in a body and in its event.
  let weighed: ReadonlySet<string> | undefined;
  return {
    event,
    body,
    naming: (data: Data): readonly string[] => streamsIn(event.type, data),
    follow: (found: SijilEvent): readonly string[] => {
      weighed ??= weighedIn(event.type, body as object);
      return weighed.size === 0 && ACTS.has(event.type) ? [] : leadsTo(found, weighed);
    },
  };
}

interface Correcting {
  readonly target: string;
  readonly after: object;
}

/** The same for the data that a correction puts in the place of an entry's, whose type only the stream tells. */
export function readingCorrection({ target, after }: Correcting) {
  let weighed: ReadonlySet<string> | undefined;
  return {
    follow: (found: SijilEvent): readonly string[] => {
      weighed ??= new Set(claimRefsIn(after));
      const led = leadsTo(found, weighed);
      return found.eventId === target ? [...streamsIn(found.type, after), ...led] : led;
    },
  };
}

/** Whatever looks like a claim's reference in data of any type. */
const claimRefsIn = (data: unknown): readonly string[] =>
  typeof data === 'string'
    ? /^(statement|report)-[^#\s]+#/.test(data)
      ? [data]
      : []
    : typeof data === 'object' && data !== null
      ? Object.values(data).flatMap(claimRefsIn)
      : [];
