import { join, relative } from 'node:path';
import { CommandBus } from '@nestjs/cqrs';
import { FIRST_KEY_FILE } from '../access/first-key.js';
import { readConfig } from '../config.js';
import { Importer } from '../importing/importer.js';
import { serve } from '../serve.js';
import type { Service } from '../service.js';
import { importLines } from './import-output.js';
import { shownProgress } from './progress.js';
import { exampleFiles } from './examples.js';
import { readCaseFiles } from './read-case-files.js';
import { say, tell, type Terminal } from './terminal.js';

/** `sijil demo`: the service with the example cases in it, open to readers, until it is stopped. */
export async function demo(terminal: Terminal): Promise<Service> {
  const config = { ...readConfig(), publicRead: true, logLevel: 'warn' as const };
  tell(terminal, 'Starting …');
  const service = await serve(config);
  try {
    const progress = shownProgress(terminal);
    const cases = await readCaseFiles(exampleFiles());
    const report = await new Importer(service.app.get(CommandBus))
      .import(cases, { by: { id: 'demo', role: 'recorder' }, onProgress: progress.show, allOrNothing: true })
      .finally(progress.done);
    for (const line of importLines(report)) say(terminal, line);
    const key = config.databaseUrl === undefined ? relative('', join(config.dataFolder, FIRST_KEY_FILE)) : null;
    say(terminal, welcome(service.url, key, report.position));
    return service;
  } catch (error) {
    await service.close();
    throw error;
  }
}

interface Request {
  readonly asks: string;
  readonly path: string;
}

/** Requests worth trying first; each answers without a key while what is public may be read. */
export function requestsToTry(position: string | null): readonly Request[] {
  const atmeh = '/api/incidents/atmeh-2022';
  return [
    {
      asks: 'How many did each side say had died in Atmeh, and how far apart are they?',
      // What was just recorded is in the answer, however fast one asks.
      path: `${atmeh}/casualty-counts${position === null ? '' : `?after=${position}`}`,
    },
    {
      asks: 'The same, as it had been said by the end of 3 February 2022 in Damascus:',
      path: `${atmeh}/casualty-counts?claimedAsOf=2022-02-03&zone=Asia/Damascus`,
    },
    { asks: 'Where do the claims contradict each other?', path: `${atmeh}/findings` },
    { asks: 'Who said what about it, when, and what became of it?', path: `${atmeh}/claims` },
    {
      asks: 'What did SNHR count, report by report, and what changed without a word?',
      path: '/api/series/snhr-russia/counts',
    },
  ];
}

function welcome(url: string, keyFile: string | null, position: string | null): string {
  const key =
    keyFile === null ? 'Make a key with: sijil keys create <name> --role admin' : `The admin key is in ${keyFile}`;
  const requests = requestsToTry(position).map(
    ({ asks, path }, index) => `${index + 1}. ${asks}\n   curl -s '${url}${path}'`,
  );
  return [
    '',
    `Sijil answers at ${url}. What is public can be read without a key.`,
    key,
    '',
    ...requests,
    '',
    `Everything else is at ${url}/api/docs. Ctrl-C stops it; what was recorded stays.`,
  ].join('\n');
}
