import { Unknown } from '../refusals/unknown.js';
import { knownFrom, type Known } from '../states/known.js';
import type { StreamsAround } from '../states/streams-read.js';
import { categoryOf, idOf } from '../streams.js';
import { mustNotBeAbsorbed } from './identity.js';

/** What is known, of a thing that is there; refused when it was never recorded, or withdrawn. */
export function ofWhatIsThere(streams: StreamsAround): Known {
  const known = knownFrom(streams);
  const [category, id] = [categoryOf(streams.stream), idOf(streams.stream)];
  if (!known.has(category, id)) throw new Unknown(category, id);
  return known;
}

/** The same of an incident that stands by itself: what is to be said of an absorbed one belongs to its survivor. */
export function ofAnOpenIncident(streams: StreamsAround): Known {
  const known = ofWhatIsThere(streams);
  mustNotBeAbsorbed(known, idOf(streams.stream));
  return known;
}
