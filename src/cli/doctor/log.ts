import type { EventStore } from '../../event-store/event-store.js';
import type { Blocker } from '../../event-store/log-condition.js';
import { found, unwell, well, type Finding } from './finding.js';

/** How far the log can be read, and who holds that back. */
export function logHead(log: EventStore): Promise<Finding> {
  return found('log', async () => {
    try {
      const head = await log.head();
      return well('log', head === null ? 'It is empty' : `It can be read to its end, ${head}`, { head, lagMs: 0 });
    } catch (error) {
      const { lagMs, blockers } = await log.condition();
      if (blockers.length > 0) return heldBack(lagMs, blockers);
      throw error;
    }
  });
}

function heldBack(lagMs: number, blockers: readonly Blocker[]): Finding {
  const facts = { head: null, lagMs, blockers };
  const says = `New events cannot be read, because a write to the log is not finished: ${blockers.map(named).join('; ')}`;
  const way = `Let it finish, or end it in the database with: ${blockers.map(({ end }) => end).join('; ')}`;
  return unwell('log', says, way, facts);
}

function named({ pid, gid, application, since, state, statement }: Blocker): string {
  if (gid !== null) return `the prepared transaction ${gid} (since ${since})`;
  const ran = statement === null ? '' : `, last ran: ${statement.replace(/\s+/g, ' ').trim()}`;
  return `process ${pid} (${application ?? 'unnamed'}, ${state}, since ${since}${ran})`;
}
