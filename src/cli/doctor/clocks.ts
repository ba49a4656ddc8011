import type { Pool } from 'pg';
import { unwell, well, type Finding } from './finding.js';

const TOLERATED_MS = 2_000;
const LOOKS = 3;

/** How far this machine's clock and the database's are apart: the one stamps events, the other ends keys. */
export async function clocks(pool: Pool, now: () => number = Date.now): Promise<Finding> {
  const looks = [];
  for (let look = 0; look < LOOKS; look += 1) looks.push(await difference(pool, now));
  const { ms, within } = looks.reduce((best, next) => (next.within < best.within ? next : best));
  const facts = { differenceMs: Math.round(ms), withinMs: Math.ceil(within) };
  const apart = Math.abs(ms) - within;
  if (apart <= TOLERATED_MS) return well('clocks', 'This machine and the database agree on the time', facts);
  const says = `The database's clock is ${(Math.abs(ms) / 1000).toFixed(1)} s ${ms > 0 ? 'ahead of' : 'behind'} this machine's`;
  return unwell('clocks', says, 'Let both machines keep their time by NTP.', facts);
}

async function difference(pool: Pool, now: () => number) {
  const asked = now();
  const { rows } = await pool.query<{ ms: number }>(
    'select extract(epoch from clock_timestamp())::float8 * 1000 as ms',
  );
  const answered = now();
  return { ms: rows[0]!.ms - (asked + answered) / 2, within: (answered - asked) / 2 };
}
