import { investigation, killed, occurrence, position, responsibility } from '../../../test/support/builders.js';
import { exactly } from '../values/figure.js';
import { comparable, keyOf, sameSubject } from './claim-key.js';

describe('the comparability key', () => {
  it('is the same however much of the default is spelled out', () => {
    expect(keyOf(killed('person', exactly(1)))).toBe(
      keyOf(killed('person', exactly(9), { counted: { status: 'any', tally: 'occurred' } })),
    );
    expect(keyOf(killed('child'))).toBe(keyOf(killed('child', undefined, { counted: { status: 'not_stated' } })));
  });

  it('tells apart what is counted differently', () => {
    const ways = [
      killed('person'),
      killed('child'),
      killed('child', undefined, { counted: { status: 'civilian' } }),
      killed('person', undefined, { counted: { tally: 'running_total' } }),
      killed('person', undefined, { counted: { attributedTo: ['us'] } }),
      killed('person', undefined, { counted: { of: 'us' } }),
      killed('person', undefined, { counted: { means: ['cluster'] } }),
      killed('person', undefined, { counted: { circumstance: 'famine' } }),
      killed('person', undefined, { counted: { subgroup: 'in-the-building' } }),
    ];
    expect(new Set(ways.map(keyOf)).size).toBe(ways.length);
  });

  it('does not depend on the order of actors and means', () => {
    const one = killed('person', undefined, { counted: { attributedTo: ['us', 'uk'], means: ['cluster', 'drone'] } });
    const other = killed('person', undefined, { counted: { attributedTo: ['uk', 'us'], means: ['drone', 'cluster'] } });
    expect(keyOf(one)).toBe(keyOf(other));
  });

  it('compares `other` with nothing', () => {
    expect(comparable(killed('other').counted)).toBe(false);
    expect(comparable({ measure: 'killed', category: 'person', means: ['cluster', 'other'] })).toBe(false);
    expect(comparable({ measure: 'killed', category: 'person', circumstance: 'other' })).toBe(false);
    expect(comparable(killed('person').counted)).toBe(true);
  });

  it('is of their own for other kinds', () => {
    expect(keyOf(responsibility('denies'))).toBe(keyOf(responsibility('attributes', { actor: 'us' })));
    expect(keyOf(responsibility('denies', { for: 'operation' }))).not.toBe(keyOf(responsibility('denies')));
    expect(keyOf(occurrence('affirms'))).toBe(keyOf(occurrence('denies')));
    expect(keyOf(position('supports', 'operation'))).toBe(keyOf(position('condemns', 'operation')));
    expect(keyOf(investigation('calls_for', { addressedTo: ['us', 'sdf'] }))).toBe(
      keyOf(investigation('announces', { addressedTo: ['sdf', 'us'] })),
    );
  });
});

describe('the same subject', () => {
  it('is an incident in common, also by what was merged', () => {
    const merged = (incident: string) => (incident === 'b' ? 'a' : incident);
    expect(sameSubject({ incidents: ['a'] }, { incidents: ['c', 'a'] })).toBe(true);
    expect(sameSubject({ incidents: ['a'] }, { incidents: ['b'] })).toBe(false);
    expect(sameSubject({ incidents: ['a'] }, { incidents: ['b'] }, merged)).toBe(true);
  });

  it('is one slot of one series', () => {
    expect(sameSubject({ series: 's', slot: '1' }, { series: 's', slot: '1' })).toBe(true);
    expect(sameSubject({ series: 's', slot: '1' }, { series: 's', slot: '2' })).toBe(false);
    expect(sameSubject({ series: 's', slot: '1' }, { incidents: ['s'] })).toBe(false);
  });
});
