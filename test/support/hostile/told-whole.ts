import type { Appended } from '../../../src/commands/decision-log.js';
import type { TestApp } from '../app.js';
import { Pipeline } from './pipeline.js';
import { World } from './world.js';

/** A story that is in the register already, from its beginning to its end. */
export async function toldWhole(app: TestApp, key: string, seed: number): Promise<World> {
  const world = new World('told', key, app, seed);
  const pipeline = new Pipeline(app.url);
  try {
    while (!world.ended) {
      const { sent, accepted } = await world.next();
      const [came] = await pipeline.send([sent]);
      if (!came || came.status > 201) throw new Error(`${sent.path} was not accepted: ${came?.text}`);
      accepted(JSON.parse(came.text) as Appended);
    }
    return world;
  } finally {
    pipeline.end();
  }
}
