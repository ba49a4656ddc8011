import { aSeries, aSeriesAmendment } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { NothingAmended, SlotRemoved } from '../../domain/refusals/amendments.js';
import { Unknown } from '../../domain/refusals/unknown.js';

const YEAR_1 = { slot: 'year-1', from: '2015-09-30', to: '2016-09-29' };
const YEAR_2 = { slot: 'year-2', from: '2016-09-30', to: '2017-09-29' };
const YEAR_3 = { slot: 'year-3', from: '2017-09-30', to: '2018-09-29' };

describe('amending a series', () => {
  it('records slots that were added', () =>
    given(aSeries())
      .when(aSeriesAmendment({ slots: [YEAR_1, YEAR_2, YEAR_3] }))
      .thenRecorded());

  it('records a slot with another period', () =>
    given(aSeries())
      .when(aSeriesAmendment({ slots: [YEAR_1, { ...YEAR_2, to: '2017-09-30' }] }))
      .thenRecorded());

  it('records another label, and the slots stay', () =>
    given(aSeries())
      .when(aSeriesAmendment({ label: [{ lang: 'en', text: 'Killed' }] }))
      .thenRecorded());

  it('said again adds nothing', () => {
    const amended = aSeriesAmendment({ slots: [YEAR_1, YEAR_2, YEAR_3] });
    return given(aSeries(), amended).when(amended).thenNothing();
  });

  it('refuses to remove a slot: claims may be about it', () =>
    given(aSeries())
      .when(aSeriesAmendment({ slots: [YEAR_1] }))
      .thenRefused(SlotRemoved, '/slots'));

  it('refuses to remove a slot that an amendment added', () =>
    given(aSeries(), aSeriesAmendment({ slots: [YEAR_1, YEAR_2, YEAR_3] }))
      .when(aSeriesAmendment({ slots: [YEAR_1, YEAR_2] }))
      .thenRefused(SlotRemoved, '/slots'));

  it('refuses to make named slots out of a daily series', () =>
    given(aSeries({ slots: 'daily' }))
      .when(aSeriesAmendment({ slots: [YEAR_1] }))
      .thenRefused(SlotRemoved));

  it('refuses to make a daily series out of named slots', () =>
    given(aSeries())
      .when(aSeriesAmendment({ slots: 'daily' }))
      .thenRefused(SlotRemoved));

  it('is refused when it names nothing that changed', () =>
    given(aSeries()).when(aSeriesAmendment()).thenRefused(NothingAmended));

  it('is refused of a series that was never defined', () =>
    given()
      .when(aSeriesAmendment({ slots: [YEAR_1] }))
      .thenRefused(Unknown, ''));
});
