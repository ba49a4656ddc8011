/** Prints a jest run as `N passed, N failed, N skipped` and exits as the run did. */
import { readFileSync } from 'node:fs';

const [, , file, status] = process.argv;
const text = readFileSync(file, 'utf8');
if (text === '') {
  console.log('No test ran: a check before the tests failed.');
  console.log('0 passed, 1 failed');
  process.exit(Number(status) || 1);
}
const run = JSON.parse(text);
const broken = run.testResults.filter(
  ({ status: outcome, assertionResults }) => outcome === 'failed' && assertionResults.length === 0,
);
const failed = run.numFailedTests + broken.length;
console.log(`${run.numPassedTests} passed, ${failed} failed, ${run.numPendingTests} skipped`);
process.exit(Number(status) || (failed > 0 || run.numPassedTests === 0 ? 1 : 0));
