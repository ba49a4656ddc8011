import type { Counted } from '../../domain/values/counted.js';
import type { Figure } from '../../domain/values/figure.js';
import type { Label } from '../../domain/values/label.js';
import { certainty, type Certainty } from '../../domain/vocabularies/certainty.js';
import type { Measure } from '../../domain/vocabularies/measure.js';
import { may, record, shared, type Key } from '../reading/records.js';
import { below } from '../reading/pointer.js';
import { named, type Reading } from '../reading/reading.js';
import { whole } from '../reading/scalars.js';
import { bareCategory, countedWords, HEADINGS, MEASURES, type CountedWords } from '../words/counted-words.js';
import { figure } from '../words/figure.js';
import { label } from '../words/label.js';
import { stated } from '../words/stated.js';
import { anyClaim, anyFigure, oneClaim, settingsIn, type Settings } from './settings.js';

/** One figure under its heading. */
export interface FigureWords {
  readonly measure: Measure;
  readonly counted: CountedWords;
  readonly label?: Label;
  readonly figure?: Figure;
  readonly settings: Settings;
  readonly pointer: string;
}

type Value = Pick<FigureWords, 'figure' | 'label' | 'settings'>;

const CERTAIN: ReadonlyMap<string, Certainty> = new Map(
  certainty.codes.filter((one) => one !== 'conditional').map((one) => [one, one]),
);

const longFigure = record({
  figure: may(figure, 'how many'),
  best: may(whole, 'the claimant’s own best estimate'),
  label: may(label, 'what "other" stands for'),
  ...anyClaim,
  ...anyFigure,
  ...oneClaim,
});

/** A figure: "at least 13" · {presumed: 3} · {figure: 13, reaffirms: a08, basis: bodies seen}. */
const value: Reading<Value> = named('figure-under-heading', {
  read(written, at, file) {
    if (!(written instanceof Map)) {
      const read = figure.read(written, at, file);
      return read && { figure: read, settings: {} };
    }
    const [only, more] = [...written.keys()];
    const sure = only !== undefined && more === undefined ? CERTAIN.get(only) : undefined;
    if (only !== undefined && sure !== undefined) {
      const read = figure.read(written.get(only), below(at, only), file);
      return read && { figure: read, settings: { certainty: sure } };
    }
    const words = longFigure.read(written, at, file);
    if (words === undefined) return undefined;
    if ((words.figure === undefined) !== (words.retracts !== undefined)) {
      return void file.report(at, 'A figure is wanted here, unless the claim only retracts an earlier one.');
    }
    const said = words.figure && words.best !== undefined ? { ...words.figure, best: words.best } : words.figure;
    return { settings: settingsIn(words), ...(said && { figure: said }), ...(words.label && { label: words.label }) };
  },
  schema: (definitions) => ({
    anyOf: [
      figure.schema(definitions),
      ...[...CERTAIN.keys()].map((sure) => ({
        type: 'object',
        properties: { [sure]: figure.schema(definitions) },
        required: [sure],
        additionalProperties: false,
      })),
      longFigure.schema(definitions),
    ],
  }),
});

/** All figures of one measure: `{people: 13, children: at least 4}`, or one bare figure of people or events. */
const figuresOf = (measure: Measure): Reading<readonly FigureWords[]> => ({
  read(written, at, file) {
    if (!(written instanceof Map)) {
      const read = figure.read(written, at, file);
      const counted = { category: bareCategory(measure) };
      return read && [{ measure, counted, figure: read, settings: {}, pointer: at }];
    }
    if (written.size === 0) return void file.report(at, 'No figure is given here.');
    const figures = [...written].map(([heading, under]) => {
      const pointer = below(at, heading);
      const counted = countedWords(heading);
      if ('unknown' in counted) return void file.report(pointer, counted.unknown);
      const read = value.read(under, pointer, file);
      if (read === undefined) return undefined;
      if ((counted.category === 'other') !== (read.label !== undefined)) {
        return void file.report(
          pointer,
          '"other" needs a label that says what it stands for, and nothing else may have one.',
        );
      }
      return { measure, counted, ...read, pointer };
    });
    return figures.every((one) => one !== undefined) ? figures : undefined;
  },
  schema: (definitions) => {
    const one = value.schema(definitions);
    const headings = Object.fromEntries(HEADINGS.map((heading) => [heading, one]));
    definitions['figures'] ??= { type: 'object', minProperties: 1, properties: headings, additionalProperties: one };
    return { anyOf: [figure.schema(definitions), { $ref: '#/$defs/figures' }] };
  },
});

/** The measures as keys of an act or a group: `killed`, `injured`, … */
export const measureKeys: Readonly<Record<string, Key<readonly FigureWords[], false>>> = shared(
  Object.fromEntries(
    [...MEASURES].map(([name, measure]) => [name, may(figuresOf(measure), `how many were counted as ${name}`)]),
  ),
);

/** The figures among the words of an act or a group, in the order of the measures. */
export const figuresIn = (words: object): readonly FigureWords[] =>
  [...MEASURES.keys()].flatMap((name) => (words as Record<string, readonly FigureWords[] | undefined>)[name] ?? []);

/** What a figure counts, by its heading and by what is said of it. */
export const countedOf = ({ measure, counted, label: other }: FigureWords, settings: Settings): Counted =>
  stated<Counted>({
    measure,
    category: counted.category,
    status: counted.status,
    tally: settings.tally,
    attributedTo: settings['attributed to'],
    of: settings.of,
    means: counted.means ?? settings.means,
    circumstance: settings.circumstance,
    subgroup: settings.subgroup,
    label: other,
  });
