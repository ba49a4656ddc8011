import { Counter, Gauge, type Registry } from 'prom-client';
import type { Look } from '../http/health/readiness.js';

const SECOND = 1_000;

/** How the log and what is read from it are doing, from one look for each time that somebody asks. */
export class StandingMetrics {
  private readonly reachable: Gauge;
  private readonly lag: Gauge;
  private readonly blockers: Gauge;
  private readonly held: Gauge;
  private readonly reconnections: Counter;
  private readonly behind: Gauge;
  private readonly stopped: Gauge;
  private readonly failing: Gauge;

  constructor(registry: Registry) {
    const gauge = (name: string, help: string, ...labelNames: string[]) =>
      new Gauge({ name, help, labelNames, registers: [registry] });
    this.reachable = gauge('sijil_reachable', '1 while it answers, 0 while it is away.', 'part');
    this.lag = gauge('sijil_log_lag_seconds', 'For how long readers have waited for writes that are not finished.');
    this.blockers = gauge('sijil_log_blockers', 'Transactions that keep new events from being read.');
    this.held = gauge(
      'sijil_log_blocker_seconds',
      'Age of each of these transactions, by the database process that holds it; "prepared" of all that none holds.',
      'process',
    );
    this.reconnections = new Counter({
      name: 'sijil_log_reconnections_total',
      help: 'Times the subscription to the log was begun again.',
      registers: [registry],
    });
    this.behind = gauge(
      'sijil_projection_lag_seconds',
      'For how long it has not been at the end of the log.',
      'projection',
    );
    this.stopped = gauge('sijil_projection_stopped', '1 when it cannot go on without help.', 'projection');
    this.failing = gauge('sijil_projection_failing', '1 while something fails and is tried again.', 'projection');
  }

  show({ parts, log, projections }: Look): void {
    this.reachable.set({ part: 'database' }, parts.database === 'away' ? 0 : 1);
    this.reachable.set({ part: 'log' }, parts.log === 'away' ? 0 : 1);
    this.lag.set(log.lagMs / SECOND);
    this.blockers.set(log.blockers.length);
    this.held.reset();
    // The longest held comes first, and is the one to be told of where several have no process.
    for (const { pid, heldMs } of log.blockers.toReversed())
      this.held.set({ process: pid ?? 'prepared' }, heldMs / SECOND);
    // Counted elsewhere, and shown here.
    this.reconnections.reset();
    this.reconnections.inc(log.reconnections);
    for (const { projection, lagMs, state } of projections) {
      this.behind.set({ projection }, lagMs / SECOND);
      this.stopped.set({ projection }, state === 'stopped' ? 1 : 0);
      this.failing.set({ projection }, state === 'retrying' ? 1 : 0);
    }
  }
}
