import { recordedExamples } from '../../../test/support/recorded-examples.js';
import { IsId } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { decode, UndecodableEvent, type Undecoded } from './decode.js';
import { encode } from './encode.js';
import { event } from './event.js';
import { incidentMerged } from './incident-identity.js';
import { definitions } from './index.js';
import { upcast } from './upcast.js';

const merged = recordedExamples().find(({ type }) => type === 'IncidentMerged')!.stored;
const withMetadata = (more: Record<string, unknown>): Undecoded => ({
  ...merged,
  metadata: { ...merged.metadata, ...more },
});

it('tells where the event lies, when and by whom it was recorded, and what it says', () => {
  expect(decode(merged)).toMatchObject({
    type: 'IncidentMerged',
    stream: 'incident-atmeh-duplicate',
    revision: 1,
    schemaVersion: 1,
    recordedBy: 'key:desk',
    data: { incidentId: 'atmeh-duplicate', into: 'atmeh-2022-02-03' },
  });
});

@Level('public')
class Thing {
  @IsId() readonly id!: string;
}
const thing = event('Thing', Thing, [
  (v1) => ({ ...v1, colour: 'unknown' }),
  ({ colour, ...v2 }) => ({ ...v2, colours: [colour] }),
]);

it('brings every earlier version to the current one, step by step', () => {
  expect(upcast(thing, 1, { id: 'a' })).toEqual({ id: 'a', colours: ['unknown'] });
  expect(upcast(thing, 2, { id: 'a', colour: 'red' })).toEqual({ id: 'a', colours: ['red'] });
  expect(upcast(thing, 3, { id: 'a', colours: [] })).toEqual({ id: 'a', colours: [] });
});

describe.each(['EntryCorrected', 'EntryWithdrawn'])('the entry that a recorded %s carries', (type) => {
  const known = new Map([...definitions, ['Thing', thing]]);
  const example = recordedExamples().find((one) => one.type === type)!.stored;
  const { after: carriesTwo } = example.data;
  const carrying = (of: unknown, before: object, after: object) =>
    decode({ ...example, data: { ...example.data, of, before, ...(carriesTwo !== undefined && { after }) } }, known);
  const carried = (of: unknown, before: object, after: object) => {
    const { data } = carrying(of, before, after) as { data: object } as { data: Readonly<Record<string, unknown>> };
    return { of: data['of'], before: data['before'], ...(carriesTwo !== undefined && { after: data['after'] }) };
  };
  const today = (before: object, after: object) => ({
    of: { type: 'Thing', schemaVersion: 3 },
    before,
    ...(carriesTwo !== undefined && { after }),
  });

  it.each([
    [1, { id: 'a' }, { id: 'a', colour: 'unknown' }],
    [2, { id: 'a', colour: 'red' }, { id: 'a', colour: 'blue' }],
    [3, { id: 'a', colours: ['red'] }, { id: 'a', colours: ['blue'] }],
  ])('is brought from its version %d to the current one', (schemaVersion, before, after) => {
    const raised = (data: object) => upcast(thing, schemaVersion, data);
    expect(carried({ type: 'Thing', schemaVersion }, before, after)).toEqual(today(raised(before), raised(after)));
  });

  it.each<[string, unknown, RegExp]>([
    ['of a later version', { type: 'Thing', schemaVersion: 4 }, /carries a Thing of version 4, .* up to 3/],
    ['of no version', { type: 'Thing', schemaVersion: '1' }, /the version of what it carries, "1", is none/],
    ['of an unknown type', { type: 'constructor', schemaVersion: 1 }, /nobody knows the type "constructor"/],
    ['of something else altogether', 'Thing', /nobody knows the type undefined/],
  ])('is not read when it is %s', (_, of, reason) => {
    expect(() => carrying(of, { id: 'a' }, { id: 'a' })).toThrow(UndecodableEvent);
    expect(() => carrying(of, { id: 'a' }, { id: 'a' })).toThrow(reason);
  });

  it('is left as it was written where an entry from before the first release does not say what it is of', () => {
    expect(carried(undefined, { id: 'a' }, { id: 'b' })).toEqual({ ...today({ id: 'a' }, { id: 'b' }), of: undefined });
  });
});

it('does not refuse a recorded value that would be refused today: what is in the log is a fact', () => {
  const odd = { ...merged, data: { incidentId: 'NOT A SLUG', more: 1 } };
  expect(decode(odd).data).toEqual({ incidentId: 'NOT A SLUG', more: 1 });
});

it.each<[string, Undecoded, RegExp]>([
  ['an unknown type', { ...merged, type: 'IncidentRenumbered' }, /nobody knows the type "IncidentRenumbered"/],
  ['a name every object has', { ...merged, type: 'constructor' }, /nobody knows the type/],
  ['malformed JSON, which arrives as text', { ...merged, data: '{"incidentId":' }, /its data is not a JSON object/],
  ['a list for data', { ...merged, data: [] }, /its data is not a JSON object/],
  ['no metadata', { ...merged, metadata: null as never }, /its metadata is not a JSON object/],
  ['a later version', withMetadata({ schemaVersion: '2' }), /version 2, and this release knows up to 1/],
  ['version nought', withMetadata({ schemaVersion: '0' }), /schema version "0" is not a number/],
  ['no version', withMetadata({ schemaVersion: undefined }), /schema version undefined is not a number/],
  ['no time of recording', withMetadata({ recordedAt: 'lately' }), /does not say when it was recorded/],
  ['no recorder', withMetadata({ recordedBy: '' }), /does not say who recorded it/],
  ['no cause', withMetadata({ causationId: undefined }), /does not say what caused it/],
])('refuses to read an event with %s, and says where it lies', (_, damaged, reason) => {
  const attempt = () => decode(damaged);
  expect(attempt).toThrow(UndecodableEvent);
  expect(attempt).toThrow(reason);
  expect(attempt).toThrow(/incident-atmeh-duplicate at 0{18}09/);
});

it('writes metadata as flat text, leaves out what is undefined, and refuses what is not in the catalogue', () => {
  const fact = incidentMerged({ incidentId: 'a', into: 'b', note: undefined } as never);
  const recording = {
    eventId: 'e',
    recordedAt: '2026-01-01T00:00:00Z',
    recordedBy: 'k',
    correlationId: 'c',
    causationId: 'c',
  };
  expect(encode(fact, recording)).toEqual({
    eventId: 'e',
    type: 'IncidentMerged',
    data: { incidentId: 'a', into: 'b' },
    metadata: {
      schemaVersion: '1',
      recordedAt: '2026-01-01T00:00:00Z',
      recordedBy: 'k',
      correlationId: 'c',
      causationId: 'c',
    },
  });
  expect(() => encode({ type: 'Nothing', data: {} } as never, recording)).toThrow('not in the catalogue');
});
