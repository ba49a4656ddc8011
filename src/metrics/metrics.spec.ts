import type { DecisionLog } from '../commands/decision-log.js';
import { Contended, StaleRevision } from '../commands/decision-log-errors.js';
import { KeyMissing } from '../access/errors.js';
import { StoreUnavailable } from '../event-store/errors.js';
import { CountedDecisionLog } from './counted-decision-log.js';
import { Metrics } from './metrics.js';
import { OUTCOMES, outcomeOf, type Outcome } from './outcome.js';

type Decide = Parameters<DecisionLog['decide']>[0];

let metrics: Metrics;
beforeEach(() => (metrics = new Metrics()));

async function counted(): Promise<Partial<Record<Outcome, number>>> {
  const text = await metrics.registry.metrics();
  const found = OUTCOMES.map((one) => [one, Number(new RegExp(`outcome="${one}"} (\\d+)`).exec(text)?.[1])] as const);
  return Object.fromEntries(found.filter(([, count]) => count > 0));
}

describe('a command', () => {
  it.each([
    ['stale', new StaleRevision('actor-a', 1, 2), 'conflict'],
    ['too late', new Contended('actor-a'), 'conflict'],
    ['refused', new KeyMissing(), 'refused'],
    ['lost with its store', new StoreUnavailable('away'), 'failed'],
    ['thrown away', 'nothing', 'failed'],
  ] as const)('that is %s is told from others', (_what, error, outcome) => {
    expect(outcomeOf(error)).toBe(outcome);
  });

  it('is counted by what became of it, and its error goes on to whoever sent it', async () => {
    const decide = async () => {
      throw new Contended('actor-a');
    };
    const log = new CountedDecisionLog({ decide }, metrics);
    await expect(log.decide({ context: {} } as Decide, () => [])).rejects.toBeInstanceOf(Contended);
    expect(await counted()).toEqual({ conflict: 1 });
  });

  it('that is only rehearsed is not counted', async () => {
    const decide = async () => ({ repeated: false, eventIds: ['1'] }) as never;
    const log = new CountedDecisionLog({ decide }, metrics);
    await log.decide({ context: { rehearsal: {} } } as Decide, () => []);
    expect(await counted()).toEqual({});
    await log.decide({ context: {} } as Decide, () => []);
    expect(await counted()).toEqual({ recorded: 1 });
  });
});

describe('two applications in one process', () => {
  it('count each for itself', async () => {
    const other = new Metrics();
    metrics.request('GET', '/api/health', 200, 0.001);
    expect(await metrics.registry.metrics()).toContain('route="/api/health",status="2xx"} 1');
    expect(await other.registry.metrics()).not.toContain('/api/health');
  });
});
