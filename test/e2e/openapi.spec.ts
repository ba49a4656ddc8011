import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { TestApp } from '../support/app.js';
import { bodyOf } from '../support/bodies.js';
import { aStatement } from '../support/builders.js';

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly schema: { readonly $ref: string } } };
  };
}

interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, AnySchema> };
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

  it('refers to nothing that it does not hold', () => {
    const refs = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name!);
    expect(refs.length).toBeGreaterThan(100);
    expect([...new Set(refs)].filter((name) => !(name in document.components.schemas))).toEqual([]);
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
