import type { Facts, Subject } from '../../src/domain/register/facts.js';
import { factsAbout } from '../../src/domain/register/facts-about.js';
import { registerOf } from '../../src/domain/register/register.js';
import type { Happening } from './builders.js';
import { INCIDENT } from './builders.js';
import { logOf } from './log.js';

/** What the register knows about one subject after these happenings. */
export const factsOf = (subject: Subject, ...happenings: readonly Happening[]): Facts =>
  factsAbout(registerOf(logOf(...happenings)), subject);

/** The same about the incident that builders name. */
export const record = (...happenings: readonly Happening[]): Facts => factsOf(`incident-${INCIDENT}`, ...happenings);
