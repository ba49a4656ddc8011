import { describeApi } from '../http/open-api/preview.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { foldedJson } from './folded-json.js';
import { say, type Terminal } from './terminal.js';

/** `sijil openapi`: the description of the HTTP API, as the service serves it. */
export async function writeOpenApi(terminal: Terminal): Promise<ExitCode> {
  say(terminal, foldedJson(await describeApi()));
  return EXIT.ok;
}
