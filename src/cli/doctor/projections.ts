import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { EventStore, Position } from '../../event-store/event-store.js';
import { projections as all } from '../../projections/index.js';
import { foreignPosition } from '../../projector/same-log.js';
import { placeOf, type Stop } from '../../projector/stop.js';
import { unwell, well, type Finding } from './finding.js';

const LOOK_AGAIN_MS = 250;

interface Checkpoint {
  readonly projection: string;
  readonly checkpoint: Position | null;
  readonly movedAt: Date | null;
  readonly state: 'up to date' | 'catching up' | 'behind' | 'stopped';
  /** Why it stopped, as the process that carried it on noted it. */
  readonly stop: Stop | null;
}

/** Whether what is read has come as far as what was recorded. What moves while we look is on its way. */
export async function projections(log: EventStore, pool: Pool, patienceMs = 3_000): Promise<Finding> {
  const head = await log.head();
  const before = await positionsIn(pool);
  const foreign = await foreignPosition(log, pool, all);
  if (foreign !== null) return ofAnotherLog(foreign, head);
  const end = performance.now() + patienceMs;
  let now = compared(before, before, head);
  while (now.some(({ state }) => state === 'behind') && performance.now() < end) {
    await sleep(LOOK_AGAIN_MS);
    now = compared(await positionsIn(pool), before, head);
  }
  const facts = { head, projections: now };
  const says = now.map(said).join('; ');
  const states = new Set(now.map(({ state }) => state));
  if (states.has('stopped')) {
    const way =
      'Start a Sijil that can read that event, the newest release first; once it gets past, it goes on by itself.';
    return unwell('projections', says, way, facts);
  }
  if (!states.has('behind')) return well('projections', says, facts);
  const way = 'Start the service ("sijil serve"). If it runs, it says in its log why it cannot go on.';
  return unwell('projections', says, way, facts);
}

function ofAnotherLog(foreign: Position, head: Position | null): Finding {
  const says = `They are of another log: at ${foreign} this one has no such event`;
  const way =
    'Set KURRENTDB_URL and KURRENTDB_PREFIX (or leave them out) as they were when this database was filled, or use an empty database.';
  return unwell('projections', says, way, { head, foreign });
}

function said({ projection, state, checkpoint, stop }: Checkpoint): string {
  if (stop !== null) return `${projection} stopped ${placeOf(stop)}: ${stop.error}`;
  return `${projection} ${state}, at ${checkpoint ?? 'the beginning'}`;
}

interface Standing {
  readonly position: Position | null;
  readonly moved: Date;
  readonly stopped: Stop | null;
}

type Positions = ReadonlyMap<string, Standing>;

function compared(now: Positions, before: Positions, head: Position | null): readonly Checkpoint[] {
  return all.map(({ name }) => {
    const { position: checkpoint = null, moved: movedAt = null, stopped: stop = null } = now.get(name) ?? {};
    const there = head === null || (checkpoint !== null && checkpoint >= head);
    const moved = checkpoint !== (before.get(name)?.position ?? null);
    const state = stop ? 'stopped' : there ? 'up to date' : moved ? 'catching up' : 'behind';
    return { projection: name, checkpoint, movedAt, state, stop };
  });
}

async function positionsIn(pool: Pool): Promise<Positions> {
  const { rows } = await pool.query<Standing & { readonly projection: string }>(
    'select projection, position, moved_at as moved, stopped from projector.checkpoints',
  );
  return new Map(rows.map(({ projection, ...standing }) => [projection, standing]));
}
