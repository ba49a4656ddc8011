import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Gauge, type Registry } from 'prom-client';

const RESOLUTION_MS = 20;
const NANOSECONDS = 1e9;

/** How busy the process is and what it holds, under the names that dashboards know. Answers how to end that. */
export function measureProcess(registry: Registry): () => void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const told = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value());
      },
    });
  told('nodejs_eventloop_lag_mean_seconds', 'Delay of the event loop since the last look: mean.', () =>
    seconds(delay.mean),
  );
  told('nodejs_eventloop_lag_p99_seconds', 'Delay of the event loop since the last look: 99th percentile.', () =>
    seconds(delay.percentile(99)),
  );
  told('nodejs_eventloop_lag_max_seconds', 'Delay of the event loop since the last look: greatest.', () => {
    const greatest = seconds(delay.max);
    delay.reset(); // the last of the three
    return greatest;
  });
  told('process_resident_memory_bytes', 'Memory that the process holds.', () => process.memoryUsage.rss());
  told('nodejs_heap_size_used_bytes', 'Memory that objects take.', () => process.memoryUsage().heapUsed);
  told('nodejs_external_memory_bytes', 'Memory outside the heap.', () => process.memoryUsage().external);
  const cpu = () => process.cpuUsage();
  told('process_cpu_seconds_total', 'Processor time.', () => (cpu().user + cpu().system) / 1e6);
  told('process_start_time_seconds', 'When the process started.', () => Date.now() / 1000 - process.uptime());
  return () => void delay.disable();
}

/** What is measured is the time between two ticks of a timer, so that what is beyond its pace is delay. Nothing measured is none. */
const seconds = (nanoseconds: number): number =>
  Number.isFinite(nanoseconds) ? Math.max(0, nanoseconds / NANOSECONDS - RESOLUTION_MS / 1000) : 0;
