import type { Fact } from '../events/index.js';
import { actOfRef } from '../claims/claim.js';
import { ClaimOfAnotherAct, LinkToItself } from '../refusals/links.js';
import { SubjectElsewhere } from '../refusals/subject.js';
import { referencesOf } from '../references/references-of.js';
import { knownFrom, type Known } from '../states/known.js';
import type { StreamsAround } from '../states/streams-read.js';
import { streamOf } from '../streams.js';
import { affiliationsArePossible } from './affiliations.js';
import { amendsSomething } from './amendments.js';
import { claimsAbout, inBasis } from './basis.js';
import { linkIsPossible } from './claim-links.js';
import { claimsAtHand } from './claims-at-hand.js';
import { liesInTheWorld } from './coordinates.js';
import { figuresArePossible } from './figures.js';
import { gradingRests } from './grading.js';
import { incidentsAreTwo, mergeIsPossible, splitIsPossible } from './identity.js';
import { linksOfClaims } from './links.js';
import { mustExist } from './must-exist.js';
import { operationBasisIsAboutIt } from './operations.js';

/**
 * Refuses a fact that cannot be: one that names what is not there, or judges the impossible. It holds for what is recorded and
 * for what a correction puts in its place; what depends on what became of the thing is asked by each decision.
 */
export function mustHold(streams: StreamsAround, fact: Fact): void {
  const atHand = claimsAtHand(fact);
  const known = knownFrom(streams, atHand);
  // Whether something may name itself is for its own rule to say: what is being recorded is not there yet.
  const others = referencesOf(fact.type, fact.data).filter(
    ({ category, id, claim }) => claim !== undefined || streamOf(category, id) !== streams.stream,
  );
  liesWhereItBelongs(streams.stream, fact);
  mustExist(known, others);
  linksOfClaims(known, [...atHand.values()]);
  isPossible(known, fact);
}

/** A link lies in the stream of the act it starts from, a resolution in that of the thing the finding is about. */
function liesWhereItBelongs(stream: string, { type, data }: Fact): void {
  if (type === 'ClaimLinked' || type === 'ClaimUnlinked') {
    if (actOfRef(data.from) !== stream) throw new ClaimOfAnotherAct(data.from, stream);
  }
  if (type === 'FindingResolved' || type === 'ProtectionSet' || type === 'PassageErased') {
    if (data.subject !== stream) throw new SubjectElsewhere(data.subject, stream);
  }
}

function isPossible(known: Known, fact: Fact): void {
  switch (fact.type) {
    case 'ReportPublished':
      if (fact.data.replaces !== fact.data.reportId) return;
      throw new LinkToItself(`The report ${fact.data.reportId}`, '/replaces');
    case 'ActorRegistered':
      return affiliationsArePossible(known, fact);
    case 'ActorAmended':
      amendsSomething(fact.data, 'actorId');
      return affiliationsArePossible(known, fact);
    case 'IncidentAmended':
      return amendsSomething(fact.data, 'incidentId');
    case 'SeriesAmended':
      return amendsSomething(fact.data, 'seriesId');
    case 'OperationAssessed':
      return operationBasisIsAboutIt(known, fact.data);
    case 'IncidentMerged':
      return mergeIsPossible(known, fact.data);
    case 'IncidentSplit':
      return splitIsPossible(known, fact.data);
    case 'IncidentsLinked':
      return incidentsAreTwo(known, fact.data);
    case 'IncidentGraded':
      return gradingRests(known, fact.data);
    case 'CasualtiesAssessed':
      claimsAbout(known, fact.data.incidentId, inBasis(fact.data.basis));
      return figuresArePossible(fact.data.figures);
    case 'GeolocationAssessed':
      claimsAbout(known, fact.data.incidentId, inBasis(fact.data.basis));
      return liesInTheWorld(fact.data.place);
    case 'ClaimSetAside':
      claimsAbout(known, fact.data.incidentId, [
        { claim: fact.data.claim, pointer: '/claim' },
        ...inBasis(fact.data.basis),
      ]);
      return;
    case 'ClaimLinked':
      return linkIsPossible(known, fact.data);
    default:
      return;
  }
}
