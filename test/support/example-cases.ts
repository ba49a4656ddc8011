import { CommandBus } from '@nestjs/cqrs';
import { readFileSync } from 'node:fs';
import { compileCaseFile } from '../../src/importing/compile-case-file.js';
import { Importer } from '../../src/importing/importer.js';
import { TestApp } from './app.js';

interface WithCases {
  readonly app: TestApp;
  /** Where the record of the cases ends. */
  readonly position: string;
}

/** The register with an example case in it, answering over HTTP. */
export const appWithCase = (name: string): Promise<WithCases> => appWithCases(name);

/** The register with example cases in it, answering over HTTP. */
export async function appWithCases(...names: readonly string[]): Promise<WithCases> {
  const app = await TestApp.start();
  const cases = names.map((name) => {
    const file = new URL(`../../examples/${name}/case.yaml`, import.meta.url);
    return compileCaseFile(readFileSync(file, 'utf8'), name);
  });
  const importer = new Importer(app.service.app.get(CommandBus));
  const { problems, position } = await importer.import(cases, { by: { id: 'investigator', role: 'recorder' } });
  if (problems.length > 0 || !position)
    throw new Error(`The cases ${names.join()} were not taken whole: ${JSON.stringify(problems)}`);
  return { app, position };
}
