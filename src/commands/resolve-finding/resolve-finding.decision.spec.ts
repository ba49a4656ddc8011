import {
  aCorrection,
  aLink,
  aMerge,
  aReport,
  aResolution,
  aSettingAside,
  aStatement,
  aWithdrawal,
  anActor,
  anIncident,
  findingId,
  INCIDENT,
  inSlot,
  killed,
  responsibility,
  SERIES,
  underId,
} from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { WORLD } from '../../../test/support/world.js';
import { IdChanged } from '../../domain/refusals/entries.js';
import { FindingUnknown } from '../../domain/refusals/findings.js';
import { IncidentAbsorbed } from '../../domain/refusals/identity.js';
import { SubjectElsewhere } from '../../domain/refusals/subject.js';
import { ClaimUnknown, Unknown } from '../../domain/refusals/unknown.js';
import { exactly, atLeast } from '../../domain/values/figure.js';

const SUBJECT = `incident-${INCIDENT}`;
const MEMBERS = ['statement-a01#killed-child', 'report-r01#killed-child'];
const finding = findingId('range_disjoint', SUBJECT, 'count killed child not_stated occurred');
const four = aStatement({ claims: [killed('child', exactly(4))] });
const six = aReport({ claims: [killed('child', atLeast(6))] });
const SAID = [...WORLD, four, six];
const settling = (members = MEMBERS, over: Parameters<typeof aResolution>[1] = {}) =>
  aResolution(members, { finding, ...over });

const TARGET = '00000000-0000-7000-8000-000000009001';

describe('resolving a finding', () => {
  it('records how it was settled, and on what members', () =>
    given(...SAID)
      .when(settling())
      .thenRecorded());

  it('is recorded of a series too', () => {
    const subject = `series-${SERIES}`;
    const below = { ...killed('man', exactly(-1)), ...inSlot('year-1') };
    const ref = 'report-r01#killed-man';
    return given(...WORLD, aReport({ claims: [below] }))
      .when(aResolution([ref], { subject, finding: findingId('negative', subject, ref) }))
      .thenRecorded();
  });

  it('said again adds nothing, also when it holds no longer', () =>
    given(...SAID, settling(), underId(TARGET, aSettingAside(MEMBERS[0]!)))
      .when(settling())
      .thenNothing());

  it('is recorded again in another way', () =>
    given(...SAID, settling())
      .when(settling(MEMBERS, { resolution: 'not_a_contradiction' }))
      .thenRecorded());

  it('is refused when its subject is another than what it was sent to', () => {
    const resolution = settling();
    const elsewhere = { ...resolution, data: { ...resolution.data, subject: `series-${SERIES}` } };
    return given(...SAID)
      .when(elsewhere)
      .thenRefused(SubjectElsewhere, '/subject');
  });

  it('is refused on a member that is not there', () =>
    given(...SAID)
      .when(settling(['statement-a01#killed-child', 'statement-a09#x']))
      .thenRefused(ClaimUnknown, '/members/1'));

  it('is recorded on a member that was withdrawn since: a broken link is a finding too', () => {
    const later = aStatement({ statementId: 'a02', claims: [killed('child', exactly(5))] });
    const [from, to] = ['statement-a02#killed-child', 'statement-a01#killed-child'];
    const broken = findingId('link_broken', SUBJECT, `${from} supersedes ${to}`);
    const corrected = aStatement({ claims: [] }).data;
    return given(...WORLD, underId(TARGET, four), later, aLink(from, to), aCorrection(four.stream, TARGET, corrected))
      .when(aResolution([from, to], { finding: broken }))
      .thenRecorded();
  });

  it('is refused of an absorbed incident', () =>
    given(...SAID, anIncident({ incidentId: 'second' }), aMerge('second'))
      .when(settling())
      .thenRefused(IncidentAbsorbed));

  it('is refused of a series that was never defined', () =>
    given(...SAID)
      .when(settling(MEMBERS, { subject: 'series-nothing' }))
      .thenRefused(Unknown, ''));
});

describe('a resolution is refused of what the claims named do not give:', () => {
  it('a made-up finding', () =>
    given(...SAID)
      .when(settling(MEMBERS, { finding: `sha256:${'c'.repeat(64)}` }))
      .thenRefused(FindingUnknown, '/finding'));

  it('the finding of another incident', () =>
    given(...SAID)
      .when(
        settling(MEMBERS, {
          finding: findingId('range_disjoint', 'incident-x', 'count killed child not_stated occurred'),
        }),
      )
      .thenRefused(FindingUnknown, '/finding'));

  it('one that takes more members', () =>
    given(...SAID)
      .when(settling(['statement-a01#killed-child']))
      .thenRefused(FindingUnknown, '/finding'));

  it('one whose member was withdrawn', () =>
    given(...WORLD, underId(TARGET, four), six, aWithdrawal(four.stream, TARGET))
      .when(settling())
      .thenRefused(FindingUnknown, '/finding'));

  it('one between two voices of one party', () =>
    given(
      ...SAID.filter(({ id }) => id !== 'snhr'),
      anActor({ actorId: 'snhr', partOf: [{ actor: four.data.speaker }] }),
    )
      .when(settling())
      .thenRefused(FindingUnknown, '/finding'));

  it('another one than it was: a correction keeps the finding', () =>
    given(...SAID, underId(TARGET, settling()))
      .when(aCorrection(SUBJECT, TARGET, settling(MEMBERS, { finding: `sha256:${'c'.repeat(64)}` }).data))
      .thenRefused(IdChanged, '/after/finding'));
});

describe('a resolution is recorded of what the claims named give', () => {
  it('where whom they accuse is part of whom denies it', () => {
    const accuses = aStatement({ claims: [responsibility('attributes', { actor: 'unit' })] });
    const denies = aReport({ publisher: 'us-forces', claims: [responsibility('denies')] });
    const refs = [accuses, denies].map(({ stream, data }) => `${stream}#${data.claims[0]!.claimId}`);
    return given(...WORLD, anActor({ actorId: 'unit', partOf: [{ actor: 'us-forces' }] }), accuses, denies)
      .when(aResolution(refs, { finding: findingId('responsibility', SUBJECT, 'responsibility harm') }))
      .thenRecorded();
  });

  it('where what they say is about an incident that was merged into this one', () => {
    const about = { about: { incidents: ['second'] } };
    const elsewhere = aReport({ claims: [killed('child', atLeast(6), about)] });
    return given(
      ...WORLD,
      anIncident({ incidentId: 'second' }),
      four,
      elsewhere,
      aMerge(INCIDENT, { incidentId: 'second' }),
    )
      .when(settling())
      .thenRecorded();
  });

  it('where they are part of a circle of links that runs through other acts', () => {
    const acts = ['a01', 'a02', 'a03'].map((statementId) =>
      aStatement({ statementId, claims: [killed('child', exactly(4))] }),
    );
    const ref = (n: number) => `${acts[n]!.stream}#killed-child`;
    const circle = [aLink(ref(0), ref(1)), aLink(ref(1), ref(2)), aLink(ref(2), ref(0))];
    const members = [ref(2), ref(0)];
    return given(...WORLD, ...acts, ...circle)
      .when(aResolution(members, { finding: findingId('circle', SUBJECT, `${ref(2)} supersedes ${ref(0)}`) }))
      .thenRecorded();
  });
});
