import { existsSync, readFileSync } from 'node:fs';
import { registerInMemory } from '../../test/support/register-in-memory.js';
import { keyOf } from '../domain/claims/claim-key.js';
import type { Claim } from '../domain/claims/claim.js';
import type { CountClaim } from '../domain/claims/kinds/count.js';
import type { Draft } from '../domain/values/draft.js';
import { compileCaseFile } from './compile-case-file.js';
import { Importer } from './importer.js';

const example = (name: string) =>
  compileCaseFile(readFileSync(new URL(`../../examples/${name}/case.yaml`, import.meta.url), 'utf8'), name);
const atmeh = example('atmeh-2022');
const snhr = example('snhr-russia');

type Act = { readonly id: string; readonly claims: readonly Draft<Claim>[] };
const actsOf = ({ rows }: typeof atmeh): readonly Act[] =>
  rows.flatMap(({ command, body }) =>
    command === 'RecordStatement'
      ? [{ id: body.statementId, claims: body.claims }]
      : command === 'RecordReport'
        ? [{ id: body.reportId, claims: body.claims }]
        : [],
  );
const act = (file: typeof atmeh, id: string): readonly Draft<Claim>[] =>
  actsOf(file).find((one) => one.id === id)?.claims ?? [];
const isCount = (claim: Draft<Claim>): claim is Draft<CountClaim> => claim.kind === 'count';
const figures = (file: typeof atmeh, id: string) =>
  Object.fromEntries(
    act(file, id)
      .filter(isCount)
      .map(({ claimId, figure }) => [claimId, [figure?.min, figure?.max]]),
  );

describe('the example cases', () => {
  it('are taken whole by the register', async () => {
    const register = await registerInMemory();
    const report = await new Importer(register.commands).import([atmeh, snhr], {
      by: { id: 'demo', role: 'recorder' },
    });
    await register.close();
    expect(report.problems).toEqual([]);
  });

  it.each([atmeh, snhr])(
    'name every actor, the place, the incident and the series in English and Arabic',
    ({ rows }) => {
      for (const { command, body } of rows) {
        const labels =
          command === 'RegisterActor'
            ? body.names
            : command === 'OpenIncident'
              ? [...body.label]
              : command === 'DefineSeries'
                ? body.label
                : undefined;
        if (labels === undefined) continue;
        expect(labels.map(({ lang }) => lang)).toEqual(expect.arrayContaining(['en', 'ar']));
      }
    },
  );

  it.each([atmeh, snhr])('are public throughout', ({ rows }) => {
    for (const { command, body } of rows) {
      if (command !== 'AssignIdentifier') expect(body).toHaveProperty('protection', 'public');
    }
  });
});

describe('Atmeh', () => {
  it('has all 23 acts, in order', () => {
    const ids = Array.from({ length: 23 }, (_, index) => `a${String(index + 1).padStart(2, '0')}`);
    expect(actsOf(atmeh).map(({ id }) => id)).toEqual(ids);
  });

  it('records bare dates as days in Damascus, approximately', () => {
    const row = atmeh.rows.find(({ name }) => name === 'statement a10');
    expect(row?.command === 'RecordStatement' && row.body.issuedAt).toEqual({
      from: '2022-02-03T00:00:00+02:00',
      to: '2022-02-04T00:00:00+02:00',
      precision: 'date',
      approximate: true,
      zone: 'Asia/Damascus',
    });
  });

  it('has SOHR revise its first count, and set "at least one" fighter beside the three presumed', () => {
    const revised = act(atmeh, 'a08').map(({ claimId, supersedes }) => [claimId, supersedes?.claim]);
    expect(revised).toContainEqual(['killed-child', 'statement-a04#killed-child']);
    expect(revised).toContainEqual(['killed-combatant-person', undefined]);
    const [people, fighters] = act(atmeh, 'a09');
    expect(people?.supersedes).toMatchObject({ claim: 'statement-a08#killed-person', change: 'reaffirms' });
    expect(fighters?.supersedes).toBeUndefined();
    expect(keyOf(fighters as unknown as Claim)).toBe(keyOf(act(atmeh, 'a08').at(-1) as unknown as Claim));
  });

  it('records no sum of ours as anybody’s claim', () => {
    expect(figures(atmeh, 'a10')).toEqual({ 'killed-civilian-child': [6, 6], 'killed-civilian-woman': [3, 3] });
  });

  it('has the Pentagon speak twice in one briefing', () => {
    expect(figures(atmeh, 'a14')).toEqual({ 'killed-civilian-person': [3, null], 'evacuated-person': [11, null] });
    expect(act(atmeh, 'a15').find(({ claimId }) => claimId === 'killed-civilian-person')?.supersedes).toMatchObject({
      claim: 'statement-a14#killed-civilian-person',
      change: 'revises',
    });
    expect(figures(atmeh, 'a15')['killed-child']).toEqual([3, null]);
  });

  it('counts nobody where nobody was counted', () => {
    for (const id of ['a12', 'a13', 'a16', 'a19', 'a20', 'a21', 'a22'])
      expect(act(atmeh, id).filter(isCount)).toEqual([]);
    expect(act(atmeh, 'a20')).toEqual([]);
  });

  it('keeps the parts of a count apart from the whole', () => {
    expect(figures(atmeh, 'a18')).toMatchObject({
      'killed-person-inside-building': [7, null],
      'killed-combatant-person-outside': [2, 2],
    });
    expect(act(atmeh, 'a18').flatMap(({ supersedes }) => supersedes?.change ?? [])).toEqual(['supplements']);
  });

  it('has the US no longer certain of who set off the blast', () => {
    expect(act(atmeh, 'a19')).toMatchObject([
      { stance: 'cannot_say', for: 'explosion', supersedes: { claim: 'statement-a12#attributes-explosion' } },
    ]);
  });

  it('records the Russian call as conditional and addressed to the United States', () => {
    expect(act(atmeh, 'a16')).toMatchObject([
      { kind: 'position', stance: 'supports', topic: 'counter_terrorism' },
      { kind: 'investigation', act: 'calls_for', certainty: 'conditional', addressedTo: ['united-states'] },
    ]);
  });

  it('has Airwars’ figures as gathered from others', () => {
    expect(
      act(atmeh, 'a23')
        .filter(isCount)
        .every(({ compiled }) => compiled === true),
    ).toBe(true);
    expect(figures(atmeh, 'a23')['killed-civilian-person']).toEqual([9, 13]);
  });
});

const DATA = new URL('../../../shared/data/', import.meta.url);
const given = (path: string): unknown => JSON.parse(readFileSync(new URL(path, DATA), 'utf8'));
const withData = existsSync(DATA) ? describe : describe.skip;

interface Published {
  readonly reported: string;
  readonly periodEnd: string;
  readonly killed: number;
  readonly children?: number;
  readonly women?: number;
  readonly massacres?: number;
  readonly attacksVital?: number;
  readonly cluster?: number;
  readonly incendiary?: number;
  readonly schools?: number;
  readonly medical?: number;
  readonly markets?: number;
  readonly byYear?: readonly (readonly number[])[];
}

const NAMES = {
  killed: 'killed-civilian-person',
  children: 'killed-civilian-child',
  women: 'killed-civilian-woman',
  massacres: 'massacres-event',
  attacksVital: 'attacks-facility',
  schools: 'attacks-facility-school',
  medical: 'attacks-facility-medical',
  markets: 'attacks-facility-market',
  cluster: 'attacks-cluster-event',
  incendiary: 'attacks-incendiary-event',
} as const;

withData('SNHR, against the published figures', () => {
  const reports = existsSync(DATA)
    ? (given('snhr-russia-syria/claims.json') as { readonly series: readonly Published[] }).series.filter(
        ({ reported }) => reported !== '2022-09-30',
      )
    : [];

  it('has thirteen reports with every figure of theirs, and no other', () => {
    expect(reports).toHaveLength(13);
    const expected = reports.map((report) => ({
      ...Object.fromEntries(
        Object.entries(NAMES).flatMap(([field, name]) => {
          const n = report[field as keyof typeof NAMES];
          return n === undefined ? [] : [[`${name}-until-${report.periodEnd}`, [n, n]]];
        }),
      ),
      ...Object.fromEntries(
        (report.byYear ?? []).flatMap((parts, year) =>
          parts.map((n, index) => [`${[NAMES.killed, NAMES.children, NAMES.women][index]}-year-${year + 1}`, [n, n]]),
        ),
      ),
    }));
    const ids = actsOf(snhr)
      .map(({ id }) => id)
      .filter((id) => id.startsWith('snhr-'));
    expect(ids.map((id) => figures(snhr, id))).toEqual(expected);
  });
});

describe('the report of 2020', () => {
  it('lowers year one without an announcement that we could find', () => {
    const lowered = act(snhr, 'snhr-2020-09').filter(({ supersedes }) => supersedes !== undefined);
    expect(lowered).toMatchObject([
      {
        claimId: 'killed-civilian-person-year-1',
        figure: { min: 3564, max: 3564 },
        supersedes: {
          claim: 'report-snhr-2019-09#killed-civilian-person-year-1',
          change: 'revises',
          announced: 'not_found',
          reason: 'unexplained',
        },
      },
    ]);
  });
});

describe('the outlet’s mistake', () => {
  it('repeats the report of March 2016 with another total', () => {
    const [total, children] = act(snhr, 'sud-ua-2016') as readonly Draft<CountClaim>[];
    expect(total).toMatchObject({
      figure: { min: 984, max: 984 },
      relays: { claim: 'report-snhr-2016-03#killed-civilian-person-until-2016-03-15' },
    });
    expect(children?.relays).toEqual({ claim: 'report-snhr-2016-03#killed-civilian-child-until-2016-03-15' });
  });
});
