import recorded from './examples.json' with { type: 'json' };

/** Something that was said, and in which request. */
export interface Example {
  readonly summary: string;
  readonly value: unknown;
}

export interface OperationExample {
  readonly status: number;
  readonly answer: Example;
  readonly body?: Example;
}

/** Answers of the service to questions about the example cases; a test holds them to be what it answers today. */
export interface ApiExamples {
  /** By method and path, as in `GET /api/incidents/{id}`. */
  readonly operations: Readonly<Record<string, OperationExample>>;
  /** By status and code. */
  readonly problems: Readonly<Record<number, Readonly<Record<string, Example>>>>;
}

export const apiExamples = recorded as unknown as ApiExamples;

interface Content {
  readonly content?: Readonly<Record<string, object>>;
}

interface Operation {
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

/** An operation with its example in it, where there is one. */
export function withExamples<O extends object>(name: string, operation: O): O {
  const found = apiExamples.operations[name];
  if (!found) return operation;
  const { requestBody, responses } = operation as unknown as Operation;
  const { status, answer, body } = found;
  return {
    ...operation,
    ...(requestBody && body && { requestBody: showing(requestBody, body) }),
    responses: { ...responses, [status]: showing(responses[status] ?? {}, answer) },
  };
}

function showing(part: Content, example: Example): Content {
  const content = Object.entries(part.content ?? {}).map(([type, one]) => [type, { ...one, examples: { example } }]);
  return { ...part, content: Object.fromEntries(content) as Readonly<Record<string, object>> };
}
