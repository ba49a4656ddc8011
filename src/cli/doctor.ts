import { readConfig } from '../config.js';
import { examine, type Examination } from './doctor/examine.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { say, sayJson, type Terminal } from './terminal.js';

/** `sijil doctor`: what there is, how it is, and what to do. Ends with 1 where there is something to do, 3 where nobody answers. */
export async function doctor({ json }: { readonly json?: boolean }, terminal: Terminal): Promise<ExitCode> {
  const examination = await examine(readConfig());
  if (json) sayJson(terminal, examination);
  else for (const line of linesOf(examination)) say(terminal, line);
  if (!examination.reachable) return EXIT.failed;
  return examination.well ? EXIT.ok : EXIT.refused;
}

function linesOf({ well, findings }: Examination): readonly string[] {
  const lines = findings.flatMap((one) => [
    `${one.well ? 'well ' : 'TO DO'}  ${one.about.padEnd(11)}  ${sentence(one.says)}`,
    ...(one.toDo === null ? [] : [`${' '.repeat(20)}${one.toDo}`]),
  ]);
  return [...lines, well ? 'All is well.' : 'Not all is well.'];
}

const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);
