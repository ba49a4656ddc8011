import { protectionLevel, type ProtectionLevel } from '../../domain/vocabularies/protection-level.js';
import type { Role } from '../principal.js';

const rank = (level: ProtectionLevel): number => protectionLevel.codes.indexOf(level);

export const isAbove = (level: ProtectionLevel, most: ProtectionLevel): boolean => rank(level) > rank(most);

export const highest = (levels: Iterable<ProtectionLevel>): ProtectionLevel =>
  [...levels].reduce((high, level) => (isAbove(level, high) ? level : high), 'public');

const READABLE: Readonly<Record<Role, ProtectionLevel>> = {
  anonymous: 'public',
  subscriber: 'public',
  reader: 'restricted',
  recorder: 'restricted',
  reviewer: 'confidential',
  admin: 'confidential',
};

/** The most closely kept things that a role may see. */
export const readableBy = (role: Role): ProtectionLevel => READABLE[role];
