import { DirtySubjectEntity } from './dirty-subjects.row.js';
import { ExtremesEntity, extremes } from './extremes.row.js';
import { OpenFindingEntity, openFindings } from './open-findings.row.js';
import { StandingFigureEntity, standingFigures } from './standing-figures.row.js';

/** The tables of what is derived from a subject's facts. */
export const derivedTables = [standingFigures, extremes, openFindings] as const;

export const derivedEntities = [StandingFigureEntity, ExtremesEntity, OpenFindingEntity, DirtySubjectEntity];
