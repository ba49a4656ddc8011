import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { foldedJson } from '../../src/cli/folded-json.js';
import type { ApiExamples } from '../../src/http/open-api/examples.js';
import { ApiContract, type ApiDocument, type Response } from '../support/api-contract.js';
import { hasExample } from '../support/api-examples/questions.js';
import { ExampleRecorder, type Described } from '../support/api-examples/record-examples.js';
import type { TestApp } from '../support/app.js';
import { appWithCases } from '../support/example-cases.js';
import { KURRENTDB } from '../support/log-settings.js';

const RECORDING = process.env['RECORD_EXAMPLES'] !== undefined;
const COMMITTED = fileURLToPath(new URL('../../src/http/open-api/examples.json', import.meta.url));

type Content = Pick<Response, 'content'>;
interface Operation {
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Response>>;
}

// Positions in a KurrentDB are of its own making.
(KURRENTDB ? describe.skip : describe)(`the examples in the API's description${KURRENTDB ? ' (skipped)' : ''}`, () => {
  let app: TestApp;
  let document: ApiDocument;
  let answered: ApiExamples;
  const operations = () =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]) => ({ path, method, ...(one as unknown as Operation) })),
    );
  const jsonIn = ({ content }: Content) => content?.['application/json'] ?? content?.['application/problem+json'];

  beforeAll(async () => {
    let position: string;
    const began = Date.now();
    ({ app, position } = await appWithCases('atmeh-2022', 'snhr-russia'));
    document = (await app.get<ApiDocument>('/api/openapi.json')).body;
    answered = await new ExampleRecorder(app, began).record(document as unknown as Described, position);
    if (RECORDING) writeFileSync(COMMITTED, `${foldedJson(answered)}\n`);
  });
  afterAll(() => app.stop());

  it('are what the service answers; if not, run "npm run openapi" and look at what changed', () => {
    expect(JSON.parse(JSON.stringify(answered))).toEqual(JSON.parse(readFileSync(COMMITTED, 'utf8')));
  });

  // While they are recorded, the description still has those before them.
  const judged = RECORDING ? it.skip : it;

  judged('are there for every body, every answer in JSON, and the refusals of every operation', () => {
    const without = operations().flatMap(({ path, method, requestBody, responses }) => {
      if (!hasExample(path, { responses })) return [];
      const done = Object.entries(responses).filter(([status]) => status.startsWith('2'));
      const refusals = Object.values(responses).flatMap(({ $ref }) =>
        $ref === undefined ? [] : [$ref.split('/').at(-1)!],
      );
      const shown = (content: Content) => jsonIn(content)?.examples !== undefined;
      return [
        ...(requestBody === undefined || shown(requestBody) ? [] : [`${method} ${path}: body`]),
        ...(done.some(([, response]) => shown(response)) ? [] : [`${method} ${path}: answer`]),
        ...(refusals.some((name) => shown(document.components.responses[name]!)) ? [] : [`${method} ${path}: problem`]),
      ];
    });
    expect(without).toEqual([]);
  });

  judged('are of the form that the description tells of', () => {
    const contract = new ApiContract(document);
    const wrong = (steps: readonly string[], content: Content) =>
      Object.entries(content.content ?? {}).flatMap(([type, { examples = {} }]) =>
        Object.values(examples).flatMap(
          ({ value }) =>
            contract.mismatch(steps.join(' '), [...steps, 'content', type, 'schema'], JSON.stringify(value)) ?? [],
        ),
      );
    const breaches = [
      ...operations().flatMap(({ path, method, requestBody, responses }) => [
        ...wrong(['paths', path, method, 'requestBody'], requestBody ?? {}),
        ...Object.entries(responses).flatMap(([status, one]) =>
          wrong(['paths', path, method, 'responses', status], one),
        ),
      ]),
      ...Object.entries(document.components.responses).flatMap(([name, one]) =>
        wrong(['components', 'responses', name], one),
      ),
    ];
    expect(breaches).toEqual([]);
  });
});
