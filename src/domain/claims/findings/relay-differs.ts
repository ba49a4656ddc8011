import { sameFigure } from '../bounds.js';
import { figureOf, isCounting, unstatedKey, type Counting } from '../spoken.js';
import { groupBy } from '../standing.js';
import { fromInvolved, ofLink, type Evidence } from './evidence.js';
import { extremeOf, found, type Rule } from './finding.js';

interface Relay extends Evidence {
  readonly relay: Counting;
  readonly origin: Counting;
}

const sameThing = (a: Counting, b: Counting) => a.key === b.key || unstatedKey(a) === b.key || unstatedKey(b) === a.key;

const differing = (relays: readonly Relay[]) =>
  relays.filter(({ relay, origin }) => sameThing(relay, origin) && !sameFigure(figureOf(relay), figureOf(origin)));

/** Somebody repeats a figure and changes it. What the origin said later is no fault of the relay. */
export const relayDiffers: Rule = ({ claims, links }) => {
  const counting = new Map(claims.filter(isCounting).map((claim) => [claim.ref, claim]));
  const relays = links.inForce.flatMap((link): Relay[] => {
    const [relay, origin] = [counting.get(link.from), counting.get(link.to)];
    if (link.as !== 'relays' || relay === undefined || origin === undefined) return [];
    return [{ ...ofLink(link, [origin, relay]), relay, origin }];
  });
  return [...groupBy(relays, ({ origin }) => origin.ref)].flatMap(([origin, all]) => {
    const wrong = differing(all);
    const [first] = wrong;
    return first === undefined
      ? []
      : found('relay_differs', `relays of ${origin}`, fromInvolved(wrong, differing), {
          extremes: [extremeOf(first.origin), extremeOf(first.relay)].sort(
            (a, b) => (a.figure.min ?? -Infinity) - (b.figure.min ?? -Infinity) || 0,
          ),
        });
  });
};
