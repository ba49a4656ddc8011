import { replaces, type Link } from '../links.js';
import { spanOf, surelyBefore } from '../said.js';
import type { Spoken } from '../spoken.js';
import { groupBy } from '../standing.js';
import { fromInvolved, fromSets, ofLink, type Evidence } from './evidence.js';
import { found, type Found, type Rule } from './finding.js';

const byRef = (claims: readonly Spoken[]) => new Map(claims.map((claim) => [claim.ref, claim]));

const nameOf = ({ from, as, to }: Link) => `${from} ${as} ${to}`;

const present = (...claims: readonly (Spoken | undefined)[]): readonly Spoken[] =>
  claims.filter((claim) => claim !== undefined);

/** A link joins claims that it cannot join, or closes a circle. It does nothing. */
export const brokenLinks: Rule = ({ claims, links }) => {
  const remaining = byRef(claims);
  return links.broken.flatMap(({ link, why }): readonly Found[] => {
    const [from, to] = [remaining.get(link.from), remaining.get(link.to)];
    if (from === undefined) return [];
    const rule = why === 'circle' ? 'circle' : 'link_broken';
    return found(rule, nameOf(link), fromSets([[ofLink(link, present(from, to))]]));
  });
};

/** A claim supersedes one that was surely said after it. */
export const supersedesTheFuture: Rule = ({ claims, links }) => {
  const remaining = byRef(claims);
  return links.inForce.flatMap((link): readonly Found[] => {
    const [from, to] = [remaining.get(link.from), remaining.get(link.to)];
    if (link.as !== 'supersedes' || from === undefined || to === undefined) return [];
    if (!surelyBefore(spanOf(from.row), spanOf(to.row))) return [];
    return found('supersedes_the_future', nameOf(link), fromSets([[ofLink(link, [from, to])]]));
  });
};

/** Two claims supersede the same one, and neither supersedes the other. Both act. */
export const doubleSuperseded: Rule = ({ claims, links, ends }) => {
  const remaining = byRef(claims);
  const acting = links.inForce.filter(
    (link) => remaining.has(link.from) && remaining.has(link.to) && replaces(link, ends),
  );
  return [...groupBy(acting, ({ to }) => to)].flatMap(([to, all]) => {
    if (all.length < 2) return [];
    const below = new Set<string>();
    const following = all.map(({ from }) => from);
    for (let ref = following.pop(); ref !== undefined; ref = following.pop()) {
      for (const link of links.from(ref)) {
        // Nothing below the claim itself can supersede it: there are no circles.
        if (link.to === to || below.has(link.to) || !replaces(link, ends)) continue;
        below.add(link.to);
        following.push(link.to);
      }
    }
    const pieces = all
      .filter(({ from }) => !below.has(from))
      .map((link): Evidence => ofLink(link, present(remaining.get(to), remaining.get(link.from))));
    return found(
      'double_superseded',
      to,
      fromInvolved(pieces, (some) => (some.length < 2 ? [] : some)),
    );
  });
};
