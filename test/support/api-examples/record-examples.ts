import type { ApiExamples, Example, OperationExample } from '../../../src/http/open-api/examples.js';
import type { Appended } from '../../../src/commands/decision-log.js';
import type { Answer, TestApp } from '../app.js';
import { eventually } from '../eventually.js';
import { plain } from '../story/making.js';
import type { Step } from '../story/step.js';
import { story } from '../story/story.js';
import { Told } from '../story/told.js';
import { askerOf, hasExample, questionTo, type Answering } from './questions.js';
import { refused } from './refusals.js';
import { steady } from './steady.js';

export interface Described {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, Answering & { readonly parameters?: readonly { readonly name: string }[] }>>>
  >;
}

/** Every trace in the examples. */
const TRACE = { traceparent: `00-${'0af7651916cd43dd8448eb211c80319c'}-b7ad6b7169203331-01` };

/** Asks an application everything that there is to ask, tells it a story, and keeps what was answered. */
export class ExampleRecorder {
  private readonly operations: Record<string, OperationExample> = {};
  private readonly problems: Record<number, Record<string, Example>> = {};

  constructor(
    private readonly app: TestApp,
    /** When the run began: nothing that the examples tell of happened later. */
    private readonly began: number,
  ) {}

  /** The questions are asked first, once all up to a position can be read: what is told afterwards is in no answer. */
  async record({ paths }: Described, position: string): Promise<ApiExamples> {
    await this.canBeRead(position);
    for (const [path, { get }] of Object.entries(paths)) {
      if (get && hasExample(path, get)) await this.ask(path, get.parameters?.map(({ name }) => name) ?? []);
    }
    const known = new Told(this.app);
    for (const [n, step] of story('example', plain).entries()) await this.tell(step, `example-${n}`, known);
    await this.canBeRead(known.position);
    await this.makeKeys();
    for (const { method, path, body, ...ask } of refused) {
      const answer = await this.app.ask<{ code: string }>(method, path, body, {
        ...ask,
        headers: { ...TRACE, ...ask.headers },
      });
      (this.problems[answer.status] ??= {})[answer.body.code] ??= this.example(`${method} ${path}`, answer.body);
    }
    return { operations: this.operations, problems: this.problems };
  }

  private canBeRead(position: string): Promise<void> {
    return eventually(async () => {
      const { status } = await this.app.get(`/api/incidents/atmeh-2022/history?limit=1&after=${position}`);
      if (status !== 200) throw new Error(`What was recorded can still not be read: ${status}`);
    });
  }

  private async ask(path: string, takes: readonly string[]): Promise<void> {
    const question = questionTo(path, takes);
    this.keep(`GET ${path}`, `GET ${question}`, await this.app.get(question, { as: askerOf(path) }));
  }

  private async tell(step: Step, key: string, known: Told): Promise<void> {
    const body = await step.body(known);
    const ifMatch = step.needsIfMatch && { 'if-match': `"${known.revision(step.stream)}"` };
    const answer = await this.app.post<Appended & Record<string, unknown>>(step.address, body, {
      headers: { ...TRACE, 'idempotency-key': key, ...ifMatch },
    });
    this.keep(`POST ${step.route}`, `POST ${step.address}`, answer, body);
    known.add(answer.body);
  }

  private async makeKeys(): Promise<void> {
    const posted = async (path: string, address: string, body: object) => {
      const answer = await this.app.post<{ id: string } & Record<string, unknown>>(address, body);
      this.keep(`POST ${path}`, `POST ${path}`, answer, body);
      return answer.body.id;
    };
    const id = await posted('/api/keys', '/api/keys', { principal: 'example-service', role: 'subscriber' });
    const next = await posted('/api/keys/{key}/rotate', `/api/keys/${id}/rotate`, { overlapSeconds: 3600 });
    await posted('/api/keys/{key}/revoke', `/api/keys/${next}/revoke`, {});
  }

  /** The first answer of an operation is its example. */
  private keep(operation: string, summary: string, { status, body: answered }: Answer, body?: object): void {
    if (status >= 300) throw new Error(`${summary} was answered ${status}: ${JSON.stringify(answered)}`);
    this.operations[operation] ??= {
      status,
      answer: this.example(summary, answered),
      ...(body !== undefined && { body: this.example(summary, body) }),
    };
  }

  private readonly example = (summary: string, value: unknown): Example => ({
    summary,
    value: steady(value, this.began),
  });
}
