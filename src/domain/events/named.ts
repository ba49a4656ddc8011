import type { Claim } from '../claims/claim.js';
import { UNNAMED_ORIGINS } from '../claims/kinds/claim-base.js';
import { categoryOf, idOf } from '../streams.js';
import type { Assessment } from './assessment.js';
import type { EventType, Fact, SijilEvent } from './index.js';

/** Ids of what something names, each once. */
export interface Named {
  readonly incidents: readonly string[];
  readonly actors: readonly string[];
  readonly sources: readonly string[];
  readonly series: readonly string[];
}

type Ids = readonly (string | undefined)[] | undefined;
type Naming = { readonly [Kind in keyof Named]?: Ids };

const UNNAMED: ReadonlySet<string> = new Set(UNNAMED_ORIGINS);

const once = (...lists: readonly Ids[]): readonly string[] => [
  ...new Set(lists.flatMap((list) => (list ?? []).filter((id) => id !== undefined))),
];

const together = (all: readonly Naming[]): Named => ({
  incidents: once(...all.map(({ incidents }) => incidents)),
  actors: once(...all.map(({ actors }) => actors)),
  sources: once(...all.map(({ sources }) => sources)),
  series: once(...all.map(({ series }) => series)),
});

function actorsOfKind(claim: Claim): Ids {
  switch (claim.kind) {
    case 'count':
      return [...(claim.counted.attributedTo ?? []), claim.counted.of];
    case 'responsibility':
      return [claim.actor];
    case 'investigation':
      return claim.addressedTo;
    case 'position':
      return [claim.towards];
    default:
      return [];
  }
}

/** What a claim names, beside its claimant. */
export const namedByClaim = (claim: Claim): Named =>
  together([
    {
      incidents: [...(claim.about.incidents ?? []), claim.kind === 'investigation' ? claim.duplicateOf : undefined],
      series: [claim.about.series],
      actors: [
        ...(claim.accordingTo ?? []).filter((origin) => !UNNAMED.has(origin)),
        claim.relays?.actor,
        ...(actorsOfKind(claim) ?? []),
      ],
    },
  ]);

const refs = (list: readonly { readonly source: string }[] | undefined): Ids => list?.map(({ source }) => source);
const actorsOf = (list: readonly { readonly actor: string }[] | undefined): Ids => list?.map(({ actor }) => actor);
// What a correction replaced may be an older version, from before acts had claims.
const claimed = (claims: readonly Claim[] | undefined): readonly Naming[] => claims?.map(namedByClaim) ?? [];

function namedByData({ type, data }: Fact): readonly Naming[] {
  switch (type) {
    case 'StatementIssued':
      return [{ actors: [data.speaker, data.onBehalfOf], sources: refs(data.sources) }, ...claimed(data.claims)];
    case 'ReportPublished':
      return [{ actors: [data.publisher], sources: refs(data.sources) }, ...claimed(data.claims)];
    case 'OperationConducted':
      return [{ incidents: data.incidents, actors: actorsOf(data.operators), sources: refs(data.sources) }];
    case 'IncidentOpened':
      return [{ sources: refs(data.sources) }];
    case 'IncidentMerged':
      return [{ incidents: [data.into] }];
    case 'IncidentUnmerged':
      return [{ incidents: [data.from] }];
    case 'IncidentSplit':
      return [{ incidents: data.into }];
    case 'IncidentsLinked':
      return [{ incidents: [data.to] }];
    case 'OperationAssessed':
    case 'IncidentGraded':
    case 'CasualtiesAssessed':
    case 'GeolocationAssessed':
      return [{ actors: [(data as Assessment).assessedBy] }];
    case 'ActorRegistered':
    case 'ActorAmended':
      return [{ actors: actorsOf(data.partOf) }, { actors: actorsOf(data.memberOf) }];
    case 'SourceRegistered':
      return [{ actors: [data.publisher] }];
    default:
      return [];
  }
}

/** What the stream itself is: an incident, actor, source or series is named by each of its own events. */
function namedByStream(stream: string): Naming {
  const own = [idOf(stream)];
  switch (categoryOf(stream)) {
    case 'incident':
      return { incidents: own };
    case 'actor':
      return { actors: own };
    case 'source':
      return { sources: own };
    case 'series':
      return { series: own };
    default:
      return {};
  }
}

/**
 * What an event names. A correction or withdrawal names what its entry named, before and after, for which the entry's type has
 * to be known; without it, it names its stream alone.
 */
export function namedIn(event: SijilEvent, typeOfTarget?: EventType): Named {
  const own = namedByStream(event.stream);
  if (event.type !== 'EntryCorrected' && event.type !== 'EntryWithdrawn') return together([own, ...namedByData(event)]);
  if (typeOfTarget === undefined) return together([own]);
  const versions = event.type === 'EntryCorrected' ? [event.data.before, event.data.after] : [event.data.before];
  return together([own, ...versions.flatMap((data) => namedByData({ type: typeOfTarget, data } as Fact))]);
}
