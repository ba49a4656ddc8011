import { DecisionLog, type Appended, type Decide, type Named } from '../commands/decision-log.js';
import type { Fact, SijilEvent } from '../domain/events/index.js';
import type { Category } from '../domain/streams.js';
import type { Metrics } from './metrics.js';
import { outcomeOf } from './outcome.js';

/** Decides as the log it stands before does, and counts what became of it; rehearsals are not counted. */
export class CountedDecisionLog extends DecisionLog {
  constructor(
    private readonly log: DecisionLog,
    private readonly metrics: Metrics,
  ) {
    super();
  }

  async decide<C extends Category, Data extends object>(
    about: Decide<C, Data>,
    decision: (own: readonly SijilEvent<C>[], named: Named, data: Data) => readonly Fact<C>[],
  ): Promise<Appended> {
    if (about.context.rehearsal !== undefined) return this.log.decide(about, decision);
    try {
      const appended = await this.log.decide(about, decision);
      if (appended.repeated) this.metrics.decision('repeated');
      else this.metrics.decision('recorded', appended.eventIds.length);
      return appended;
    } catch (error) {
      this.metrics.decision(outcomeOf(error));
      throw error;
    }
  }
}
