import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandHandlers } from './index.js';

describe('the list of commands', () => {
  it('has one handler for each folder that has a decision', () => {
    const folders = readdirSync(dirname(fileURLToPath(import.meta.url)), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.decision.ts'))
      .map((file) => dirname(file));
    const kebab = (name: string) => name.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase();

    expect(commandHandlers.map(({ name }) => kebab(name.replace(/Handler$/, ''))).sort()).toEqual(folders.sort());
  });
});
