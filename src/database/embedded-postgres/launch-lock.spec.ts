import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeLaunchLock } from './launch-lock.js';
import { ourselves } from './process-identity.js';

describe('The launch lock', () => {
  let folder: string;
  let lock: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sijil-lock-'));
    lock = join(folder, 'postgresql.lock');
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('is held by one at a time, and free again after its release', async () => {
    const first = await takeLaunchLock(lock);
    expect(first).not.toBeNull();
    expect(await takeLaunchLock(lock)).toBeNull();

    await first?.release();
    expect(await takeLaunchLock(lock)).not.toBeNull();
  });

  it('is taken over from a process that died', async () => {
    await writeFile(lock, JSON.stringify({ pid: deadPid(), startedAt: null }));
    expect(await takeLaunchLock(lock)).not.toBeNull();
  });

  const procOnly = ourselves().startedAt === null ? it.skip : it;

  procOnly('is taken over when the dead holder’s pid went to another process', async () => {
    const { pid, startedAt } = ourselves();
    await writeFile(lock, JSON.stringify({ pid, startedAt: startedAt! - 1 }));
    expect(await takeLaunchLock(lock)).not.toBeNull();
  });

  it('is not taken over from a live process', async () => {
    await writeFile(lock, JSON.stringify(ourselves()));
    expect(await takeLaunchLock(lock)).toBeNull();
  });

  it('is taken over when a power failure cut it short', async () => {
    await writeFile(lock, '');
    expect(await takeLaunchLock(lock)).not.toBeNull();
  });

  it('goes to exactly one of many who find the same dead lock', async () => {
    await writeFile(lock, JSON.stringify({ pid: deadPid(), startedAt: null }));
    const taken = await Promise.all(Array.from({ length: 20 }, () => takeLaunchLock(lock)));

    expect(taken.filter((one) => one !== null)).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['postgresql.lock']);
  });
});

function deadPid(): number {
  return spawnSync('/bin/sh', ['-c', 'exit']).pid;
}
