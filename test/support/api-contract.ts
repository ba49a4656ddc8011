import { Ajv2020, type AnySchema, type ValidateFunction } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';
import { badHeaders, type DescribedHeaders } from './api-headers.js';

/** What came back, as far as the description of the API speaks of it. */
export interface Answered {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface Response {
  readonly $ref?: string;
  readonly headers?: DescribedHeaders;
  readonly content?: Readonly<Record<string, { readonly examples?: Readonly<Record<string, { value: unknown }>> }>>;
}

export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Record<string, Response> }>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, AnySchema>>;
    readonly headers: DescribedHeaders;
    readonly responses: Readonly<Record<string, Response>>;
  };
}

const addFormats = formats.default.default;
/** Answers that have no body. */
const BARE: ReadonlySet<number> = new Set([204, 304, 307]);

/** Holds answers against the description of the API: nothing may come back that it does not tell of. */
export class ApiContract {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: false });
  private readonly compiled = new Map<string, ValidateFunction>();
  private readonly templates: readonly { readonly path: string; readonly pattern: RegExp }[];

  constructor(private readonly document: ApiDocument) {
    addFormats(this.ajv);
    this.ajv.addSchema(document as unknown as AnySchema, 'api');
    this.templates = Object.keys(document.paths)
      .sort((a, b) => a.split('{').length - b.split('{').length)
      .map((path) => ({ path, pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`) }));
  }

  /** What is wrong with an answer; null when it is as described. */
  breach(answer: Answered): string | null {
    const { method, path, status, headers, text } = answer;
    const mediaType = headers['content-type']?.split(';')[0] ?? '';
    const template = this.templates.find(({ pattern }) => pattern.test(path.split('?', 1)[0]!))?.path;
    const operation = template && this.document.paths[template]?.[method.toLowerCase()];
    const where = `${method} ${template ?? path} → ${status}`;
    if (status >= 400) {
      const wrong = this.badProblem(where, mediaType, status, text) ?? documented(where, operation, status);
      return wrong ?? this.badHeaders(where, operation && operation.responses[status], answer);
    }
    if (!operation) return method === 'OPTIONS' ? null : `${where}: there is no such operation`;
    const missing = documented(where, operation, status) ?? this.badHeaders(where, operation.responses[status], answer);
    if (missing) return missing;
    if (BARE.has(status)) return text === '' ? null : `${where}: has a body`;
    const content = operation.responses[status]!.content ?? {};
    if (!(mediaType in content)) return `${where}: ${mediaType} is not described`;
    if (!mediaType.includes('json')) return null;
    const pointer = [
      'paths',
      template!,
      method.toLowerCase(),
      'responses',
      String(status),
      'content',
      mediaType,
      'schema',
    ];
    return this.mismatch(where, pointer, text);
  }

  /** A refusal where there is no operation is held to what is told of its status. */
  private badHeaders(
    where: string,
    described: Response | undefined | '',
    { status, headers }: Answered,
  ): string | null {
    const { responses, headers: shared } = this.document.components;
    const named = described ? described.$ref?.split('/').at(-1) : `Refused${status}`;
    const told = named === undefined ? described : responses[named];
    if (!told) return `${where}: nothing is told of this refusal`;
    const wrong = badHeaders(this.ajv, shared, told.headers ?? {}, headers);
    return wrong && `${where}: ${wrong}`;
  }

  private badProblem(where: string, mediaType: string, status: number, text: string): string | null {
    if (mediaType !== 'application/problem+json') return `${where}: ${mediaType} is no problem`;
    const breach = this.mismatch(where, ['components', 'schemas', 'Problem'], text);
    if (breach) return breach;
    const problem = JSON.parse(text) as { status: number; type: string; code: string };
    if (problem.status !== status) return `${where}: the problem says ${problem.status}`;
    return problem.type === `/problems/${problem.code}` ? null : `${where}: ${problem.type} is not of ${problem.code}`;
  }

  /** What is wrong with JSON text of a form that these steps lead to in the document; null when it is of that form. */
  mismatch(where: string, steps: readonly string[], text: string): string | null {
    const pointer = steps
      .map((step) => `/${encodeURIComponent(step.replace(/~/g, '~0').replace(/\//g, '~1'))}`)
      .join('');
    const validate = this.compiled.get(pointer) ?? this.ajv.compile({ $ref: `api#${pointer}` });
    this.compiled.set(pointer, validate);
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      return `${where}: is no JSON`;
    }
    if (validate(body)) return null;
    return `${where}: ${this.ajv.errorsText(validate.errors)} in ${text.slice(0, 600)}`;
  }
}

function documented(
  where: string,
  operation: { readonly responses: Record<string, Response> } | undefined | '',
  status: number,
): string | null {
  return operation && !(status in operation.responses) ? `${where}: this status is not described` : null;
}
