import { instant, type Instant } from '../../envelope.js';
import { idOf } from '../../streams.js';
import type { Point } from '../../values/place.js';
import { isKnown, knownAt } from '../known.js';
import type { Reading } from '../reading.js';
import { spanOf, surelyBefore, type Span } from '../said.js';
import { figureOf, isCounting, type Counting, type Spoken } from '../spoken.js';
import { groupBy } from '../standing.js';
import { fromSets, ofClaim } from './evidence.js';
import { extremeOf, found, type Found, type Rule } from './finding.js';

const alone = (rule: Found['rule'], claim: Spoken): readonly Found[] =>
  found(rule, claim.ref, fromSets([[ofClaim(claim)]]), isCounting(claim) ? { extremes: [extremeOf(claim)] } : {});

const figures = (standing: readonly Spoken[], wrong: (claim: Counting) => boolean, rule: Found['rule']) =>
  standing
    .filter(isCounting)
    .filter(wrong)
    .flatMap((claim) => alone(rule, claim));

/** Somebody's figure is less than nothing. */
export const negative: Rule = (_reading, { standing }) =>
  figures(
    standing,
    (claim) => [figureOf(claim).min, figureOf(claim).max, figureOf(claim).best].some((n) => (n ?? 0) < 0),
    'negative',
  );

/** Somebody's least is more than their most. */
export const minAboveMax: Rule = (_reading, { standing }) =>
  figures(standing, (claim) => (figureOf(claim).min ?? -Infinity) > (figureOf(claim).max ?? Infinity), 'min_above_max');

/** Whether a point is none of this Earth. One that is withheld from the reader says nothing, as if it were not there. */
const isNowhere = (point: Point): boolean =>
  'lat' in point && 'lon' in point && !(Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180);

/** Somebody places it where no place on Earth is. */
export const badCoordinates: Rule = (_reading, { standing }) =>
  standing
    .filter(({ row: { claim } }) => {
      const point = claim.kind === 'location' ? claim.place.point : undefined;
      return point !== undefined && isNowhere(point);
    })
    .flatMap((claim) => alone('bad_coordinates', claim));

/** Flags whole acts: one finding for all of its claims that are wrong in the same way. */
const byAct = (rule: Found['rule'], claims: readonly Spoken[]): readonly Found[] =>
  [...groupBy(claims, ({ act }) => act)].flatMap(([act, wrong]) =>
    found(rule, act, fromSets(wrong.map((claim) => [ofClaim(claim)]))),
  );

/** When the incident happened, as the register held it. */
function happenedWhen({ facts, at, subject }: Reading): Span | null {
  let occurred: Span | null = null;
  for (const { stream, data } of knownAt(facts.incidents, at.recorded)) {
    if (stream === subject) occurred = data.occurred ?? occurred;
  }
  return occurred;
}

/** Something was surely said before the incident it is about began. */
export const saidBeforeItHappened: Rule = (reading, { standing }) => {
  const happened = reading.subject.startsWith('incident-') ? happenedWhen(reading) : null;
  if (happened === null) return [];
  return byAct(
    'said_before_it_happened',
    standing.filter(({ row }) => surelyBefore(spanOf(row), happened)),
  );
};

const DAY = 86_400_000;
const OFFSET = /(Z|[+-]\d{2}:?\d{2})$/;

/** Midnight at which a calendar date begins, on the clock that a time is written in. */
const dawnOf = (date: string, clock: Instant): number =>
  Date.parse(`${date}T00:00:00${OFFSET.exec(clock)?.[1] ?? 'Z'}`);

/** A figure covers a period whose last day had not begun when it was published. */
export const periodAfterIssue: Rule = (reading, { standing }) => {
  const { facts, at, subject } = reading;
  const lastDays = new Map(
    knownAt(facts.series, at.recorded)
      .filter(({ stream }) => stream === subject)
      .flatMap(({ data }) => (data.slots === undefined || data.slots === 'daily' ? [] : data.slots))
      .map(({ slot, to }) => [slot, to]),
  );
  /** An instant within the last day, or the last moment, that a report covers. */
  const coverage = new Map<string, number>();
  for (const row of facts.acts) {
    if (row.type !== 'ReportPublished' || row.data.coverage === undefined || !isKnown(row, at.recorded)) continue;
    const { to, precision } = row.data.coverage;
    const exact = precision === 'exact_time' || precision === 'hour' || precision === 'part_of_day';
    coverage.set(row.stream, instant(to) - (exact ? 1 : DAY));
  }
  const tooLate = ({ act, slot, row }: Spoken): boolean => {
    const said = instant(row.saidTo);
    const lastDay = slot === null ? undefined : (lastDays.get(slot) ?? slot);
    return (coverage.get(act) ?? -Infinity) >= said || (lastDay !== undefined && dawnOf(lastDay, row.saidTo) >= said);
  };
  return byAct('period_after_issue', standing.filter(tooLate));
};

/** What is recorded of a merge circle: no claim, only our own events. */
export const mergeCircles: Rule = ({ identity, subject }) =>
  identity.circles
    .filter(({ data }) => [data.incidentId, data.into].some((one) => identity.survivorOf(one) === idOf(subject)))
    .flatMap(({ data, from, recordedAt }) =>
      found(
        'circle',
        `${data.incidentId} merged into ${data.into}`,
        fromSets([[{ refs: [], claimed: null, position: from, recordedAt }]]),
      ),
    );
