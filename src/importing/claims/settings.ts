import { announced } from '../../domain/vocabularies/announced.js';
import { certainty } from '../../domain/vocabularies/certainty.js';
import { changeReason } from '../../domain/vocabularies/change-reason.js';
import { circumstance } from '../../domain/vocabularies/circumstance.js';
import { figureBasis } from '../../domain/vocabularies/figure-basis.js';
import { means } from '../../domain/vocabularies/means.js';
import { tally } from '../../domain/vocabularies/tally.js';
import { may, must, oneOrMore, record, shared, shortOrLong, type Words } from '../reading/records.js';
import { below } from '../reading/pointer.js';
import type { Reading } from '../reading/reading.js';
import { code, flag, id, text } from '../reading/scalars.js';
import { passage } from '../words/passage.js';

const REFERENCE = /^[a-z0-9][a-z0-9-]*(#[a-z0-9][a-z0-9-]*)?$/;

/** An act (`a04`, all its like claims), or one claim of it (`a04#killed-child`). */
export const reference: Reading<string> = {
  read: (value, at, { report }) =>
    typeof value === 'string' && REFERENCE.test(value)
      ? value
      : void report(at, 'This must name an act such as a04, or one of its claims such as a04#killed-child.'),
  schema: () => ({ type: 'string', pattern: REFERENCE.source }),
};

/** What claims are about: an incident, several together, or a series with its slot. */
export const aboutWords = shortOrLong(
  oneOrMore(id),
  record({
    series: must(id, 'the series'),
    slot: may(text(64), 'its slot; may be given beside a figure instead'),
  }),
);

const relayed = shortOrLong(
  reference,
  record({ actor: must(id, 'whose claim it was, where that is not recorded yet') }),
);

/** Ways in which a claim changes an earlier one. */
export const changeKeys = {
  revises: may(reference, 'this takes the place of an earlier claim of the same party'),
  retracts: may(reference, 'this takes back an earlier claim of the same party'),
  reaffirms: may(reference, 'this says an earlier claim of the same party again'),
  supplements: may(reference, 'this adds to an earlier claim of the same party and replaces nothing'),
};

/** What may be said of any claim. Said of an act, it holds for all its claims that do not say otherwise. */
export const anyClaim = shared({
  about: may(aboutWords, 'what it is about, if not what the file is about'),
  slot: may(text(64), 'the slot of the series'),
  certainty: may(code(certainty), 'how certain the claimant was; otherwise reported'),
  if: may(passage, 'the condition it depends on, in your words: the claim is then conditional'),
  'according to': may(oneOrMore(id), 'whom the claimant passes on: actors, media, officials or unstated'),
  compiled: may(flag, 'the claimant gathers figures of others'),
  relays: may(relayed, 'it repeats a claim of somebody else'),
  ...changeKeys,
  announced: may(code(announced), 'whether the claimant announced the change; otherwise unknown'),
  because: may(code(changeReason), 'the reason given for the change'),
});

/** What may be said of figures only. */
export const anyFigure = shared({
  tally: may(code(tally), 'whether it happened in the period, was newly recorded in it, or is a running total'),
  'attributed to': may(oneOrMore(id), 'one of these actors did it'),
  of: may(id, 'whose forces are counted'),
  means: may(oneOrMore(code(means)), 'by what means'),
  circumstance: may(code(circumstance), 'under what circumstance'),
  subgroup: may(id, 'a part of those counted, as the claimant drew it'),
  basis: may(code(figureBasis), 'how the claimant knows'),
  derived: may(flag, 'the claimant computed it from other figures'),
});

/** What may be said of a single claim, or of those of one group. */
export const oneClaim = {
  claim: may(id, 'the id of the claim; otherwise one is made from what it says'),
  quote: may(passage, 'the words in which it was said'),
};

const all = { ...anyClaim, ...anyFigure, ...oneClaim };

/** Everything that is said about claims rather than in them. */
export type Settings = Omit<Partial<Words<typeof all>>, 'pointer'> & {
  /** Where in the file each of them is said. */
  readonly places?: Readonly<Record<string, string>>;
};

const SETTING_NAMES: ReadonlySet<string> = new Set(Object.keys(all));

/** The settings among the words of an act or a group. */
export function settingsIn(words: object & { readonly pointer: string }): Settings {
  const said = Object.entries(words).filter(([name]) => SETTING_NAMES.has(name));
  const places = said.map(([name]) => [name, below(words.pointer, name)]);
  return { ...(Object.fromEntries(said) as Settings), places: Object.fromEntries(places) };
}

const CHANGES = Object.keys(changeKeys) as readonly (keyof typeof changeKeys)[];

/** Settings closer to a claim go before those further away; a change named closer goes before every change named further away. */
export function within(outer: Settings, inner: Settings): Settings {
  const changed = CHANGES.some((change) => inner[change] !== undefined);
  const kept = changed
    ? Object.fromEntries(Object.entries(outer).filter(([name]) => !(CHANGES as readonly string[]).includes(name)))
    : outer;
  return { ...kept, ...inner, places: { ...outer.places, ...inner.places } };
}

export interface ChangeWords {
  readonly change: keyof typeof changeKeys;
  readonly to: string;
  /** Where in the file that is said. */
  readonly pointer: string;
}

/** The changes that settings name; more than one is the writer's mistake. */
export const changesIn = (settings: Settings): readonly ChangeWords[] =>
  CHANGES.flatMap((change) => {
    const to = settings[change];
    return to === undefined ? [] : [{ change, to, pointer: settings.places?.[change] ?? '' }];
  });
