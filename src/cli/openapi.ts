import { describeApi } from '../http/open-api/preview.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { sayJson, type Terminal } from './terminal.js';

/** `sijil openapi`: the description of the HTTP API, as the service serves it. */
export async function writeOpenApi(terminal: Terminal): Promise<ExitCode> {
  sayJson(terminal, await describeApi());
  return EXIT.ok;
}
