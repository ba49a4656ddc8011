import { isAtLeast, ROLES } from './roles.js';

it.each(ROLES.flatMap((role, place) => ROLES.map((least, other) => [role, least, place >= other] as const)))(
  'a %s reaching what is for a %s and above: %s',
  (role, least, reached) => expect(isAtLeast(role, least)).toBe(reached),
);
