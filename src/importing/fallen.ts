import type { DomainError } from '../domain/domain-error.js';
import { ClaimUnknown, Unknown } from '../domain/refusals/unknown.js';
import { streamOf } from '../domain/streams.js';
import type { CompiledCase } from './compile-case-file.js';
import type { Row } from './row.js';

/** What the refused rows of an import would have recorded, so that a row that falls with one of them is told so. */
export class Fallen {
  private readonly places = new Map<string, string>();

  constructor(cases: readonly CompiledCase[]) {
    for (const { file, refused } of cases) for (const [stream, line] of refused) this.remember(stream, file, line);
  }

  add(file: string, row: Row): void {
    const stream = openedBy(row);
    if (stream !== undefined) this.remember(stream, file, row.line);
  }

  /** A sentence to put behind a refusal; empty where it has nothing to do with another row. */
  why(error: DomainError): string {
    const place = error instanceof Unknown || error instanceof ClaimUnknown ? this.places.get(error.stream) : undefined;
    return place === undefined ? '' : ` This import would have recorded it, but refused it: see ${place}.`;
  }

  private remember(stream: string, file: string, line: number): void {
    if (!this.places.has(stream)) this.places.set(stream, `line ${line} of ${file}`);
  }
}

/** The stream of what a row would have opened. */
function openedBy({ command, body }: Row): string | undefined {
  switch (command) {
    case 'RegisterActor':
      return streamOf('actor', body.actorId);
    case 'RegisterSource':
      return streamOf('source', body.sourceId);
    case 'OpenIncident':
      return streamOf('incident', body.incidentId);
    case 'DefineSeries':
      return streamOf('series', body.seriesId);
    case 'RecordOperation':
      return streamOf('operation', body.operationId);
    case 'RecordStatement':
      return streamOf('statement', body.statementId);
    case 'RecordReport':
      return streamOf('report', body.reportId);
    default:
      return undefined;
  }
}
