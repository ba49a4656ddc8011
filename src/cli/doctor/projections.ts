import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { EventStore, Position } from '../../event-store/event-store.js';
import { projections as all } from '../../projections/index.js';
import { unwell, well, type Finding } from './finding.js';

const LOOK_AGAIN_MS = 250;

interface Checkpoint {
  readonly projection: string;
  readonly checkpoint: Position | null;
  readonly movedAt: Date | null;
  readonly state: 'up to date' | 'catching up' | 'behind' | 'of another log';
}

/** Whether what is read has come as far as what was recorded. What moves while we look is on its way. */
export async function projections(log: EventStore, pool: Pool, patienceMs = 3_000): Promise<Finding> {
  const head = await log.head();
  const before = await positionsIn(pool);
  const end = performance.now() + patienceMs;
  let now = compared(before, before, head);
  while (now.some(({ state }) => state === 'behind') && performance.now() < end) {
    await sleep(LOOK_AGAIN_MS);
    now = compared(await positionsIn(pool), before, head);
  }
  const facts = { head, projections: now };
  const says = now.map(
    ({ projection, state, checkpoint }) => `${projection} ${state}, at ${checkpoint ?? 'the beginning'}`,
  );
  const states = new Set(now.map(({ state }) => state));
  if (states.has('of another log')) {
    const way =
      'Set KURRENTDB_URL (or leave it out) as it was when this database was filled, or use an empty database.';
    return unwell('projections', says.join('; '), way, facts);
  }
  if (!states.has('behind')) return well('projections', says.join('; '), facts);
  const way = 'Start the service ("sijil serve"). If it runs, it says in its log why it cannot go on.';
  return unwell('projections', says.join('; '), way, facts);
}

type Positions = ReadonlyMap<string, { readonly position: Position | null; readonly moved: Date }>;

function compared(now: Positions, before: Positions, head: Position | null): readonly Checkpoint[] {
  return all.map(({ name }) => {
    const checkpoint = now.get(name)?.position ?? null;
    const movedAt = now.get(name)?.moved ?? null;
    const there = head === null || (checkpoint !== null && checkpoint >= head);
    const moved = checkpoint !== (before.get(name)?.position ?? null);
    const foreign = checkpoint !== null && head !== null && checkpoint.length !== head.length;
    const state = foreign ? 'of another log' : there ? 'up to date' : moved ? 'catching up' : 'behind';
    return { projection: name, checkpoint, movedAt, state };
  });
}

async function positionsIn(pool: Pool): Promise<Positions> {
  const { rows } = await pool.query<{ projection: string; position: Position | null; moved: Date }>(
    'select projection, position, moved_at as moved from projector.checkpoints',
  );
  return new Map(rows.map(({ projection, position, moved }) => [projection, { position, moved }]));
}
