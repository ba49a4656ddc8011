import type { Role } from './principal.js';

/** Least to greatest: each may do all that the ones before it may. */
export const ROLES = [
  'anonymous',
  'subscriber',
  'reader',
  'recorder',
  'reviewer',
  'admin',
] as const satisfies readonly Role[];

/** What a key may be given: everything but anonymous, which is the absence of a key. */
export const KEY_ROLES = ROLES.filter((role) => role !== 'anonymous');

export const isAtLeast = (role: Role, least: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(least);
