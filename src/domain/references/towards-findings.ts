import type { EventType, SijilEvent } from '../events/index.js';
import { categoryOf, streamOf, type Category } from '../streams.js';
import { leadsTo } from './following.js';
import { referencesOf } from './references-of.js';

/** What has a say in whether claims contradict each other: who speaks, of whom, about what, and what links them. */
const WEIGHED: ReadonlySet<Category> = new Set(['actor', 'incident', 'statement', 'report']);

/**
 * Where an event leads when it is asked what claims give together: an act to everybody and everything it names and to the acts it
 * links to, for links can go round in a circle; an actor to those it is part of, an incident to those it was merged or split into.
 */
export function towardsFindings(event: SijilEvent): readonly string[] {
  if (!isAct(event.stream)) return leadsTo(event, NONE);
  return referencesIn(event)
    .filter(({ category }) => WEIGHED.has(category))
    .map(({ category, id }) => streamOf(category, id));
}

const NONE: ReadonlySet<string> = new Set();

const isAct = (stream: string): boolean => ['statement', 'report'].includes(categoryOf(stream));

/** What an event of an act names, or what a correction makes it name. */
function referencesIn(event: SijilEvent) {
  if (event.type === 'EntryWithdrawn') return [];
  if (event.type !== 'EntryCorrected') return referencesOf(event.type, event.data);
  return referencesOf((event.data.of?.type ?? openedBy(event)) as EventType, event.data.after);
}

const openedBy = ({ stream }: SijilEvent): EventType =>
  categoryOf(stream) === 'report' ? 'ReportPublished' : 'StatementIssued';
