import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from './examples.js';

/** The version of this Sijil. */
export function sijilVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as { version: string };
  return version;
}
