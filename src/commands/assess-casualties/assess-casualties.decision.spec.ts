import type { CasualtiesAssessed } from '../../domain/events/casualties-assessed.js';
import type { Figure } from '../../domain/values/figure.js';
import { aStatement, anIncident, aMerge, aCasualtyAssessment, killed } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { WORLD } from '../../../test/support/world.js';
import { MinAboveMax, NegativeCount, PartAboveWhole } from '../../domain/refusals/assessments.js';
import { ClaimAboutAnother, IncidentAbsorbed } from '../../domain/refusals/identity.js';
import { Unknown } from '../../domain/refusals/unknown.js';
import { exactly, atLeast, atMost, between, about } from '../../domain/values/figure.js';

type Assessed = CasualtiesAssessed['figures'][number];
const figure = (category: Assessed['counted']['category'], figure: Figure, more: object = {}): Assessed => ({
  counted: { measure: 'killed', category, ...more },
  figure,
});
const assessing = (...figures: readonly Assessed[]) => given(...WORLD).when(aCasualtyAssessment({ figures }));

describe('assessing casualties', () => {
  it('records our figures and what they rest on', () =>
    given(...WORLD, aStatement({ claims: [killed('child', atLeast(6))] }))
      .when(aCasualtyAssessment({ basis: ['statement-a01#killed-child'] }))
      .thenRecorded());

  it('said again adds nothing', () =>
    given(...WORLD, aCasualtyAssessment())
      .when(aCasualtyAssessment())
      .thenNothing());

  it.each([
    ['least', { min: -1, max: 4, qualifier: 'range' } as const, '/figures/0/figure/min'],
    ['most', { min: null, max: -1, qualifier: 'at_most' } as const, '/figures/0/figure/max'],
    ['best estimate', about(-3), '/figures/0/figure/best'],
  ])('refuses a negative %s', (_name, impossible, pointer) =>
    assessing(figure('person', impossible)).thenRefused(NegativeCount, pointer),
  );

  it('refuses a least above the most', () =>
    assessing(figure('person', exactly(9)), figure('child', between(6, 4))).thenRefused(
      MinAboveMax,
      '/figures/1/figure/min',
    ));

  describe('refuses a part above its whole:', () => {
    it.each([
      ['girls above children', figure('girl', exactly(5)), figure('child', exactly(4))],
      ['boys above people', figure('boy', atLeast(5)), figure('person', exactly(4))],
      ['children above people', figure('child', atLeast(5)), figure('person', between(2, 4))],
      ['women above people', figure('woman', exactly(5)), figure('person', atMost(4))],
      ['men above people', figure('man', exactly(5)), figure('person', exactly(4))],
      ['civilians above all', figure('person', exactly(5), { status: 'civilian' }), figure('person', exactly(4))],
      [
        'civilian children above all children',
        figure('child', exactly(5), { status: 'civilian' }),
        figure('child', exactly(4), { status: 'any' }),
      ],
    ])('%s', (_name, part, whole) => assessing(part, whole).thenRefused(PartAboveWhole, '/figures/0/figure/min'));

    it('whichever comes first', () =>
      assessing(figure('person', exactly(4)), figure('child', exactly(5))).thenRefused(
        PartAboveWhole,
        '/figures/1/figure/min',
      ));
  });

  describe('lets stand', () => {
    it.each([
      ['as many children as people', figure('child', exactly(4)), figure('person', exactly(4))],
      ['an open whole', figure('child', exactly(9)), figure('person', atLeast(4))],
      ['a part of which the least is not known', figure('child', atMost(9)), figure('person', exactly(4))],
      [
        'the elderly beside people: they are not in the tree',
        figure('elderly', exactly(9)),
        figure('child', exactly(4)),
      ],
      ['another measure', figure('child', exactly(9), { measure: 'injured' }), figure('person', exactly(4))],
      ['another tally', figure('child', exactly(9), { tally: 'running_total' }), figure('person', exactly(4))],
      [
        'civilians beside combatants',
        figure('person', exactly(9), { status: 'civilian' }),
        figure('person', exactly(4), { status: 'combatant' }),
      ],
    ])('%s', (_name, part, whole) => assessing(part, whole).thenRecorded());
  });

  it('refuses an unknown actor in what is counted', () =>
    assessing(figure('person', exactly(4), { attributedTo: ['nobody'] })).thenRefused(
      Unknown,
      '/figures/0/counted/attributedTo/0',
    ));

  it('is refused on a claim about another incident', () =>
    given(
      ...WORLD,
      anIncident({ incidentId: 'elsewhere' }),
      aStatement({ claims: [killed('child', atLeast(6), { about: { incidents: ['elsewhere'] } })] }),
    )
      .when(aCasualtyAssessment({ basis: ['statement-a01#killed-child'] }))
      .thenRefused(ClaimAboutAnother, '/basis/0'));

  it('is refused of an absorbed incident', () =>
    given(...WORLD, anIncident({ incidentId: 'second' }), aMerge('second'))
      .when(aCasualtyAssessment())
      .thenRefused(IncidentAbsorbed));
});
