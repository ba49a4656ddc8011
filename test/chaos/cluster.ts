import { readFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createDataSource, migrate } from '../../src/database/index.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/database/embedded-postgres/index.js';

/** How a server can end: told to stop at once (`immediate`), or killed before it can do anything. */
export type Crash = 'immediate' | 'kill';

/** A PostgreSQL of a test's own, as durable as in use, that can be made to crash and starts again. */
export class CrashingCluster {
  private readonly held: EmbeddedPostgres[] = [];

  private constructor(private readonly folder: string) {}

  static async start(): Promise<CrashingCluster> {
    const cluster = new CrashingCluster(await mkdtemp(join(tmpdir(), 'sijil-crash-')));
    try {
      await cluster.begin();
      const dataSource = await createDataSource(cluster.url).initialize();
      await migrate(dataSource).finally(() => dataSource.destroy());
      return cluster;
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  /** The same before and after a crash. */
  get url(): string {
    return this.held.at(-1)!.url;
  }

  get data(): string {
    return this.held.at(-1)!.data;
  }

  async crash(how: Crash): Promise<void> {
    const pid = Number((await readFile(join(this.data, 'postmaster.pid'), 'utf8')).split('\n')[0]);
    process.kill(pid, how === 'kill' ? 'SIGKILL' : 'SIGQUIT');
    while (isThere(pid)) await pause(5);
  }

  /** Starts the server again, which first brings its data in order. */
  async begin(): Promise<void> {
    const settings = { max_connections: '200', max_wal_size: '2GB' };
    this.held.push(await startEmbeddedPostgres({ folder: this.folder, settings }));
  }

  async stop(): Promise<void> {
    for (const held of this.held.toReversed()) await held.stop().catch(() => undefined);
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
