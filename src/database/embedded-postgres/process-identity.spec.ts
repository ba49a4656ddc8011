import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { identify, isAlive, ourselves } from './process-identity.js';

describe('The identity of a process', () => {
  it('is alive while the process runs, and not after', async () => {
    const child = spawn('sleep', ['60']);
    const identity = identify(child.pid!)!;
    expect(isAlive(identity)).toBe(true);

    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isAlive(identity)).toBe(false);
    expect(identify(child.pid!)).toBeNull();
  });

  const procOnly = ourselves().startedAt === null ? it.skip : it;

  procOnly('is not that of a later process with the same pid', () => {
    const { pid, startedAt } = ourselves();
    expect(isAlive({ pid, startedAt: startedAt! - 1 })).toBe(false);
  });

  procOnly('is dead when the process was killed and its parent has not noticed', async () => {
    // The shell becomes a sleep that knows nothing of the child it inherits.
    const parent = spawn('/bin/sh', ['-c', 'sleep 0 & echo $!; exec sleep 60']);
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    await new Promise((resolve) => setTimeout(resolve, 200));
    const unreaped = identify(Number(String(line)));
    parent.kill('SIGKILL');
    await once(parent, 'exit');

    expect(unreaped).toBeNull();
  });

  it('does not exist for what is no pid', () => {
    expect([0, -1, Number.NaN, 1.5].map(identify)).toEqual([null, null, null, null]);
  });
});
