import { anActor, anIncident, aSource, type Happening } from '../test/support/builders.js';
import { bodyOf } from '../test/support/bodies.js';

const named = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `${name}-${n}`);

export const SPEAKERS = named('speaker', 16);
export const INCIDENTS = named('incident', 50);

/** What the recorded statements name. */
const things: readonly Happening[] = [
  aSource(),
  ...SPEAKERS.map((actorId) => anActor({ actorId })),
  ...INCIDENTS.map((incidentId) => anIncident({ incidentId })),
];

const COLLECTIONS: Readonly<Record<string, string>> = { source: 'sources', actor: 'actors', incident: 'incidents' };

/** Records it over HTTP. */
export async function recordWorld(url: string, key: string): Promise<void> {
  for (const thing of things) {
    const answer = await fetch(`${url}/api/${COLLECTIONS[thing.category]}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(bodyOf(thing)),
    });
    if (!answer.ok) throw new Error(`${thing.stream} was not recorded: ${await answer.text()}`);
  }
}
