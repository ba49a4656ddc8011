import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiKeys } from '../../src/access/api-keys.js';
import type { Role } from '../../src/access/principal.js';
import { readConfig, type Config } from '../../src/config.js';
import { OpenApi } from '../../src/http/open-api/open-api.js';
import { startService, type Service } from '../../src/service.js';
import { ApiContract, type Answered, type ApiDocument } from './api-contract.js';
import { testDatabase, type TestDatabase } from './database.js';

/** What came back over the wire. */
export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  readonly text: string;
}

export interface Ask {
  /** Whose key to send: `null` sends none. An admin's, unless told otherwise. */
  readonly as?: Role | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A whole application on a database of its own, asked over real sockets. */
export class TestApp {
  private contract: ApiContract | undefined;
  private readonly keys = new Map<Role, Promise<string>>();

  private constructor(
    readonly database: TestDatabase,
    private readonly config: Config,
    private running: Service,
    private readonly holder: (role: Role) => string,
  ) {}

  /** With keys that are held by those whom `holder` names. */
  static async start(
    settings: Partial<Config> = {},
    holder = (role: Role): string => `${role}-of-tests`,
  ): Promise<TestApp> {
    const database = await testDatabase();
    const dataFolder = await mkdtemp(join(tmpdir(), 'sijil-app-'));
    const config: Config = {
      ...readConfig(database.settings),
      rates: { perKey: 0, perAddress: 0 },
      host: '127.0.0.1',
      port: 0,
      dataFolder,
      publicRead: false,
      logLevel: 'fatal',
      ...settings,
    };
    try {
      return new TestApp(database, config, await startService(config), holder);
    } catch (error) {
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
      throw error;
    }
  }

  get service(): Service {
    return this.running;
  }

  get url(): string {
    return this.running.url;
  }

  /** A second instance of the service on the same database, as behind a balancer. The test closes it. */
  another(): Promise<Service> {
    return startService(this.config);
  }

  async restart(): Promise<void> {
    await this.running.close();
    this.running = await startService(this.config);
  }

  async stop(): Promise<void> {
    await this.running.close();
    await this.database.drop();
    await rm(this.config.dataFolder, { recursive: true, force: true });
  }

  /** A key for a role, made once. */
  key(role: Role): Promise<string> {
    const key = this.keys.get(role) ?? this.newKey(role);
    this.keys.set(role, key);
    return key;
  }

  get<Body = Record<string, unknown>>(path: string, ask: Ask = {}): Promise<Answer<Body>> {
    return this.ask('GET', path, undefined, ask);
  }

  post<Body = Record<string, unknown>>(path: string, body: unknown, ask: Ask = {}): Promise<Answer<Body>> {
    return this.ask('POST', path, JSON.stringify(body), {
      ...ask,
      headers: { 'content-type': 'application/json', ...ask.headers },
    });
  }

  /** Sends a body just as it is. */
  async ask<Body>(
    method: string,
    path: string,
    body: string | Uint8Array | undefined,
    { as = 'admin', headers = {} }: Ask,
  ): Promise<Answer<Body>> {
    const response = await fetch(new URL(path, this.url), {
      method,
      headers: { ...(as && { authorization: `Bearer ${await this.key(as)}` }), ...headers },
      redirect: 'manual',
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    this.mustBeAsDescribed({
      method,
      path,
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text,
    });
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, text, body: (json ? JSON.parse(text) : {}) as Body };
  }

  /** Every answer that a test gets is held against the description of the API. */
  mustBeAsDescribed(answered: Answered): void {
    this.contract ??= new ApiContract(this.running.app.get(OpenApi).document as unknown as ApiDocument);
    const breach = this.contract.breach(answered);
    if (breach) throw new Error(`An answer is not as openapi.json describes it. ${breach}`);
  }

  private async newKey(role: Role): Promise<string> {
    const { token } = await new ApiKeys(this.database.pool).create({ principal: this.holder(role), role });
    return token;
  }
}
