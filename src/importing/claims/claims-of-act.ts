import type { Claim } from '../../domain/claims/claim.js';
import type { About } from '../../domain/claims/kinds/claim-base.js';
import type { CountClaim } from '../../domain/claims/kinds/count.js';
import type { Draft } from '../../domain/values/draft.js';
import { below } from '../reading/pointer.js';
import { countedName } from '../words/counted-words.js';
import { stated } from '../words/stated.js';
import type { GroupWords } from './claim-words.js';
import { countedOf, figuresIn, type FigureWords } from './figures.js';
import { settingsIn, within, type Settings } from './settings.js';
import { stancesIn, type StanceWords } from './stances.js';

/** One claim before its links to other claims are known, with the words those links were given in. */
export interface SaidClaim {
  readonly claim: Draft<Claim>;
  readonly settings: Settings;
  readonly answers?: readonly string[];
  readonly pointer: string;
}

type Report = (pointer: string, message: string) => void;

interface Scope {
  readonly settings: Settings;
  /** The slot differs from the act's, so it belongs into the claim's name. */
  readonly slot?: string;
  readonly report: Report;
}

/** The claims that an act makes, each figure and each stance one claim; undefined when one of them cannot be. */
export function claimsOfAct(
  words: object & { readonly pointer: string; readonly claims?: readonly GroupWords[] },
  byDefault: Settings,
  report: Report,
): readonly SaidClaim[] | undefined {
  const ofAct = within(byDefault, settingsIn(words));
  const own = claimsIn(words, { settings: ofAct, report });
  const groups = (words.claims ?? []).map((group) => {
    const settings = settingsIn(group);
    const found = claimsIn(group, { settings: within(ofAct, settings), report, ...slotOf(settings) });
    if (found.length === 0)
      return void report(group.pointer, 'This group says nothing: it has neither a figure nor a stance.');
    if (settings.claim !== undefined && found.length > 1) {
      return void report(below(group.pointer, 'claim'), `One id cannot name the ${found.length} claims of this group.`);
    }
    return found;
  });
  if (groups.includes(undefined)) return undefined;
  const claims = [...own, ...groups.flatMap((group) => group ?? [])];
  return claims.includes(undefined) || !namesDiffer(claims as readonly SaidClaim[], report)
    ? undefined
    : (claims as readonly SaidClaim[]);
}

const slotOf = ({ slot }: Settings) => (slot === undefined ? {} : { slot });

const claimsIn = (words: object, scope: Scope): readonly (SaidClaim | undefined)[] => [
  ...figuresIn(words).map((figure) => countClaim(figure, scope)),
  ...stancesIn(words).map((stance) => stanceClaim(stance, scope)),
];

function countClaim(words: FigureWords, { settings: outer, slot: outerSlot, report }: Scope): SaidClaim | undefined {
  const settings = within(outer, words.settings);
  const about = aboutOf(settings, words.pointer, report);
  if (about === undefined) return undefined;
  const counted = countedOf(words, settings);
  const slot = words.settings.slot ?? outerSlot;
  const name = [countedName(counted), slot].filter((part) => part !== undefined).join('-');
  const claim = stated<Draft<CountClaim>>({
    ...common(settings, about, name),
    kind: 'count',
    counted,
    figure: words.figure,
    basis: settings.basis,
    derived: settings.derived,
  });
  return { claim, settings, pointer: words.pointer };
}

function stanceClaim(
  { name, says, answers, pointer }: StanceWords,
  { settings, slot, report }: Scope,
): SaidClaim | undefined {
  const about = aboutOf(settings, pointer, report);
  if (about === undefined) return undefined;
  const full = [name, slot].filter((part) => part !== undefined).join('-');
  // The vocabularies and ids in `says` were read by the keys of stances.ts, which know which kind of claim they make.
  const claim = { ...stated<object>(common(settings, about, full)), ...says } as Draft<Claim>;
  return { claim, settings, pointer, ...(answers !== undefined && { answers }) };
}

const common = (settings: Settings, about: About, name: string) =>
  ({
    claimId: settings.claim ?? name,
    about,
    certainty: settings.if === undefined ? (settings.certainty ?? 'reported') : 'conditional',
    condition: settings.if,
    accordingTo: settings['according to'],
    compiled: settings.compiled,
    supersedes: undefined,
    relays: undefined,
    quote: settings.quote,
  }) as const;

function aboutOf({ about, slot }: Settings, pointer: string, report: Report): About | undefined {
  if (about === undefined)
    return void report(pointer, 'Say what this is about: "about" here, in the act, or under "case".');
  if (!('series' in about)) {
    return slot === undefined
      ? { incidents: about }
      : void report(pointer, 'A slot belongs to a series: say "about: {series: …}".');
  }
  const named = slot ?? about.slot;
  if (named === undefined) return void report(pointer, `Say which slot of the series ${about.series} this is about.`);
  return { series: about.series, slot: named };
}

function namesDiffer(claims: readonly SaidClaim[], report: Report): boolean {
  const first = new Map<string, string>();
  let differ = true;
  for (const { claim, pointer } of claims) {
    const { claimId } = claim;
    const earlier = first.get(claimId);
    if (earlier !== undefined) {
      report(
        pointer,
        `Two claims of this act would be called "${claimId}" (the other is ${earlier}): name one of them with "claim".`,
      );
      differ = false;
    }
    if (claimId.length > 64) {
      report(
        pointer,
        `The claim would be called "${claimId}", which is longer than 64 characters: name it with "claim".`,
      );
      differ = false;
    }
    first.set(claimId, earlier ?? pointer);
  }
  return differ;
}
