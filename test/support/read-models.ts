import type pg from 'pg';
import { EventStore } from '../../src/event-store/event-store.js';
import { projections } from '../../src/projections/index.js';
import { Projector } from '../../src/projector/projector.js';
import type { Service } from '../../src/service.js';
import { allPages } from '../contract/reading.js';
import { eventually } from './eventually.js';
import { dump } from './pages.js';

/** Text in which each position is told as the number of its event, so that two logs with the same events say the same. */
export async function numbered(service: Service): Promise<(text: string) => string> {
  const events = await allPages(service.app.get(EventStore));
  const numbers = new Map(events.map(({ position }, index) => [position, `#${index + 1}`]));
  return (text) => text.replace(/\b\d{19}(?:-\d{19})?\b/g, (position) => numbers.get(position) ?? position);
}

/** Every row of every read model once it has caught up, with numbers for positions. */
export async function readModels(service: Service, pool: pg.Pool): Promise<Record<string, readonly string[]>> {
  const head = await service.app.get(EventStore).head();
  const toNumbers = await numbered(service);
  const projector = service.app.get(Projector);
  return eventually(async () => {
    const tables: Record<string, readonly string[]> = {};
    for (const projection of projections) {
      expect(await projector.reached(projection.name, head!, 10_000)).toBe(true);
      Object.assign(tables, await dump(pool, projection));
    }
    expect(tables['dirty_subjects'] ?? []).toEqual([]);
    return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.map(toNumbers).sort()]));
  });
}

/** Every passage of the vault, erased ones without their words. */
export async function wordsOf(pool: pg.Pool) {
  const { rows } = await pool.query<{ id: string; value: string | null }>('select * from vault.passages order by id');
  return rows;
}
