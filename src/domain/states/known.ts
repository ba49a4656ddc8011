import { actOfRef, claimRef, type Claim } from '../claims/claim.js';
import type { SijilEvent } from '../events/index.js';
import { categoryOf, idOf, streamOf, type Category } from '../streams.js';
import { actOf, type Act, type SaidClaim } from './act.js';
import { actorOf, type Actor } from './actor.js';
import { incidentOf, type Incident } from './incident.js';
import { operationOf, type Operation } from './operation.js';
import { seriesOf, type Series } from './series.js';
import { sourceOf, type Source } from './source.js';
import type { StreamsRead } from './streams-read.js';

/** What the streams that a decision read say, as they stand; each folded once, however often it is asked. */
export interface Known {
  act(category: 'statement' | 'report', id: string): Act;
  actor(id: string): Actor;
  incident(id: string): Incident;
  operation(id: string): Operation;
  series(id: string): Series;
  source(id: string): Source;
  /** A claim of an act that stands, or of the act at hand. */
  claim(ref: string): SaidClaim | undefined;
  /** Whether there ever was such a claim, in an act as it was recorded or corrected. */
  wasClaimed(ref: string): boolean;
  /** Whether there is such a thing: its opening entry stands. */
  has(category: Category, id: string): boolean;
}

const once = <State>(fold: (id: string) => State) => {
  const folded = new Map<string, State>();
  return (id: string): State => {
    const state = folded.get(id) ?? fold(id);
    folded.set(id, state);
    return state;
  };
};

const claimsIn = ({ stream, type, data }: SijilEvent): ReadonlySet<string> => {
  const { claims = [] } = (type === 'EntryCorrected' ? data.after : data) as { readonly claims?: readonly Claim[] };
  return new Set(claims.map(({ claimId }) => claimRef(stream, claimId)));
};

/** `atHand`: the claims of an act that is about to be recorded or corrected, by reference. */
export function knownFrom(streams: StreamsRead, atHand: ReadonlyMap<string, SaidClaim> = new Map()): Known {
  const act = {
    statement: once((id) => actOf(streamOf('statement', id), streams.events('statement', id))),
    report: once((id) => actOf(streamOf('report', id), streams.events('report', id))),
  };
  const actor = once((id) => actorOf(streams.events('actor', id)));
  const incident = once((id) => incidentOf(streams.events('incident', id)));
  const operation = once((id) => operationOf(streams.events('operation', id)));
  const series = once((id) => seriesOf(streams.events('series', id)));
  const source = once((id) => sourceOf(streams.events('source', id)));
  const there: Record<Category, (id: string) => boolean> = {
    statement: (id) => act.statement(id).recorded,
    report: (id) => act.report(id).recorded,
    operation: (id) => operation(id).recorded,
    incident: (id) => incident(id).open,
    series: (id) => series(id).defined,
    actor: (id) => actor(id).registered,
    source: (id) => source(id).registered,
  };
  return {
    act: (category, id) => act[category](id),
    actor,
    incident,
    operation,
    series,
    source,
    claim: (ref) => {
      const stream = actOfRef(ref);
      const category = categoryOf(stream);
      if (category !== 'statement' && category !== 'report') return undefined;
      return atHand.get(ref) ?? act[category](idOf(stream)).claims.get(ref);
    },
    wasClaimed: (ref) => {
      const stream = actOfRef(ref);
      return streams.events(categoryOf(stream), idOf(stream)).some((event) => claimsIn(event).has(ref));
    },
    has: (category, id) => there[category](id),
  };
}
