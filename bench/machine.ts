import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os';
import type pg from 'pg';

/** What the figures depend on beside the code. */
export interface Machine {
  readonly cores: number;
  readonly cpu: string;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly postgres: string;
  /** The settings that make an append durable. */
  readonly durability: string;
  readonly load: number;
}

export async function machineFacts(pool: pg.Pool): Promise<Machine> {
  const { rows } = await pool.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings
      where name in ('server_version', 'fsync', 'full_page_writes', 'synchronous_commit', 'shared_buffers')`,
  );
  const setting = (name: string) => rows.find((row) => row.name === name)?.setting ?? 'unknown';
  return {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${arch()}`,
    node: process.version,
    postgres: setting('server_version'),
    durability: ['fsync', 'full_page_writes', 'synchronous_commit'].map((name) => `${name}=${setting(name)}`).join(' '),
    load: currentLoad(),
  };
}

export const currentLoad = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100;
