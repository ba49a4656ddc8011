import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Stops this run's database cluster, if there was one, and removes its folder. */
export default async function tearDown() {
  const folder = process.env.SIJIL_TEST_CLUSTER;
  const pidFile = join(folder, 'postgresql', 'data', 'postmaster.pid');
  const server = pidIn(pidFile);
  if (server) signal(server, 'SIGINT');
  for (let waits = 0; server && signal(server, 0) && waits < 1000; waits++) await sleep(10);
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

function pidIn(file) {
  try {
    return Number(readFileSync(file, 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
}

function signal(pid, name) {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
