import type { Affiliation } from '../values/affiliation.js';
import type { Actor } from './actor.js';

/** Being part of a greater actor from one moment to another, in milliseconds; the end is exclusive. */
interface Span {
  readonly actor: string;
  readonly from: number;
  readonly to: number;
}

const spanOf = ({ actor, from, to }: Affiliation): Span => ({
  actor,
  from: from === undefined ? -Infinity : Date.parse(from),
  to: to === undefined ? Infinity : Date.parse(to),
});

const within = (span: Span, { from, to }: Omit<Span, 'actor'>): Span => ({
  actor: span.actor,
  from: Math.max(span.from, from),
  to: Math.min(span.to, to),
});

const lasts = ({ from, to }: Span) => from < to;

/** The first affiliation that ends before it begins; -1 when there is none. */
export const backwards = (affiliations: readonly Affiliation[]): number =>
  affiliations.findIndex((one) => !lasts(spanOf(one)));

/** The first affiliation that overlaps one named before it; -1 when there is none. */
export const overlapping = (affiliations: readonly Affiliation[]): number => {
  const spans = affiliations.map(spanOf);
  return spans.findIndex((span, index) => spans.slice(0, index).some((earlier) => lasts(within(span, earlier))));
};

/** When an actor was part of whom; what was said of it later takes the place of what was said before. */
const spansOf = ({ stated }: Actor): readonly Span[] =>
  stated.flatMap(({ effective, partOf }, index) => {
    const holds = { from: effective, to: stated[index + 1]?.effective ?? Infinity };
    return partOf.map((one) => within(spanOf(one), holds)).filter(lasts);
  });

/** Whether at any moment an actor would be part of itself, through the actors it is part of. */
export function inACircle(actor: string, actorOf: (id: string) => Actor): boolean {
  const reached = (id: string, during: Omit<Span, 'actor'>, path: readonly string[]): boolean =>
    spansOf(actorOf(id))
      .map((span) => within(span, during))
      .filter(lasts)
      .some(
        (span) =>
          span.actor === actor || (!path.includes(span.actor) && reached(span.actor, span, [...path, span.actor])),
      );
  return reached(actor, { from: -Infinity, to: Infinity }, []);
}
