import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { isSound } from './ledger.js';
import { survive, type Survival } from './survive.js';

/** `npm run chaos:log -- --seed N [--minutes M]`: the PostgreSQL log through everything that can happen to it. */
const { values } = parseArgs({ options: { seed: { type: 'string' }, minutes: { type: 'string', default: '10' } } });
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
const minutes = Number(values.minutes);
if (!Number.isInteger(seed) || !(minutes > 0)) {
  console.error('Usage: npm run chaos:log -- [--seed <whole number>] [--minutes <number>]');
  process.exit(2);
}

const stopping = new AbortController();
process.once('SIGINT', () => stopping.abort()).once('SIGTERM', () => stopping.abort());
console.log(`Seed ${seed}, ${minutes} minutes. Ctrl-C ends it early and draws the balance.`);

let shown = 0;
const survival = await survive({
  seed,
  milliseconds: minutes * 60_000,
  signal: stopping.signal,
  onProgress: ({ seconds, acknowledged, rolledBack, troubles }) => {
    if (seconds < shown + 30) return;
    shown = seconds;
    const count = Object.values(troubles).reduce((sum, times) => sum + times, 0);
    console.log(`${seconds} s: ${acknowledged} events acknowledged, ${rolledBack} rolled back, ${count} troubles`);
  },
});
for (const line of linesOf(survival)) console.log(line);
process.exitCode = isSound(survival.balance) ? 0 : 1;

function linesOf({ balance, troubles, ...run }: Survival): readonly string[] {
  const ours = balance.told.map(
    ({ lost, twice, neverHappened, inOrder }) =>
      `  a subscription of ours: ${lost} lost, ${twice} twice, ${neverHappened} that never happened, ${inOrder ? 'in order' : 'OUT OF ORDER'}`,
  );
  return [
    `Survived in ${run.seconds} s with seed ${run.seed}:`,
    `  ${run.writers} writers, ${balance.events} events, ${run.rolledBack} rolled back, ${run.unknownOutcomes} appends with an outcome nobody was told`,
    ...Object.entries(troubles).map(([trouble, times]) => `  ${times} × ${trouble}`),
    `  longest wait of a reader for unfinished writes: ${run.longestLagMs} ms`,
    'And lost:',
    `  acknowledged events: ${balance.acknowledgedLost}; events rolled back and there all the same: ${balance.rolledBackThere}; revisions out of turn: ${balance.outOfTurn}`,
    ...ours,
    `  the naive reader: ${balance.naiveLost} lost`,
    ...balance.unexpected.map((error) => `  unexpected: ${error}`),
  ];
}
