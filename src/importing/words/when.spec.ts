import type { YamlValue } from '../reading/parse-yaml.js';
import { when, zoneName } from './when.js';

function reading(value: YamlValue, datesApproximate = false, zone = 'Asia/Damascus') {
  const problems: string[] = [];
  const report = (at: string, message: string) => void problems.push(`${at} ${message}`);
  return { when: when.read(value, '', { report, zone, datesApproximate, language: 'en' }), problems };
}
const read = (value: YamlValue, datesApproximate?: boolean) => reading(value, datesApproximate).when;
const zone = 'Asia/Damascus';

describe('times in a case file', () => {
  it('takes a date from one local midnight to the next', () => {
    expect(read('2022-02-03')).toEqual({
      from: '2022-02-03T00:00:00+02:00',
      to: '2022-02-04T00:00:00+02:00',
      precision: 'date',
      zone,
    });
  });

  it('marks bare dates approximate where the file says so, and nothing else', () => {
    expect(read('2022-02-03', true)?.approximate).toBe(true);
    expect(read('2022-02-03T09:00+02:00', true)?.approximate).toBeUndefined();
    expect(read({ told: 1 } as never, true)).toBeUndefined();
  });

  it('follows the clock of the place through the years', () => {
    expect(read('2023-11-03')?.from).toBe('2023-11-03T00:00:00+03:00');
    // Damascus put its clocks forward at midnight: that day begins at one o'clock.
    expect(read('2022-03-25')?.from).toBe('2022-03-25T01:00:00+03:00');
  });

  it('takes an hour as that hour, in its own offset', () => {
    expect(read('2022-02-03T09+02:00')).toEqual({
      from: '2022-02-03T09:00:00+02:00',
      to: '2022-02-03T10:00:00+02:00',
      precision: 'hour',
      zone,
    });
    expect(read('2022-02-03T09')?.from).toBe('2022-02-03T09:00:00+02:00');
    expect(
      read(
        new Map([
          ['at', '2022-02-02T23-05:00'],
          ['zone', 'America/New_York'],
        ]),
      ),
    ).toMatchObject({
      from: '2022-02-02T23:00:00-05:00',
      zone: 'America/New_York',
    });
  });

  it('takes a minute as an instant', () => {
    expect(read('2022-02-03T09:30+02:00')).toMatchObject({
      from: '2022-02-03T09:30:00+02:00',
      to: '2022-02-03T09:30:00+02:00',
      precision: 'exact_time',
    });
    expect(read('2022-02-03T09:30Z')?.from).toBe('2022-02-03T09:30:00+00:00');
  });

  it('takes months, years and spans of days to their ends', () => {
    expect(read('2022-02')).toMatchObject({ to: '2022-03-01T00:00:00+02:00', precision: 'month' });
    expect(read(2022)).toMatchObject({
      from: '2022-01-01T00:00:00+02:00',
      to: '2023-01-01T00:00:00+03:00',
      precision: 'year',
    });
    expect(read('2022-02-03 to 2022-02-05')).toMatchObject({
      to: '2022-02-06T00:00:00+02:00',
      precision: 'date_range',
    });
  });

  it('hears "about"', () => {
    expect(read('about 2017-10-01')?.approximate).toBe(true);
    expect(read('~2017-10')?.approximate).toBe(true);
  });

  it('takes a span in so many words', () => {
    const night = new Map([
      ['from', '2022-02-02T18:00'],
      ['to', '2022-02-03T06:00'],
      ['precision', 'part of day'],
    ]);
    expect(read(night)).toEqual({
      from: '2022-02-02T18:00:00+02:00',
      to: '2022-02-03T06:00:00+02:00',
      precision: 'part_of_day',
      zone,
    });
  });

  it.each([
    '2022-02-30',
    '2022-13-01',
    '2022-02-03T25+02:00',
    '2022-02-05 to 2022-02-03',
    'yesterday',
    '03.02.2022',
    '2022-02-03T09:00+99:00',
    '0000-00',
  ])('refuses %j', (text) => {
    const { when: found, problems } = reading(text);
    expect(found).toBeUndefined();
    expect(problems).toHaveLength(1);
  });

  it('refuses a time that the clocks skipped or showed twice', () => {
    expect(reading('2022-03-27T02:30', false, 'Europe/Berlin').problems).toHaveLength(1);
    expect(reading('2022-10-30T02:30', false, 'Europe/Berlin').problems).toHaveLength(1);
  });

  it.each(['Damascus', '+02:00', 'Mars/Olympus', ''])('refuses %j as a time zone', (name) => {
    const problems: string[] = [];
    zoneName.read(name, '', {
      report: (_at, message) => void problems.push(message),
      zone,
      datesApproximate: false,
      language: 'en',
    });
    expect(problems).toHaveLength(1);
  });
});
