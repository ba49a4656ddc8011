import type { OperationConducted } from '../../domain/events/operation-conducted.js';
import type { Draft } from '../../domain/values/draft.js';
import { means } from '../../domain/vocabularies/means.js';
import { operationKind } from '../../domain/vocabularies/operation-kind.js';
import { operationRole } from '../../domain/vocabularies/operation-role.js';
import { entriesOf, may, must, oneOrMore } from '../reading/records.js';
import { code, id } from '../reading/scalars.js';
import { place } from '../words/place.js';
import { mentions } from '../words/sources.js';
import { stated } from '../words/stated.js';
import { when } from '../words/when.js';
import { entryKind, fieldsFrom, protection } from './entry.js';

/** A military or police operation. */
export const operation = entryKind({
  opens: 'operation',
  keys: {
    incidents: may(oneOrMore(id), 'the incidents it led to; otherwise what the file is about'),
    operators: may(entriesOf(code(operationRole), id), 'who took what part: {us-forces: conducted}'),
    kind: must(code(operationKind), 'what kind of operation'),
    occurred: must(when, 'when it took place'),
    place: may(place, 'where'),
    means: may(oneOrMore(code(means)), 'by what means'),
    declared: may(when, 'when an operator first declared it'),
    sources: must(mentions, 'what the record of it rests on'),
    protection,
  },
  write(operationId, words, scope) {
    const byDefault = scope.about !== undefined && !('series' in scope.about) ? scope.about : [];
    const body = stated<Draft<OperationConducted>>({
      operationId,
      incidents: words.incidents ?? byDefault,
      operators: (words.operators ?? []).map(({ name, value }) => ({ actor: name, role: value })),
      kind: words.kind,
      occurred: words.occurred,
      place: words.place,
      means: words.means ?? [],
      declaredAt: words.declared,
      sources: scope.cite(words.sources) ?? [],
      protection: words.protection ?? scope.protection,
    });
    const from = {
      incidents: 'incidents',
      operators: 'operators',
      occurred: 'occurred',
      declaredAt: 'declared',
      sources: 'sources',
    };
    return [{ command: 'RecordOperation', body, id: operationId, from: fieldsFrom(words.pointer, from) }];
  },
});
