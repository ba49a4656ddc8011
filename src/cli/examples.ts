import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The example cases that come with Sijil, from the sources as well as from what was built of them. */
export const exampleFiles = (): readonly string[] =>
  ['atmeh-2022', 'snhr-russia'].map((name) => relative('', join(packageFolder(), 'examples', name, 'case.yaml')));

/** The folder that Sijil was installed in, or is developed in. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('The folder that Sijil was installed in has no package.json.');
    folder = above;
  }
  return folder;
}
