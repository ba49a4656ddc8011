import type { ActorRegistered } from '../../domain/events/actor-registered.js';
import type { Draft } from '../../domain/values/draft.js';
import { actorType } from '../../domain/vocabularies/actor-type.js';
import { may, must } from '../reading/records.js';
import { code, flag, text } from '../reading/scalars.js';
import { actorNames, label } from '../words/label.js';
import { stated } from '../words/stated.js';
import { zoneName } from '../words/when.js';
import { affiliations } from './affiliations.js';
import { entryKind, fieldsFrom, protection } from './entry.js';

/** Somebody who acts or speaks. */
export const actor = entryKind({
  opens: 'actor',
  keys: {
    name: must(actorNames, 'what it is called in public; for a person without a public role, a description'),
    type: must(code(actorType), 'what kind of actor it is'),
    person: may(flag, 'it is a human being'),
    'public role': may(text(200), 'the public role that makes a person’s name public'),
    'shown as': may(label, 'what a person without a public role is called'),
    'part of': may(affiliations, 'the greater actor it belongs to, one at a time'),
    'member of': may(affiliations, 'coalitions it is a member of'),
    zone: may(zoneName, 'the time zone it speaks in'),
    protection,
  },
  write(actorId, words, scope) {
    const body = stated<Draft<ActorRegistered>>({
      actorId,
      names: words.name,
      type: words.type,
      person: words.person,
      publicRole: words['public role'],
      shownAs: words['shown as'],
      partOf: words['part of'],
      memberOf: words['member of'],
      zone: words.zone,
      protection: words.protection ?? scope.protection,
    });
    const from = {
      names: 'name',
      publicRole: 'public role',
      shownAs: 'shown as',
      partOf: 'part of',
      memberOf: 'member of',
    };
    return [
      {
        command: 'RegisterActor',
        body,
        id: actorId,
        from: fieldsFrom(words.pointer, { ...from, type: 'type', zone: 'zone' }),
      },
    ];
  },
});
