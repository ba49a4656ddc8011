import { instant } from '../../domain/envelope.js';
import type { Label } from '../../domain/values/label.js';
import type { Incident } from '../incident/incident-at.js';
import type { IncidentsAsked } from './incidents-asked.js';

/** Whether an incident, as the asker may see it, is one of those asked for, as far as its own entries tell. */
export function matches(incident: Incident, asked: IncidentsAsked): boolean {
  return (
    occurredWithin(incident, asked) &&
    (asked.place === null || isAt(incident, asked.place)) &&
    (asked.grade === null || incident.grades.some(({ grade }) => grade === asked.grade)) &&
    (asked.text === null || says(incident, asked.text))
  );
}

function occurredWithin({ occurred }: Incident, { occurredFrom, occurredTo }: IncidentsAsked): boolean {
  const [from, to] = [instant(occurred.from), instant(occurred.to)];
  const after = occurredFrom === null || to > instant(occurredFrom) || from >= instant(occurredFrom);
  return after && (occurredTo === null || from < instant(occurredTo));
}

const isAt = ({ place }: Incident, sought: string): boolean =>
  place.adminPath.some(({ code }) => code === sought) ||
  namesIn([place.names, ...place.adminPath.map(({ names }) => names)]).some((name) => contains(name, sought));

const says = ({ label, place, identifiers }: Incident, text: string): boolean =>
  [
    ...namesIn([label, place.names, ...place.adminPath.map(({ names }) => names)]),
    ...place.adminPath.map(({ code }) => code),
    ...identifiers.map(({ code }) => code),
  ].some((name) => contains(name, text));

const namesIn = (labels: readonly Label[]): readonly string[] => labels.flat().map(({ text }) => text);

/** In whatever case, and however its letters are composed. */
const contains = (name: string, part: string): boolean => folded(name).includes(folded(part));

const folded = (text: string): string => text.normalize('NFC').toLowerCase();
