import { readFileSync } from 'node:fs';

/** Linux tells everybody in hundredths of a second, whatever its own tick is. */
const TICKS_A_SECOND = 100;

/** The processor time a process has used, in seconds; null where the system does not tell it this way. */
export function cpuSecondsOf(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  } catch {
    return null;
  }
}
