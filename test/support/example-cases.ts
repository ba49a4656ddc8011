import { CommandBus } from '@nestjs/cqrs';
import { readFileSync } from 'node:fs';
import { compileCaseFile } from '../../src/importing/compile-case-file.js';
import { Importer } from '../../src/importing/importer.js';
import { TestApp } from './app.js';

/** The register with an example case in it, answering over HTTP; `position` is where its record ends. */
export async function appWithCase(name: string): Promise<{ app: TestApp; position: string }> {
  const app = await TestApp.start();
  const file = new URL(`../../examples/${name}/case.yaml`, import.meta.url);
  const compiled = compileCaseFile(readFileSync(file, 'utf8'), name);
  const importer = new Importer(app.service.app.get(CommandBus));
  const { problems, position } = await importer.import([compiled], { by: { id: 'investigator', role: 'recorder' } });
  if (problems.length > 0 || !position)
    throw new Error(`The case ${name} was not taken whole: ${JSON.stringify(problems)}`);
  return { app, position };
}
