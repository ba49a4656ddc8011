import { Counter, Histogram, Registry } from 'prom-client';
import { OUTCOMES, type Outcome } from './outcome.js';

/** Seconds; a command takes a few milliseconds, a page of a large incident some dozens, a wait for a position up to five. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Requested {
  readonly method: string;
  /** As it is declared, such as `/api/incidents/:id`: what was asked about must not be told by a metric. */
  readonly route: string;
  readonly status: string;
}

/** What this process has counted since it started. Only numbers, and names that are in the program. */
export class Metrics {
  readonly registry = new Registry();

  private readonly requests = new Histogram({
    name: 'sijil_http_request_duration_seconds',
    help: 'How long requests took to answer, by method, route and class of status.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [this.registry],
  });
  private readonly limited = this.counter(
    'sijil_http_rate_limited_total',
    'Requests refused because there were too many.',
  );
  private readonly decisions = new Counter({
    name: 'sijil_commands_total',
    help: 'Commands by what became of them: recorded, repeated, refused, conflict, failed.',
    labelNames: ['outcome'],
    registers: [this.registry],
  });
  private readonly events = this.counter(
    'sijil_events_recorded_total',
    'Events that commands have appended to the log.',
  );
  private readonly races = this.counter(
    'sijil_append_races_total',
    'Appends that came second, and were decided again or given back to the sender.',
  );
  /** One object for each combination that ever came, so that a request makes none. */
  private readonly known = new Map<string, Map<string, readonly Requested[]>>();

  constructor() {
    // What has not happened yet is told as well: an alarm needs a 0 to rise from.
    for (const outcome of OUTCOMES) this.decisions.inc({ outcome }, 0);
  }

  request(method: string, route: string, status: number, seconds: number): void {
    const labels = this.labelsOf(method, route)[Math.floor(status / 100)];
    if (labels) this.requests.observe(labels as Record<keyof Requested, string>, seconds);
    if (status === 429) this.limited.inc();
  }

  decision(outcome: Outcome, events = 0): void {
    this.decisions.inc({ outcome });
    if (events > 0) this.events.inc(events);
  }

  lostRace(): void {
    this.races.inc();
  }

  private labelsOf(method: string, route: string): readonly Requested[] {
    const methods = this.known.get(route) ?? new Map<string, readonly Requested[]>();
    this.known.set(route, methods);
    const labels =
      methods.get(method) ?? [0, 1, 2, 3, 4, 5].map((status) => ({ method, route, status: `${status}xx` }));
    methods.set(method, labels);
    return labels;
  }

  private counter(name: string, help: string): Counter {
    return new Counter({ name, help, registers: [this.registry] });
  }
}
