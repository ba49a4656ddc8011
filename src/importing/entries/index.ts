import { actor } from './actors.js';
import { report, statement } from './acts.js';
import { actorAmendment, incidentAmendment, incidentLinkEntry, seriesAmendment } from './amendments.js';
import type { EntryKind } from './entry.js';
import { incident } from './incidents.js';
import {
  asideEntry,
  casualtiesEntry,
  gradeEntry,
  identifierEntry,
  linkEntry,
  operationEntry,
  placeEntry,
} from './judgements.js';
import { operation } from './operations.js';
import { protectionEntry } from './protections.js';
import { series } from './series.js';
import { source } from './sources.js';

/** What may be defined once at the head of a file, by section, in the order in which the register learns it. */
export const sections: Readonly<Record<string, EntryKind>> = {
  actors: actor,
  sources: source,
  incidents: incident,
  series,
  operations: operation,
};

/** Every kind of entry that the record of a case may have, told apart by the key that opens it. */
export const entryKinds: readonly EntryKind[] = [
  statement,
  report,
  actor,
  source,
  incident,
  series,
  operation,
  actorAmendment,
  incidentAmendment,
  seriesAmendment,
  incidentLinkEntry,
  identifierEntry,
  linkEntry,
  gradeEntry,
  casualtiesEntry,
  placeEntry,
  operationEntry,
  asideEntry,
  protectionEntry,
];
