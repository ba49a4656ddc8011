import { sameSubject, keyOf } from '../../domain/claims/claim-key.js';
import { claimRef, type Claim } from '../../domain/claims/claim.js';
import type { Relays, Supersedes } from '../../domain/claims/kinds/claim-base.js';
import type { Draft } from '../../domain/values/draft.js';
import { stated } from '../words/stated.js';
import type { SaidClaim } from './claims-of-act.js';
import { changesIn } from './settings.js';

/** An act of the file that stands before the one being read. */
export interface EarlierAct {
  readonly stream: string;
  readonly claims: readonly Draft<Claim>[];
}

/** The acts of the file that stand before the one being read, by their ids. */
export interface EarlierActs {
  get(id: string): EarlierAct | undefined;
  /** The line of an act of that id which could not be taken. */
  refused(id: string): number | undefined;
}

type Report = (pointer: string, message: string) => void;

/** What a reference names: one claim, a whole act of the file, or nothing. */
type Target = { readonly ref: string } | { readonly act: EarlierAct } | { readonly unknown: string };

function target(reference: string, earlier: EarlierActs): Target {
  const [name = '', claimId] = reference.split('#');
  const bare = name.replace(/^(statement|report)-/, '');
  const act = earlier.get(name) ?? earlier.get(bare);
  const refused = act === undefined ? (earlier.refused(name) ?? earlier.refused(bare)) : undefined;
  if (refused !== undefined) {
    return { unknown: `The act "${name}" was refused, so nothing can refer to it: see line ${refused}.` };
  }
  if (claimId === undefined) {
    return act === undefined ? { unknown: `No act "${name}" stands before this one in the file.` } : { act };
  }
  if (act === undefined) {
    // An act recorded from elsewhere: whether it exists is for the register to say.
    return /^(statement|report)-/.test(name)
      ? { ref: reference }
      : {
          unknown: `No act "${name}" stands before this one in the file; one recorded elsewhere is named statement-${name} or report-${name}.`,
        };
  }
  const known = act.claims.map((claim) => claim.claimId);
  if (!known.includes(claimId))
    return { unknown: `"${name}" has no claim "${claimId}"; it has: ${known.join(', ') || 'none'}.` };
  return { ref: claimRef(act.stream, claimId) };
}

const alike = (a: Draft<Claim>, b: Draft<Claim>): boolean =>
  a.kind === b.kind && keyOf(a as unknown as Claim) === keyOf(b as unknown as Claim) && sameSubject(a.about, b.about);

const aCall = (_claim: Draft<Claim>, other: Draft<Claim>): boolean =>
  other.kind === 'investigation' && other.act === 'calls_for';

/** The one claim that a reference means for this claim. Null: the act has none like it, which is fine when it was named for many. */
function meant(
  claim: Draft<Claim>,
  reference: string,
  earlier: EarlierActs,
  fits: typeof alike,
): { readonly ref: string } | null | { readonly unknown: string } {
  const found = target(reference, earlier);
  if (!('act' in found)) return found;
  const like = found.act.claims.filter((other) => fits(claim, other));
  if (like.length > 1)
    return { unknown: `"${reference}" has ${like.length} claims like this one: name the claim, ${reference}#….` };
  return like[0] === undefined ? null : { ref: claimRef(found.act.stream, like[0].claimId) };
}

/** The reference of the one claim that is named, `a04#killed-child`, as the log writes it. */
export function claimNamed(
  reference: string,
  earlier: EarlierActs,
): { readonly ref: string } | { readonly unknown: string } {
  const found = target(reference, earlier);
  return 'act' in found ? { unknown: `Name one claim of "${reference}": ${reference}#….` } : found;
}

/**
 * The claims with their links to earlier claims. A link named for a whole act joins each claim to the one like it, and has to
 * join one at least.
 */
export function linked(
  claims: readonly SaidClaim[],
  earlier: EarlierActs,
  report: Report,
): readonly Draft<Claim>[] | undefined {
  const unmatched = new Map<string, string>();
  const matched = new Set<string>();
  const refused = new Set<string>();

  // What was said once, for many figures, is wrong once.
  const refuse = (pointer: string, message: string): void => {
    const once = `${pointer} ${message}`;
    if (!refused.has(once)) report(pointer, message);
    refused.add(once);
  };
  const resolve: Resolve = (one, { to, pointer }, fits = alike) => {
    const found = meant(one.claim, to, earlier, fits);
    if (found === null) {
      unmatched.set(to, pointer);
      return undefined;
    }
    matched.add(to);
    return 'ref' in found ? found.ref : void refuse(pointer, found.unknown);
  };

  const result = claims.map((one) => {
    const changes = changesIn(one.settings);
    if (changes.length > 1) {
      refuse(
        changes[0]!.pointer,
        `A claim changes an earlier one in one way; here are ${changes.map(({ change }) => change).join(' and ')}.`,
      );
    }
    const supersedes = supersedesOf(one, resolve);
    const relays = relaysOf(one, resolve);
    const answers = one.answers
      ?.map((to) => resolve(one, { to, pointer: one.pointer }, aCall))
      .filter((ref) => ref !== undefined);
    return {
      ...one.claim,
      ...(supersedes && { supersedes }),
      ...(relays && { relays }),
      ...(answers?.length && { answers }),
    };
  });

  for (const [reference, pointer] of unmatched) {
    if (matched.has(reference)) continue;
    refuse(
      pointer,
      `"${reference}" says nothing of the same kind about the same thing, so nothing here changes, repeats or answers it.`,
    );
  }
  return refused.size === 0 ? result : undefined;
}

/** What a claim refers to, and where in the file that is said. */
interface Named {
  readonly to: string;
  readonly pointer: string;
}

type Resolve = (one: SaidClaim, named: Named, fits?: typeof alike) => string | undefined;

function supersedesOf(one: SaidClaim, resolve: Resolve): Supersedes | undefined {
  const [named] = changesIn(one.settings);
  const claim = named && resolve(one, named);
  if (named === undefined || claim === undefined) return undefined;
  const { announced = 'unknown', because } = one.settings;
  return stated<Supersedes>({ claim, change: named.change, announced, reason: because });
}

function relaysOf(one: SaidClaim, resolve: Resolve): Relays | undefined {
  const { relays, places } = one.settings;
  if (relays === undefined) return undefined;
  if (typeof relays !== 'string') return { actor: relays.actor };
  const claim = resolve(one, { to: relays, pointer: places?.['relays'] ?? one.pointer });
  return claim === undefined ? undefined : { claim };
}
