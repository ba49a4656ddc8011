import type { StandingFigure } from '../../../domain/claims/standing-figures.js';
import { entityOf } from '../../../projector/entity-of.js';
import { column, type Table } from '../../../projector/table.js';
import { timestamp } from '../../../projector/timestamp.js';

/** What stands now on each line of a subject. Claims of one act on one line stand together. */
export const standingFigures = {
  name: 'standing_figures',
  key: ['subject', 'claim'],
  columns: {
    subject: column('text', ({ subject }: StandingFigure) => subject),
    claim: column('text', ({ claim }: StandingFigure) => claim),
    key: column('text', ({ key }: StandingFigure) => key),
    slot: column('text', ({ slot }: StandingFigure) => slot),
    line: column('text', ({ line }: StandingFigure) => line),
    claimant: column('text', ({ claimant }: StandingFigure) => claimant),
    party: column('text', ({ party }: StandingFigure) => party),
    saidTo: column('timestamptz', ({ saidTo }: StandingFigure) => timestamp(saidTo)),
    min: column('numeric', ({ figure }: StandingFigure) => figure.min),
    max: column('numeric', ({ figure }: StandingFigure) => figure.max),
    inRange: column('boolean', ({ inRange }: StandingFigure) => inRange),
    figure: column('json', (figure: StandingFigure) => figure),
  },
} as const satisfies Table<StandingFigure>;

export const StandingFigureEntity = entityOf('register', standingFigures);
