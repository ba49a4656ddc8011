import type { Answered } from './lane.js';
import { shown } from './pipeline.js';

/** What came back so far, and what it says was recorded. */
export class Tally {
  readonly statuses = new Map<number, number>();
  /** Events that an answer says it recorded. */
  readonly recorded = new Set<string>();
  /** Events that an answer says were there already. */
  readonly repeated = new Set<string>();
  readonly validRefused: string[] = [];
  readonly notOneEvent: string[] = [];
  accepted = { reads: 0, writes: 0 };
  sent = 0;

  add(answer: Answered): void {
    const { sent, status, valid } = answer;
    this.sent += 1;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    const accepted = status < 300 || status === 304;
    if (valid && !accepted) this.validRefused.push(`${status} ${answer.text} for ${shown(sent)}`);
    if (!accepted) return;
    this.accepted[sent.method === 'POST' ? 'writes' : 'reads'] += 1;
    if (sent.method === 'POST' && !sent.path.startsWith('/api/keys')) this.write(answer); // keys are no events
  }

  get told(): object {
    const statuses = Object.fromEntries([...this.statuses].sort(([a], [b]) => a - b));
    return { ...statuses, ...this.accepted, recorded: this.recorded.size };
  }

  private write({ sent, headers, text }: Answered): void {
    const { eventIds, repeated } = JSON.parse(text) as { eventIds: readonly string[]; repeated: boolean };
    if (repeated || headers['idempotency-replayed'] !== undefined) {
      for (const id of eventIds) this.repeated.add(id);
      return;
    }
    const [id] = eventIds;
    if (id === undefined || eventIds.length > 1 || this.recorded.has(id))
      this.notOneEvent.push(`${text} for ${shown(sent)}`);
    for (const one of eventIds) this.recorded.add(one);
  }
}
