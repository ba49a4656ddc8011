import type { JsonSchema } from '../../../domain/schema/field.js';
import { certainty } from '../../../domain/vocabularies/certainty.js';
import { figureBasis } from '../../../domain/vocabularies/figure-basis.js';
import { answerAbout, flag, instant, listOf, object, oneOfCodes, orNull, position, ref, text } from './parts.js';

const places = ['stands', 'set_beside', 'followed', 'superseded', 'says_nothing', 'possibly_said'];
const ranges = { partiesToTheHarm: orNull(ref('Range')), everyoneElse: orNull(ref('Range')) };
const ofKey = { key: text, slot: orNull(text), counted: ref('CountedShown') };

/** Counts, and how they moved. */
export const countSchemas: Readonly<Record<string, JsonSchema>> = {
  Standing: { enum: places, description: 'What became of a claim among the others of its line.' },
  SaidFigure: object({
    claim: text,
    act: text,
    claimant: text,
    party: text,
    partyToTheHarm: flag,
    saidFrom: instant,
    saidTo: instant,
    recordedAt: instant,
    position,
    counted: ref('CountedShown'),
    figure: ref('FigureShown'),
    basis: orNull(oneOfCodes(figureBasis)),
    certainty: oneOfCodes(certainty),
    place: ref('Standing'),
    inRange: flag,
    conditional: flag,
    relayed: flag,
    accordingTo: listOf(text),
    compiled: flag,
    derived: flag,
    joint: flag,
    setAside: orNull(text),
    scopeAssumed: flag,
    orderUnknown: flag,
  }),
  CasualtyCounts: answerAbout({
    subject: text,
    partiesToTheHarm: listOf(text),
    counts: listOf(object({ ...ofKey, ...ranges, figures: listOf(ref('SaidFigure')) })),
  }),
  CountEvolution: answerAbout({
    subject: text,
    counts: listOf(object({ ...ofKey, steps: listOf(ref('EvolutionStep')) })),
  }),
  EvolutionStep: object({
    act: text,
    claimant: text,
    party: text,
    saidFrom: instant,
    saidTo: instant,
    claims: listOf(text),
    ...ranges,
    moved: flag,
  }),
  Extreme: object({ claim: text, claimant: text, party: text, slot: orNull(text), figure: ref('FigureShown') }),
};
