import canonicalize from 'canonicalize';
import { recordedExamples } from '../../../test/support/recorded-examples.js';
import { validateData } from '../schema/validate.js';
import { categoryOf } from '../streams.js';
import { decode } from './decode.js';
import { encode } from './encode.js';
import { catalogue, definitions } from './index.js';

const examples = recordedExamples();

it('every version of every event that was ever released has a recorded example, and there are no others', () => {
  const released = [...definitions.values()].flatMap(({ type, version }) =>
    Array.from({ length: version }, (_, past) => `${type} v${past + 1}`),
  );
  expect(examples.map(({ name }) => name).toSorted()).toEqual(released.toSorted());
});

describe.each(examples)('the recorded $name', ({ type, version, stored }) => {
  it('says its type and version, and lies in a stream that knows the type', () => {
    expect(stored).toMatchObject({ type, metadata: { schemaVersion: String(version) } });
    const known = Object.values(catalogue[categoryOf(stored.stream)]).map((definition) => definition.type);
    expect(known).toContain(type);
  });

  it('is read, and what is read has the form of today', () => {
    const event = decode(stored);
    expect(validateData(definitions.get(type)!.data, event.data)).toEqual([]);
  });

  it('goes back into the log as it came out of it, when it is of the current version', () => {
    if (version < definitions.get(type)!.version) return;
    const { eventId, data, metadata } = stored;
    expect(canonicalize(encode(decode(stored), decode(stored)))).toBe(canonicalize({ eventId, type, data, metadata }));
  });

  it('would not be read by a release that only knows earlier versions', () => {
    const later = { ...stored, metadata: { ...stored.metadata, schemaVersion: String(version + 1_000) } };
    expect(() => decode(later)).toThrow(/this release knows up to/);
  });
});
