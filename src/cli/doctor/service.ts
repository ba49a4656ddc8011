import type { Config } from '../../config.js';
import { unwell, well, type Finding } from './finding.js';

const WITHIN_MS = 3_000;

/** Whether a service answers where these settings say. None is not ill: it may be meant to rest. */
export async function service({ host, port }: Config): Promise<Finding> {
  if (port === 0) return well('service', 'Its port is chosen when it starts (PORT=0), so it was not looked for');
  const url = `http://${reachable(host)}:${port}`;
  const answer = await fetch(`${url}/api/ready`, { signal: AbortSignal.timeout(WITHIN_MS) }).catch(() => null);
  if (answer === null) return well('service', `None answers at ${url}`, { url, status: null });
  void answer.body?.cancel();
  const facts = { url, status: answer.status };
  if (answer.ok) return well('service', `It answers at ${url}`, facts);
  const says = `What answers at ${url} is not ready (${answer.status})`;
  return unwell('service', says, 'Look in its log for what it is waiting for.', facts);
}

/** Where to reach what listens at every address. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
