import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { describeApi } from '../../src/http/open-api/preview.js';
import { ApiContract, type Answered, type ApiDocument } from '../support/api-contract.js';
import { TestApp } from '../support/app.js';
import { bodyOf } from '../support/bodies.js';
import { aStatement } from '../support/builders.js';
import { structuralProblems } from '../support/open-api-structure.js';

interface Operation {
  parameters?: readonly object[];
  readonly responses: Record<string, { description?: string }>;
  readonly operationId: string;
  readonly summary?: string;
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly schema: { readonly $ref: string } } };
  };
}

interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: Readonly<Record<'schemas' | 'responses' | 'headers', Record<string, AnySchema>>>;
}

let app: TestApp;
let document: Document;

beforeAll(async () => {
  app = await TestApp.start();
  document = (await app.get<Document>('/api/openapi.json', { as: null })).body;
});
afterAll(() => app.stop());

const operations = () => Object.values(document.paths).flatMap((path) => Object.values(path));

describe('the description of the API', () => {
  it('is OpenAPI 3.1, and each operation has a name of its own and says what it does', () => {
    expect(document.openapi).toBe('3.1.0');
    const names = operations().map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(operations().filter(({ summary }) => !summary)).toEqual([]);
  });

  it('is well-formed', () => {
    expect(structuralProblems(document)).toEqual([]);
  });

  it.each([
    [
      'a path parameter that is not told',
      (one: Document) => delete one.paths['/api/incidents/{id}']!['get']!.parameters,
    ],
    [
      'an answer without a description',
      (one: Document) => delete one.paths['/api/health']!['get']!.responses['200']!.description,
    ],
    ['a schema that is none', (one: Document) => Object.assign(one.components.schemas, { Wrong: { type: 'thing' } })],
  ])('is not well-formed any more with %s', (_, spoil) => {
    const spoilt = structuredClone(document);
    spoil(spoilt);
    expect(structuralProblems(spoilt).length).toBeGreaterThan(0);
  });

  it('is what is committed as openapi.json; if not, run "npm run openapi" and look at what changed', () => {
    const committed = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as unknown;
    expect(JSON.parse(JSON.stringify(document))).toEqual(committed);
  });

  it('is the same without a service', async () => {
    expect(JSON.parse(JSON.stringify(await describeApi()))).toEqual(document);
  });

  it('refers to nothing that it does not hold', () => {
    const refs = [...JSON.stringify(document).matchAll(/"#\/components\/(schemas|responses|headers)\/([^"]+)"/g)];
    expect(refs.length).toBeGreaterThan(100);
    const missing = refs.filter(([, kind, name]) => !Object.hasOwn(document.components[kind as 'schemas'], name ?? ''));
    expect(missing.map(([all]) => all)).toEqual([]);
  });

  it('tells the form of every body, from the definition of its event', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'api', components: document.components });
    for (const { requestBody, operationId } of operations().filter((one) => one.requestBody)) {
      const ref = requestBody!.content['application/json'].schema.$ref;
      expect([operationId, typeof ajv.compile({ $ref: `api${ref}` })]).toEqual([operationId, 'function']);
    }
    const body = ajv.compile({ $ref: 'api#/components/schemas/StatementIssuedBody' });
    expect(body(bodyOf(aStatement()))).toBe(true);
    expect(body({ ...bodyOf(aStatement()), mood: 'angry' })).toBe(false);
  });

  it('is listed for people, without anything that runs', async () => {
    const page = await app.get('/api/docs', { as: null });
    expect(page.headers.get('content-type')).toContain('text/html');
    for (const path of Object.keys(document.paths)) expect(page.text).toContain(`POST ${path}`.slice(5));
    expect(page.text).not.toContain('<script');
  });
});

describe('an answer', () => {
  const health: Answered = {
    method: 'GET',
    path: '/api/health',
    status: 200,
    headers: { 'content-type': 'application/json' },
    text: '{"status":"alive"}',
  };
  const contract = () => new ApiContract(document as unknown as ApiDocument);
  const problem = {
    type: '/problems/key-missing',
    title: 'x',
    explanation: 'x',
    status: 401,
    detail: 'x',
    code: 'key-missing',
    traceId: 'x',
  };
  const refused = {
    ...health,
    path: '/api/incidents',
    status: 401,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': 'en',
      vary: 'accept-language',
      'www-authenticate': 'Bearer realm="sijil"',
    },
    text: JSON.stringify(problem),
  };
  const list: Answered = {
    ...health,
    path: '/api/actors',
    headers: {
      'content-type': 'application/json',
      etag: `W/"${'a'.repeat(22)}"`,
      'sijil-position': '1',
      'cache-control': 'private, no-cache',
      vary: 'authorization',
    },
    text: JSON.stringify({
      position: '1',
      asOf: { claimed: null, recorded: '1' },
      items: [],
      next: null,
      withheld: 0,
      actors: {},
    }),
  };
  const withHeaders = (one: Answered, headers: Record<string, string>) => ({
    ...one,
    headers: { ...one.headers, ...headers },
  });
  const withoutHeader = (one: Answered, name: string) => ({
    ...one,
    headers: Object.fromEntries(Object.entries(one.headers).filter(([own]) => own !== name)),
  });

  it('that is as described is let pass', () => {
    expect(contract().breach(health)).toBeNull();
    expect(contract().breach(refused)).toBeNull();
    expect(contract().breach(list)).toBeNull();
    expect(contract().breach(withHeaders(list, { 'ratelimit-remaining': '3', date: 'today' }))).toBeNull();
  });

  it.each([
    ['has another body', { ...health, text: '{"status":"dead"}' }],
    ['has a status nobody told of', { ...health, status: 202 }],
    ['is of another kind', withHeaders(health, { 'content-type': 'text/plain' })],
    ['has a header nobody told of', withHeaders(health, { 'sijil-mood': 'good' })],
    ['has a header that is told of elsewhere', withHeaders(health, { 'ratelimit-limit': '3' })],
    ['lacks a header', withoutHeader(list, 'etag')],
    ['has a header of another form', withHeaders(list, { etag: '"3"' })],
    ['has a header that should be a number', withHeaders(list, { 'ratelimit-remaining': 'few' })],
    ['is a refusal that lacks a header', withoutHeader(refused, 'www-authenticate')],
    ['comes from nowhere', { ...health, path: '/api/elsewhere' }],
    ['is a refusal without a problem', { ...refused, text: '{}' }],
    ['is a problem of another status', { ...refused, text: JSON.stringify({ ...problem, status: 403 }) }],
    [
      'is a problem nobody knows',
      { ...refused, text: JSON.stringify({ ...problem, code: 'odd', type: '/problems/odd' }) },
    ],
    ['is cut short', { ...health, text: '{"status":' }],
  ])('that %s is found out', (_, answer) => {
    expect(contract().breach(answer)).not.toBeNull();
  });
});
