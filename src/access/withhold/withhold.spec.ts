import {
  aLink,
  anActor,
  anActorAmendment,
  anIncident,
  anOperation,
  aPlace,
  aProtection,
  aRelayLink,
  aReport,
  aResolution,
  aSource,
  aSettingAside,
  aStatement,
  aGrading,
  civilianStatus,
  investigation,
  INCIDENT,
  killed,
  located,
  responsibility,
  PUBLISHER,
  SPEAKER,
  takingPart,
  underId,
  aCorrection,
  aMerge,
  type Happening,
} from '../../../test/support/builders.js';
import { logOf, positionOf } from '../../../test/support/log.js';
import { NOW } from '../../domain/as-of.js';
import { casualtyCounts } from '../../domain/claims/casualty-counts.js';
import { findings } from '../../domain/claims/findings/index.js';
import { claimHistory } from '../../domain/claims/history.js';
import { factsAbout } from '../../domain/register/facts-about.js';
import { registerOf } from '../../domain/register/register.js';
import { exactly } from '../../domain/values/figure.js';
import type { Point } from '../../domain/values/place.js';
import type { ProtectionLevel } from '../../domain/vocabularies/protection-level.js';
import { KeptLevels, type GuardedRow } from './kept-level.js';
import { withholdAbout } from './withhold.js';

const subject = `incident-${INCIDENT}`;
const basics = [anActor(SPEAKER), anActor('other'), anActor('us-forces'), aSource(), anIncident()];

/** What a reader of this level is left with of what happened. */
function seen(most: ProtectionLevel, happenings: readonly Happening[], at = NOW) {
  const register = registerOf(logOf(...basics, ...happenings));
  const { actors, acts, operations, incidents, series, sources } = register;
  const rows = [...actors, ...acts, ...operations, ...incidents, ...series, ...sources] as GuardedRow[];
  const levels = new KeptLevels(rows, register.protections);
  const seeing = { most, levels, namedByClaims: new Map(), namedElsewhere: new Map() };
  return withholdAbout(factsAbout(register, subject), seeing, at);
}

const acts = (most: ProtectionLevel, ...happenings: readonly Happening[]) =>
  seen(most, happenings).facts.acts.map(({ stream }) => stream);

const claim = killed('child', exactly(4));
const statement = (over: Parameters<typeof aStatement>[0] = {}) => aStatement({ claims: [claim], ...over });

describe('an act', () => {
  it('is restricted unless it was recorded as public', () => {
    const { protection: _, ...data } = statement().data;
    const unsaid = { ...statement(), data };
    expect(acts('public', unsaid)).toEqual([]);
    expect(acts('restricted', unsaid)).toEqual(['statement-a01']);
    expect(acts('public', statement())).toEqual(['statement-a01']);
  });

  it('is kept as closely as the source it rests on', () => {
    const source = aSource({ sourceId: 'private', protection: 'confidential' });
    const said = statement({ sources: [{ source: 'private' }] });
    expect(acts('restricted', source, said)).toEqual([]);
    expect(acts('confidential', source, said)).toEqual(['statement-a01']);
  });

  it('is kept as closely as whoever it names, and whoever any of its claims names', () => {
    const actor = anActor({ actorId: 'protected', protection: 'restricted' });
    const accused = responsibility('attributes', { actor: 'protected' });
    expect(acts('public', actor, statement({ speaker: 'protected' }))).toEqual([]);
    expect(acts('public', actor, statement({ claims: [claim, accused] }))).toEqual([]);
    expect(acts('restricted', actor, statement({ claims: [claim, accused] }))).toEqual(['statement-a01']);
  });

  it('is kept as closely as every incident its claims are about', () => {
    const joint = killed('child', exactly(4), { about: { incidents: [INCIDENT, 'secret'] } });
    const secret = anIncident({ incidentId: 'secret', protection: 'confidential' });
    expect(acts('public', secret, statement({ claims: [joint] }))).toEqual([]);
  });

  it('follows the last protection that was set, up and down', () => {
    const stream = 'statement-a01';
    expect(acts('public', statement(), aProtection(stream, 'restricted'))).toEqual([]);
    expect(acts('public', statement(), aProtection(stream, 'confidential'), aProtection(stream, 'public'))).toEqual([
      stream,
    ]);
  });

  it('is hidden in answers about the past too, once its protection is raised', () => {
    const then = { claimed: null, recorded: positionOf(basics.length + 1) };
    const { facts } = seen('public', [statement(), aProtection('statement-a01', 'restricted')], then);
    expect(facts.acts).toEqual([]);
  });

  it('hides a past version that named more than the present one', () => {
    const protectedActor = anActor({ actorId: 'protected', protection: 'restricted' });
    const first = underId('00000000-0000-7000-8000-0000000000aa', statement({ speaker: 'protected' }));
    const correction = aCorrection(first.stream, first.eventId!, statement().data);
    const { facts } = seen('public', [protectedActor, first, correction]);
    expect(facts.acts.map(({ data }) => 'speaker' in data && data.speaker)).toEqual([SPEAKER]);
    expect(JSON.stringify(claimHistory(facts, NOW))).not.toContain('protected"');
  });

  it('is counted with its claims as it is left out, as far as it was known', () => {
    const kept = statement({ protection: 'restricted', claims: [claim, killed('woman', exactly(3))] });
    const operation = anOperation({ protection: 'restricted' });
    expect(seen('public', [kept, operation]).withheld).toEqual({ acts: 2, claims: 2, points: 0 });
    expect(seen('restricted', [kept, operation]).withheld).toEqual({ acts: 0, claims: 0, points: 0 });
    const earlier = { claimed: null, recorded: positionOf(basics.length) };
    expect(seen('public', [kept], earlier).withheld).toEqual({ acts: 0, claims: 0, points: 0 });
  });

  it('is counted the same whatever had been said by then: the count does not tell when it was said', () => {
    const kept = statement({ protection: 'confidential', claims: [claim, killed('woman', exactly(3))] });
    const [{ from, to }] = [kept.data.issuedAt];
    for (const claimed of ['1900-01-01T00:00:00Z', from, to, '2100-01-01T00:00:00Z']) {
      const { withheld } = seen('public', [kept], { claimed, recorded: null });
      expect([claimed, withheld]).toEqual([claimed, { acts: 1, claims: 2, points: 0 }]);
    }
  });
});

describe('what is left', () => {
  const hidden = statement({ statementId: 'hidden', protection: 'restricted' });
  const ref = 'statement-hidden#killed-child';

  it('no longer says what it changed, repeated or answered', () => {
    const revising = statement({
      claims: [{ ...claim, supersedes: { claim: ref, change: 'revises', announced: 'yes' } }],
    });
    const answering = statement({ statementId: 'a02', claims: [investigation('closes', { answers: [ref] })] });
    const { facts } = seen('public', [
      hidden,
      revising,
      answering,
      aSettingAside(ref),
      aGrading('fair', { basis: [ref] }),
    ]);
    expect(facts.claims).toHaveLength(2);
    expect(JSON.stringify(facts)).not.toContain('statement-hidden');
  });

  it('is still a repetition, and moves no range', () => {
    const stated = statement({ claims: [{ ...claim, relays: { claim: ref } }] });
    const linked = statement({ statementId: 'a02', speaker: 'other' });
    const link = aRelayLink('statement-a02#killed-child', ref);
    const { facts } = seen('public', [hidden, stated, linked, link]);
    expect(facts.claims).toHaveLength(2);
    expect(casualtyCounts(facts, NOW).counts.map(({ everyoneElse }) => everyoneElse)).toEqual([null]);
    expect(JSON.stringify(facts)).not.toContain('statement-hidden');
  });

  it('leaves out a claim that does nothing but take back a hidden one', () => {
    const retracting = statement({
      claims: [{ ...responsibility('denies'), supersedes: { claim: ref, change: 'retracts', announced: 'yes' } }],
    });
    const { facts, withheld } = seen('public', [hidden, retracting]);
    expect(facts.claims).toEqual([]);
    expect(withheld).toEqual({ acts: 1, claims: 2, points: 0 });
  });

  it('has no links of ours to what is hidden', () => {
    const { facts } = seen('public', [hidden, statement(), aLink('statement-a01#killed-child', ref)]);
    expect(facts.links).toEqual([]);
  });

  it('knows nothing of a merge into a hidden incident', () => {
    const secret = anIncident({ incidentId: 'secret', protection: 'confidential' });
    const { facts } = seen('public', [secret, aMerge('secret')]);
    expect(facts.identities).toEqual([]);
    expect(facts.incidents.map(({ stream }) => stream)).toEqual([subject]);
  });
});

describe('an actor whom the reader may not know', () => {
  const person = anActor({ actorId: 'jane', person: true, shownAs: [{ lang: 'en', text: 'a local journalist' }] });
  const said = statement({ speaker: 'jane' });

  it('goes by another name wherever it is named, when a person without a public role', () => {
    const accusing = statement({ statementId: 'a02', claims: [responsibility('attributes', { actor: 'jane' })] });
    const { facts } = seen('restricted', [person, said, accusing]);
    expect(JSON.stringify(facts)).not.toContain('jane');
    const [one, two] = facts.claims;
    expect(one?.claimant).toMatch(/^withheld-person-\d+$/);
    expect(two?.claim).toMatchObject({ actor: one?.claimant });
    expect(facts.actors.find(({ data }) => data.actorId === one?.claimant)?.data).toMatchObject({
      names: [],
      shownAs: [{ text: 'a local journalist' }],
    });
  });

  it('goes by its own name once it has a public role, and for those who may see everything', () => {
    const role = anActorAmendment({ actorId: 'jane', publicRole: 'spokesperson' });
    expect(seen('public', [person, role, said]).facts.claims[0]?.claimant).toBe('jane');
    expect(seen('confidential', [person, said]).facts.claims[0]?.claimant).toBe('jane');
  });

  it('still tells voices apart: its party is the same, under another name', () => {
    const cell = anActor({ actorId: 'cell', protection: 'restricted' });
    const [a, b] = ['one', 'two'].map((actorId) => anActor({ actorId, partOf: [{ actor: 'cell' }] }));
    const says = (speaker: string) => statement({ statementId: speaker, speaker });
    const { facts } = seen('public', [cell, a!, b!, says('one'), says('two')]);
    const [{ figures, everyoneElse } = { figures: [], everyoneElse: null }] = casualtyCounts(facts, NOW).counts;
    expect(everyoneElse).toMatchObject({ parties: 1 });
    expect(new Set(figures.map(({ party }) => party))).toEqual(new Set([expect.stringMatching(/^withheld-actor-/)]));
    expect(JSON.stringify(facts)).not.toContain('"cell"');
  });
});

describe('a field', () => {
  it('that is kept more closely than its entry is replaced by how closely', () => {
    const grading = aGrading('fair');
    expect(seen('public', [grading]).facts.judgements[0]?.data).toMatchObject({
      assessedBy: { withheld: 'restricted' },
    });
    expect(seen('restricted', [grading]).facts.judgements[0]?.data).toMatchObject({ assessedBy: 'sijil-team' });
  });

  it('that claims are told apart by is hidden, but the same for the same', () => {
    const claims = [civilianStatus('adult', 'civilian'), civilianStatus('guest', 'combatant')];
    const again = statement({ statementId: 'a02', claims: [civilianStatus('adult', 'combatant')] });
    const { facts } = seen('public', [statement({ claims }), again]);
    const who = facts.claims.map((row) => 'who' in row.claim && row.claim.who);
    expect(who).toEqual([expect.stringMatching(/^withheld-[0-9a-f]{12}$/), who[1], who[0]]);
    expect(who[1]).not.toBe(who[0]);
  });

  it('such as a point is shown coarsely where it is finer than a village', () => {
    const point = { lat: 36.3, lon: 36.7 };
    const placed = (precision: 'street' | 'village') =>
      seen('public', [statement({ claims: [located(aPlace({ point, precision }))] })]).facts.claims[0]?.claim;
    const coarse = { point: { lat: 36.325, lon: 36.714, withheld: 'restricted' }, precision: 'village' };
    expect(placed('street')).toMatchObject({ place: coarse });
    expect(placed('village')).toMatchObject({ place: { point } });
    const cleared = aProtection('statement-a01', 'public', { cleared: true });
    const said = statement({ claims: [located(aPlace({ point, precision: 'street' }))] });
    expect(seen('public', [said, cleared]).facts.claims[0]?.claim).toMatchObject({ place: { point } });
    expect(
      seen('public', [said, cleared, aProtection('statement-a01', 'public')]).facts.claims[0]?.claim,
    ).toMatchObject({ place: { point: { withheld: 'restricted' } } });
  });

  it('such as the address of a private account is hidden', () => {
    const source = aSource({ sourceId: 'post', privateAccount: true });
    const said = statement({ sources: [{ source: 'post' }] });
    const url = (most: ProtectionLevel, ...more: readonly Happening[]) =>
      seen(most, [source, said, ...more]).facts.sources.map(({ data }) => 'url' in data && data.url);
    expect(url('public')).toEqual([{ withheld: 'restricted' }]);
    expect(url('restricted')).toEqual(['https://example.org/briefing']);
    expect(url('public', aProtection('source-post', 'public'))).toEqual([{ withheld: 'restricted' }]);
    const cleared = aProtection('source-post', 'public', { cleared: true });
    expect(url('public', cleared)).toEqual(['https://example.org/briefing']);
  });
});

describe('a finding', () => {
  const rules = (most: ProtectionLevel, ...happenings: readonly Happening[]) =>
    findings(seen(most, happenings).facts, NOW).map(({ rule, status }) => `${rule} ${status}`);

  it('is not made of a point that is withheld, and is of one that is shown', () => {
    const at = (point: Point, precision: 'street' | 'village') =>
      statement({ claims: [located(aPlace({ point, precision }))] });
    expect(rules('public', at({ lat: 36.3, lon: 36.7 }, 'street'))).toEqual([]);
    expect(rules('public', at({ lat: 36.3, lon: 4239 }, 'street'))).toEqual([]);
    expect(rules('public', at({ lat: 36.3, lon: 4239 }, 'village'))).toEqual(['bad_coordinates open']);
    expect(rules('restricted', at({ lat: 36.3, lon: 4239 }, 'street'))).toEqual(['bad_coordinates open']);
  });

  describe('about a person whose reference is hidden', () => {
    const one = statement({ claims: [civilianStatus('adult-2nd-floor', 'civilian', { claimId: 'one' })] });
    const other = statement({
      statementId: 'a02',
      speaker: 'other',
      claims: [
        civilianStatus('adult-2nd-floor', 'combatant', { claimId: 'same' }),
        civilianStatus('guest', 'combatant', { claimId: 'another' }),
      ],
    });
    const [full] = findings(seen('confidential', [one, other]).facts, NOW);

    it('is about the same claims, but tells neither the reference nor a hash that it could be guessed from', () => {
      const [finding, ...others] = findings(seen('public', [one, other]).facts, NOW);
      expect(others).toEqual([]);
      expect(finding).toMatchObject({ rule: 'civilian_status', members: full?.members });
      expect(finding?.id).not.toBe(full?.id);
      expect(JSON.stringify(finding)).not.toMatch(/adult|guest/);
    });

    it('keeps its id as more is said', () => {
      const later = statement({ statementId: 'a03', claims: [civilianStatus('zeroth', 'civilian')] });
      const [before] = findings(seen('public', [one, other]).facts, NOW);
      expect(findings(seen('public', [one, other, later]).facts, NOW)[0]?.id).toBe(before?.id);
    });

    it('is settled for every reader once it is', () => {
      const settling = aResolution(full?.members ?? [], { finding: full?.id ?? '' });
      for (const most of ['public', 'restricted', 'confidential'] as const) {
        expect([most, rules(most, one, other, settling)]).toEqual([most, ['civilian_status resolved']]);
      }
      expect(JSON.stringify(seen('public', [one, other, settling]).facts)).not.toContain(full?.id);
    });
  });

  it('among what persons are accused of is settled for every reader once it is', () => {
    const person = anActor({ actorId: 'jane', person: true });
    const accused = killed('child', exactly(4));
    const by = { ...accused.counted, attributedTo: ['jane'] };
    const one = statement({ claims: [{ ...accused, counted: by }] });
    const other = statement({
      statementId: 'a02',
      speaker: 'other',
      claims: [{ ...accused, counted: by, figure: exactly(9) }],
    });
    const [full] = findings(seen('confidential', [person, one, other]).facts, NOW);
    expect(full?.key).toContain('jane');
    const settling = aResolution(full?.members ?? [], { finding: full?.id ?? '' });
    expect(rules('restricted', person, one, other)).toEqual(['range_disjoint open']);
    expect(rules('restricted', person, one, other, settling)).toEqual(['range_disjoint resolved']);
  });
});

describe('what names something hidden in passing', () => {
  const operation = anOperation({ operationId: 'secret-raid', protection: 'restricted' });

  it('is left out where it says nothing else: a claim about a hidden operation', () => {
    const said = statement({ claims: [claim, takingPart('declares', { operation: 'secret-raid' })] });
    const { facts, withheld } = seen('public', [operation, said]);
    expect(facts.claims.map(({ ref }) => ref)).toEqual(['statement-a01#killed-child']);
    expect(withheld.claims).toBe(1);
    expect(seen('restricted', [operation, said]).facts.claims).toHaveLength(2);
  });

  it('goes without it otherwise: a report that replaces a hidden one', () => {
    const hidden = aReport({ reportId: 'secret-draft', protection: 'restricted', claims: [claim] });
    const report = aReport({ reportId: 'final', replaces: 'secret-draft', claims: [claim] });
    const publisher = anActor(PUBLISHER);
    expect(JSON.stringify(seen('public', [publisher, hidden, report]).facts)).not.toContain('secret-draft');
    expect(JSON.stringify(seen('restricted', [publisher, hidden, report]).facts)).toContain('secret-draft');
  });
});

it('nobody is taken for somebody registered under the name that stands for another', () => {
  const person = anActor({ actorId: 'jane', person: true });
  const impostor = anActor('withheld-person-1');
  const one = statement({ speaker: 'jane' });
  const other = statement({ statementId: 'a02', speaker: 'withheld-person-1' });
  const { facts } = seen('public', [person, impostor, one, other]);
  expect(new Set(facts.claims.map(({ claimant }) => claimant)).size).toBe(2);
});
