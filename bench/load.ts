import { Agent, request } from 'node:http';
import { v7 as uuid } from 'uuid';
import { bodyOf } from '../test/support/bodies.js';
import { anAct } from './an-act.js';
import { rateOf } from './rounds.js';
import { INCIDENTS, SPEAKERS } from './world.js';

/** A running service, and who asks it. */
export interface Target {
  readonly url: string;
  readonly key: string;
  readonly clients: number;
  readonly seconds: number;
}

export interface Load {
  readonly rate: number;
  /** How many statements were recorded. */
  readonly recorded: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Clients that each record one statement after the other, over a connection they keep. */
export async function load({ url, key, clients, seconds }: Target): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const address = new URL('/api/statements', url);
  const took: number[] = [];
  let turn = 0;
  const rate = await rateOf(clients, seconds, async () => {
    turn += 1;
    const act = anAct(uuid(), SPEAKERS[turn % SPEAKERS.length], INCIDENTS[turn % INCIDENTS.length]);
    const start = performance.now();
    await post(agent, address, key, JSON.stringify(bodyOf(act)));
    took.push(performance.now() - start);
    return 1;
  }).finally(() => agent.destroy());
  took.sort((a, b) => a - b);
  const percentile = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { rate, recorded: took.length, p50Ms: percentile(0.5), p99Ms: percentile(0.99) };
}

/** Whatever is not recorded ends the run: refusals would be faster than records. */
function post(agent: Agent, address: URL, key: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const sent = request(address, { method: 'POST', agent, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).on('error', reject);
      answer.on('end', () => {
        if (answer.statusCode === 201) resolve();
        else reject(new Error(`The service answered ${answer.statusCode}: ${Buffer.concat(parts).toString()}`));
      });
    });
    sent.on('error', reject).end(body);
  });
}
