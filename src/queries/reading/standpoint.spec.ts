import { asOfIn } from '../../http/as-of.js';
import { standpoint } from './standpoint.js';

const POSITION = '0000000000000009';
const positionAt = () => Promise.resolve('0000000000000004');
const standing = (query: Record<string, string>, zone?: string) =>
  standpoint(asOfIn(query), POSITION, positionAt, zone);

describe('where a question stands', () => {
  it('is now, at the position of the register, unless it says otherwise', async () => {
    expect(await standing({})).toEqual({
      position: POSITION,
      at: { claimed: null, recorded: null },
      asOf: { claimed: null, recorded: POSITION },
    });
  });

  it('ends a date in the zone asked for, else in that of the incident, else in UTC', async () => {
    const claimedAsOf = '2022-02-03';
    const claimed = async (zone?: string, own?: string) =>
      (await standing({ claimedAsOf, ...(zone && { zone }) }, own)).at.claimed;
    expect(await claimed('Asia/Tokyo', 'Asia/Damascus')).toBe('2022-02-03T15:00:00Z');
    expect(await claimed(undefined, 'Asia/Damascus')).toBe('2022-02-03T22:00:00Z');
    expect(await claimed()).toBe('2022-02-04T00:00:00Z');
  });

  it('turns an instant of the recorded clock into a position', async () => {
    expect((await standing({ recordedAsOf: '2022-02-03T10:00Z' })).at.recorded).toBe('0000000000000004');
  });

  it('is never beyond the register', async () => {
    const { at, asOf } = await standing({ recordedAsOf: '0000000000000099' });
    expect([at.recorded, asOf.recorded]).toEqual([null, POSITION]);
  });

  it('refuses a position of another log, which cannot be compared', async () => {
    await expect(standing({ recordedAsOf: '7' })).rejects.toMatchObject({ code: 'invalid-query' });
  });
});
