import { readFile } from 'node:fs/promises';
import { runCommand } from './run-command.js';

/** Another user to run the server as. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

const NOBODY: RunAs = { uid: 65534, gid: 65534 };

/** PostgreSQL refuses to run as root: then the user named sijil is taken, or nobody. Null: as ourselves. */
export async function runAs(): Promise<RunAs | null> {
  if (process.getuid?.() !== 0) return null;
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return userNamed('sijil', users) ?? NOBODY;
}

/** Whether that user can enter the folder; asked of the system, which knows every rule. */
export async function canEnter(folder: string, as: RunAs): Promise<boolean> {
  const { status } = await runCommand('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], as);
  return status === 0;
}

/** Whether that user can enter the folder and write there. */
export async function canUse(folder: string, as: RunAs): Promise<boolean> {
  const { status } = await runCommand('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder], as);
  return status === 0;
}

function userNamed(name: string, users: string): RunAs | null {
  const fields = users
    .split('\n')
    .map((line) => line.split(':'))
    .find(([user]) => user === name);
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : null;
}
