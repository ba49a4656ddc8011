import { SPEAKER, aReport, aSeries, aSeriesAmendment, killed, inSlot } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { WORLD } from '../../../test/support/world.js';
import { AlreadyExists } from '../../domain/refusals/already-exists.js';
import { LinkToItself, OtherParty } from '../../domain/refusals/links.js';
import { SlotUnknown, Unknown } from '../../domain/refusals/unknown.js';
import { exactly } from '../../domain/values/figure.js';

describe('recording a report', () => {
  it('records what was published', () =>
    given(...WORLD)
      .when(aReport({ claims: [killed('person', exactly(3734), inSlot('year-1'))] }))
      .thenRecorded());

  it('sent again is the same report', () =>
    given(...WORLD, aReport())
      .when(aReport())
      .thenNothing());

  it('refuses an id that was used for another report', () =>
    given(...WORLD, aReport())
      .when(aReport({ edition: 'second' }))
      .thenRefused(AlreadyExists, '/reportId'));

  it.each([
    ['publisher', aReport({ publisher: 'nobody' }), '/publisher'],
    ['report it replaces', aReport({ replaces: 'nothing' }), '/replaces'],
    ['source', aReport({ sources: [{ source: 'nowhere' }] }), '/sources/0/source'],
  ])('refuses an unknown %s', (_name, report, pointer) =>
    given(...WORLD)
      .when(report)
      .thenRefused(Unknown, pointer),
  );

  it('records a report that takes the place of another', () =>
    given(...WORLD, aReport({ reportId: 'r00' }))
      .when(aReport({ replaces: 'r00' }))
      .thenRecorded());

  it('refuses a report that takes the place of itself', () =>
    given(...WORLD)
      .when(aReport({ replaces: 'r01' }))
      .thenRefused(LinkToItself, '/replaces'));

  it('revises only what its own publisher published', () => {
    const earlier = aReport({ reportId: 'r00', publisher: SPEAKER, claims: [killed('person', exactly(3734))] });
    const supersedes = { claim: 'report-r00#killed-person', change: 'revises', announced: 'not_found' } as const;
    return given(...WORLD, earlier)
      .when(aReport({ claims: [killed('person', exactly(3564), { supersedes })] }))
      .thenRefused(OtherParty, '/claims/0/supersedes/claim');
  });

  it('takes every date for a slot of a daily series, and nothing else', async () => {
    const daily = aSeries({ seriesId: 'daily', slots: 'daily' });
    const about = (slot: string) => aReport({ claims: [killed('person', exactly(9), inSlot(slot, 'daily'))] });

    await given(...WORLD, daily)
      .when(about('2024-02-29'))
      .thenRecorded();
    await given(...WORLD, daily)
      .when(about('2023-02-29'))
      .thenRefused(SlotUnknown, '/claims/0/about/slot');
    await given(...WORLD, daily)
      .when(about('year-1'))
      .thenRefused(SlotUnknown);
  });

  it('knows a slot that an amendment added', () =>
    given(
      ...WORLD,
      aSeriesAmendment({
        slots: [
          { slot: 'year-1', from: '2015-09-30', to: '2016-09-29' },
          { slot: 'year-2', from: '2016-09-30', to: '2017-09-29' },
          { slot: 'year-3', from: '2017-09-30', to: '2018-09-29' },
        ],
      }),
    )
      .when(aReport({ claims: [killed('person', exactly(9), inSlot('year-3'))] }))
      .thenRecorded());
});
