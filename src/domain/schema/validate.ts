import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { DataClass } from './field.js';
import { isObject, malformedIn } from './malformed.js';
import { isPlainlyValid } from './plainly-valid.js';
import { located, step, type Problem } from './problem.js';
import { PRESENCE } from './rules.js';
import { MAX_ACT_BYTES, oversizedIn } from './size.js';
import { untrustedIn } from './untrusted.js';

export { InvalidData, type Problem } from './problem.js';

const STRICT = { whitelist: true, forbidNonWhitelisted: true, validationError: { target: false } };

/** Everything that is wrong with the form of data that should be a `cls`; at most one problem for each place. */
export function validateData(cls: DataClass, data: unknown, maxBytes = MAX_ACT_BYTES): readonly Problem[] {
  if (!isObject(data)) return [{ pointer: '', message: 'must be an object' }];
  const untrusted = untrustedIn(data);
  if (untrusted.length > 0) return untrusted;
  const malformed = [...oversizedIn(cls, data, maxBytes), ...malformedIn(cls, data)];
  if (malformed.length > 0) return malformed;

  return isPlainlyValid(cls, data) ? [] : classValidated(cls, data);
}

/** What class-validator finds wrong with it. */
export function classValidated(cls: DataClass, data: object): readonly Problem[] {
  // Through JSON, so that what is validated is what will be stored, whatever made the objects.
  const stored = JSON.parse(JSON.stringify(data)) as object;
  const instance = plainToInstance(cls as unknown as new () => object, stored);
  return [...problemsOf(validateSync(instance, STRICT), '')];
}

function* problemsOf(errors: readonly ValidationError[], parent: string): Generator<Problem> {
  for (const error of errors) {
    const pointer = parent + step(error.property);
    if (error.constraints) yield problemAt(pointer, error, error.constraints);
    if (error.children) yield* problemsOf(error.children, pointer);
  }
}

function problemAt(pointer: string, error: ValidationError, constraints: Readonly<Record<string, string>>): Problem {
  const { property } = error;
  // The name is the sender's, whatever it looks like: even a pointer.
  if (constraints['whitelistValidation'] !== undefined) return { pointer, message: `${property} is not a field here` };
  return located({ pointer, message: messageOf(error, constraints) });
}

function messageOf({ property, value }: ValidationError, constraints: Readonly<Record<string, string>>): string {
  const says = constraints[PRESENCE];
  if (says !== undefined) return says;
  if (value === undefined) return `${property} is required`;
  return Object.values(constraints)[0] ?? `${property} is not valid`;
}
