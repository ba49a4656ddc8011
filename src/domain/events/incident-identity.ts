import { FilledIn, IsClaimRef, IsCode, IsId, IsIds, IsValues, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { IsPassage, type PassageRef } from '../values/passage.js';
import { incidentLink, type IncidentLink } from '../vocabularies/incident-link.js';
import { event } from './event.js';

/** This incident turned out to be another one; the other survives. */
@Level('public')
export class IncidentMerged {
  @FilledIn() @IsId() readonly incidentId!: string;
  @IsId() readonly into!: string;
  @Optional() @Level('restricted') @IsPassage() readonly note?: PassageRef;
}

export const incidentMerged = event('IncidentMerged', IncidentMerged);

/** The merge was a mistake about the world: this incident stands by itself again. */
@Level('public')
export class IncidentUnmerged {
  @FilledIn() @IsId() readonly incidentId!: string;
  @IsId() readonly from!: string;
  @Optional() @Level('restricted') @IsPassage() readonly note?: PassageRef;
}

export const incidentUnmerged = event('IncidentUnmerged', IncidentUnmerged);

/** Which part a claim went to. */
@Level('public')
export class Allocation {
  @IsClaimRef() readonly claim!: string;
  @IsId() readonly to!: string;
}

/** This incident turned out to be several. Claims not allocated stay with it. */
@Level('public')
export class IncidentSplit {
  @FilledIn() @IsId() readonly incidentId!: string;
  @IsIds({ min: 1, max: 100 }) readonly into!: readonly string[];
  @IsValues(() => Allocation) readonly allocation!: readonly Allocation[];
  @Optional() @Level('restricted') @IsPassage() readonly note?: PassageRef;
}

export const incidentSplit = event('IncidentSplit', IncidentSplit);

/** Two incidents have to do with each other and stay two. */
@Level('public')
export class IncidentsLinked {
  @FilledIn() @IsId() readonly incidentId!: string;
  @IsId() readonly to!: string;
  @IsCode(incidentLink) readonly as!: IncidentLink;
  @Optional() @Level('restricted') @IsPassage() readonly note?: PassageRef;
}

export const incidentsLinked = event('IncidentsLinked', IncidentsLinked);
