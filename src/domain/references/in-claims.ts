import type { Claim } from '../claims/claim.js';
import { UNNAMED_ORIGINS, type About } from '../claims/kinds/claim-base.js';
import type { Counted } from '../values/counted.js';
import { actor, actors, claim, claims, incident, incidents, operation, weighed, type Reference } from './reference.js';

const isActor = (origin: string) => !UNNAMED_ORIGINS.some((word) => word === origin);

const inAbout = ({ incidents: about, series, slot }: About, pointer: string): readonly Reference[] => [
  ...incidents(about, `${pointer}/incidents`),
  ...(series === undefined
    ? []
    : [
        {
          category: 'series' as const,
          id: series,
          pointer: `${pointer}/series`,
          ...(slot === undefined ? {} : { slot }),
        },
      ]),
];

/** What is named in what is counted. */
export const inCounted = ({ attributedTo, of }: Counted, pointer: string): readonly Reference[] => [
  ...actors(attributedTo, `${pointer}/attributedTo`),
  ...actor(of, `${pointer}/of`),
];

function inKind(said: Claim, pointer: string): readonly Reference[] {
  switch (said.kind) {
    case 'count':
      return inCounted(said.counted, `${pointer}/counted`);
    case 'responsibility':
      return actor(said.actor, `${pointer}/actor`);
    case 'operation':
    case 'operation_status':
      return operation(said.operation, `${pointer}/operation`);
    case 'investigation':
      return [
        ...actors(said.addressedTo, `${pointer}/addressedTo`),
        ...claims(said.answers, `${pointer}/answers`),
        ...incident(said.duplicateOf, `${pointer}/duplicateOf`),
      ];
    case 'position':
      return actor(said.towards, `${pointer}/towards`);
    case 'occurrence':
    case 'civilian_status':
    case 'location':
    case 'grade':
    case 'cause':
    case 'no_comment':
      return [];
  }
}

/** What one claim names: what it is about, whom it speaks of and passes on, and the claims it changes, repeats or answers. */
export const inClaim = (said: Claim, pointer: string): readonly Reference[] => [
  ...inAbout(said.about, `${pointer}/about`),
  // Words such as `media` keep their place in the list, so that pointers stay true.
  ...actors(said.accordingTo, `${pointer}/accordingTo`).filter(({ id }) => isActor(id)),
  ...weighed(claim(said.supersedes?.claim, `${pointer}/supersedes/claim`)),
  ...claim(said.relays?.claim, `${pointer}/relays/claim`),
  ...actor(said.relays?.actor, `${pointer}/relays/actor`),
  ...inKind(said, pointer),
];
