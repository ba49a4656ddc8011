import type { Facts } from '../register/facts.js';
import type { ActorRow, ActRow, ClaimRow } from '../register/rows.js';
import { NOW } from '../as-of.js';
import { exactly, atLeast } from '../values/figure.js';
import { INCIDENT, killed } from '../../../test/support/builders.js';
import { workOf } from '../../../test/support/work.js';
import { positionOf } from '../../../test/support/log.js';
import { casualtyCounts } from './casualty-counts.js';
import { evolution } from './evolution.js';
import { findings } from './findings/index.js';
import { claimHistory } from './history.js';
import { standingFigures } from './standing-figures.js';

/** One incident, many claimants in 50 parties, 40 keys, half revisions, and one claim relayed by a tenth of all. */
function aCrowd(size: number): Facts {
  const claims: ClaimRow[] = [];
  const acts: ActRow[] = [];
  const actors: ActorRow[] = [];
  for (let actor = 0; actor < 2000; actor += 1) {
    const partOf = [{ actor: `party-${actor % 50}` }];
    const row = {
      stream: `actor-a${actor}`,
      eventId: `a${actor}`,
      ordinal: positionOf(actor),
      from: positionOf(actor),
      until: null,
      recordedAt: '2024-01-01T00:00:00Z',
    };
    actors.push({
      ...row,
      type: 'ActorRegistered',
      data: { actorId: `a${actor}`, names: [{ lang: 'en', text: 'x' }], type: 'official', partOf },
    });
  }
  for (let n = 0; n < size; n += 1) {
    const stream = `statement-s${n}`;
    const said = new Date(Date.UTC(2022, 1, 3) + n * 60_000).toISOString();
    const position = positionOf(10_000 + n);
    const row = {
      stream,
      eventId: `e${n}`,
      ordinal: position,
      from: position,
      until: null,
      recordedAt: '2024-01-01T00:00:00Z',
    };
    const speaker = `a${(n % 1000) * 2}`;
    const older =
      n >= 1000 && n % 20 === 0
        ? { supersedes: { claim: `statement-s${n - 1000}#c`, change: 'revises' as const, announced: 'yes' as const } }
        : {};
    const over = n % 10 === 9 ? { relays: { claim: 'statement-s0#c' } } : older;
    const figure = n % 3 === 0 ? atLeast(n % 50) : exactly(n % 50);
    const counted = { subgroup: `g${n % 40}` };
    claims.push({
      ...row,
      ref: `${stream}#c`,
      claimant: speaker,
      saidFrom: said,
      saidTo: said,
      claim: killed('person', figure, { claimId: 'c', counted: n % 10 === 9 ? { subgroup: 'g0' } : counted, ...over }),
    });
    acts.push({
      ...row,
      type: 'StatementIssued',
      data: {
        statementId: `s${n}`,
        speaker,
        issuedAt: { from: said, to: said, precision: 'exact_time', zone: 'UTC' },
        seen: 'original',
        sources: [{ source: 's' }],
      },
    });
  }
  const none = {
    links: [],
    operations: [],
    incidents: [],
    identifiers: [],
    identities: [],
    judgements: [],
    series: [],
    sources: [],
    protections: [],
  };
  return { subject: `incident-${INCIDENT}`, ...none, claims, acts, actors };
}

const answers = { claimHistory, casualtyCounts, evolution, findings, standingFigures };

const [few, many] = [aCrowd(1_000), aCrowd(10_000)];

describe.each(Object.entries(answers))('%s about an incident with many claims', (_name, answer) => {
  it('costs in proportion to them, not to their square', () => {
    const [less, more] = [few, many].map((facts) => workOf(() => answer(facts, NOW)));
    // Ten times the claims, and sorting them takes a third more for each.
    expect(more! / less!).toBeLessThan(14);
  });
});
