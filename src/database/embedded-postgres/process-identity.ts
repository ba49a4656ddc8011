import { readFileSync } from 'node:fs';

/** A process, told apart from a later one that was given the same pid. */
export interface ProcessIdentity {
  readonly pid: number;
  /** In clock ticks since the machine started; null where the system has no /proc to tell. */
  readonly startedAt: number | null;
}

/** Null when there is no such process, or only its unreaped remains. */
export function identify(pid: number): ProcessIdentity | null {
  if (!Number.isSafeInteger(pid) || pid <= 0 || !answersSignals(pid)) return null;
  const stat = procStat(pid);
  if (stat?.state === 'Z' || stat?.state === 'X') return null;
  return { pid, startedAt: stat?.startedAt ?? null };
}

export function isAlive({ pid, startedAt }: ProcessIdentity): boolean {
  const now = identify(pid);
  return now !== null && (startedAt === null || now.startedAt === null || now.startedAt === startedAt);
}

export function ourselves(): ProcessIdentity {
  return identify(process.pid) ?? { pid: process.pid, startedAt: null };
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function procStat(pid: number): { state: string; startedAt: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets, and may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', startedAt: Number(fields[19]) };
  } catch {
    return null;
  }
}
