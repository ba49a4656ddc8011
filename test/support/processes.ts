import { execFileSync } from 'node:child_process';

/** The processes whose command line names this: what a service started in a folder, and what is left of it. */
export function processesNaming(text: string): readonly string[] {
  const all = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,stat=,args='], { encoding: 'utf8' }).split('\n');
  return all.filter((line) => line.includes(text) && !/^\s*\d+\s+Z/.test(line));
}
