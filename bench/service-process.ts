import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Load, Target } from './load.js';

const MAIN = fileURLToPath(new URL('../src/main.js', import.meta.url));
const LOAD = fileURLToPath(new URL('./load-process.js', import.meta.url));

export interface Child<Ready> {
  readonly ready: Ready;
  readonly pid: number;
  stop(): Promise<void>;
}

/** The real service, by itself; answers where it listens. */
export async function startService(
  settings: Readonly<Record<string, string>>,
  profile: string | undefined,
): Promise<Child<string>> {
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const env = { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', ...settings };
  const service = spawn(process.execPath, [...profiling, MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    return { ready: await addressOf(service), pid: service.pid!, stop: () => ended(service) };
  } catch (error) {
    await ended(service);
    throw error;
  }
}

/** The clients, by themselves; each call is one round. */
export function startClients(): Child<(target: Target) => Promise<Load>> {
  const clients = fork(LOAD, { stdio: 'inherit' });
  const run = async (target: Target): Promise<Load> => {
    clients.send(target);
    const [{ done, failed }] = (await once(clients, 'message')) as [{ done?: Load; failed?: string }];
    if (!done) throw new Error(failed);
    return done;
  };
  return { ready: run, pid: clients.pid!, stop: () => ended(clients) };
}

async function addressOf(service: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: service.stdout! })) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (url === undefined) continue;
    service.stdout!.resume();
    return url;
  }
  throw new Error('The service ended without saying where it answers.');
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}
