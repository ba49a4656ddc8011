import {
  aCorrection,
  aMerge,
  anActor,
  anActorAmendment,
  anIncident,
  aSplit,
  aStatement,
  aWithdrawal,
  at,
  inSlot,
  INCIDENT,
  investigation,
  killed,
  located,
  onDay,
  position,
  responsibility,
  takingPart,
  underId,
} from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { WORLD } from '../../../test/support/world.js';
import { AlreadyExists } from '../../domain/refusals/already-exists.js';
import { LinkToItself, OtherKind, OtherParty, OtherSubject } from '../../domain/refusals/links.js';
import { ClaimUnknown, SlotUnknown, Unknown } from '../../domain/refusals/unknown.js';
import { atLeast, exactly } from '../../domain/values/figure.js';

const supersedes = (claim: string) => ({
  supersedes: { claim, change: 'revises' as const, announced: 'unknown' as const },
});
const TARGET = '00000000-0000-7000-8000-000000009001';

describe('recording a statement', () => {
  it('records what was said, word for word', () =>
    given(...WORLD)
      .when(aStatement({ claims: [killed('child', atLeast(6)), located()] }))
      .thenRecorded());

  it('records a statement without claims: that it was said is the fact', () =>
    given(...WORLD)
      .when(aStatement())
      .thenRecorded());

  it('records what is impossible, for the findings to flag', () =>
    given(...WORLD)
      .when(
        aStatement({
          claims: [
            killed('person', exactly(-73_043)),
            killed('child', { min: 9, max: 4, qualifier: 'range' }),
            located({ names: [], adminPath: [], precision: 'unknown', point: { lat: 36, lon: 4239 } }),
          ],
        }),
      )
      .thenRecorded());

  describe('sent again', () => {
    it('is the same statement when it says the same, in whatever order its fields come', () => {
      const statement = aStatement({ claims: [killed('child', atLeast(6))] });
      const turned = { ...statement, data: Object.fromEntries(Object.entries(statement.data).toReversed()) };
      return given(...WORLD, statement)
        .when(turned)
        .thenNothing();
    });

    it('is refused when its id was used for another', () =>
      given(...WORLD, aStatement())
        .when(aStatement({ channel: 'a briefing' }))
        .thenRefused(AlreadyExists, '/statementId'));

    it('is compared with the original, whatever we corrected since', () => {
      const original = underId(TARGET, aStatement());
      const corrected = aCorrection(original.stream, TARGET, aStatement({ channel: 'a briefing' }).data);
      return given(...WORLD, original, corrected)
        .when(aStatement())
        .thenNothing();
    });

    it('never gets its id back when the first was withdrawn', () => {
      const original = underId(TARGET, aStatement());
      return given(...WORLD, original, aWithdrawal(original.stream, TARGET))
        .when(aStatement({ channel: 'a briefing' }))
        .thenRefused(AlreadyExists);
    });
  });

  describe('refuses to name what is not there', () => {
    it.each([
      ['a speaker', aStatement({ speaker: 'nobody' }), '/speaker'],
      ['one spoken for', aStatement({ onBehalfOf: 'nobody' }), '/onBehalfOf'],
      ['a source', aStatement({ sources: [{ source: 'nowhere' }] }), '/sources/0/source'],
      [
        'an incident',
        aStatement({ claims: [killed('child', atLeast(1), { about: { incidents: [INCIDENT, 'nowhere'] } })] }),
        '/claims/0/about/incidents/1',
      ],
      [
        'a series',
        aStatement({ claims: [killed('child', atLeast(1), inSlot('year-1', 'nowhere'))] }),
        '/claims/0/about/series',
      ],
      [
        'one it accords to',
        aStatement({ claims: [killed('child', atLeast(1), { accordingTo: ['media', 'nobody'] })] }),
        '/claims/0/accordingTo/1',
      ],
      [
        'one it relays',
        aStatement({ claims: [killed('child', atLeast(1), { relays: { actor: 'nobody' } })] }),
        '/claims/0/relays/actor',
      ],
      [
        'one it attributes to',
        aStatement({ claims: [killed('child', atLeast(1), { counted: { attributedTo: ['nobody'] } })] }),
        '/claims/0/counted/attributedTo/0',
      ],
      [
        'whose forces',
        aStatement({ claims: [killed('child', atLeast(1), { counted: { of: 'nobody' } })] }),
        '/claims/0/counted/of',
      ],
      ['one accused', aStatement({ claims: [responsibility('attributes', { actor: 'nobody' })] }), '/claims/0/actor'],
      [
        'an operation',
        aStatement({ claims: [takingPart('declares', { operation: 'nothing' })] }),
        '/claims/0/operation',
      ],
      [
        'one addressed',
        aStatement({ claims: [investigation('calls_for', { addressedTo: ['nobody'] })] }),
        '/claims/0/addressedTo/0',
      ],
      [
        'the original of a duplicate',
        aStatement({ claims: [investigation('closes', { duplicateOf: 'nowhere' })] }),
        '/claims/0/duplicateOf',
      ],
      [
        'one it stands towards',
        aStatement({ claims: [position('condemns', 'harm', { towards: 'nobody' })] }),
        '/claims/0/towards',
      ],
    ])('%s', (_name, statement, pointer) =>
      given(...WORLD)
        .when(statement)
        .thenRefused(Unknown, pointer),
    );

    it.each([
      ['a superseded claim', killed('child', atLeast(1), supersedes('statement-a09#x')), '/claims/0/supersedes/claim'],
      ['a relayed claim', killed('child', atLeast(1), { relays: { claim: 'report-r09#x' } }), '/claims/0/relays/claim'],
      ['an answered call', investigation('announces', { answers: ['statement-a09#x'] }), '/claims/0/answers/0'],
    ])('%s', (_name, claim, pointer) =>
      given(...WORLD)
        .when(aStatement({ claims: [claim] }))
        .thenRefused(ClaimUnknown, pointer),
    );

    it('a claim that its act does not make', () =>
      given(...WORLD, aStatement({ statementId: 'a00' }))
        .when(aStatement({ claims: [killed('child', atLeast(1), supersedes('statement-a00#killed-child'))] }))
        .thenRefused(ClaimUnknown));

    it('a slot that the series has not', () =>
      given(...WORLD)
        .when(aStatement({ claims: [killed('child', atLeast(1), inSlot('year-3'))] }))
        .thenRefused(SlotUnknown, '/claims/0/about/slot'));

    it('a source that we withdrew', () => {
      const [speaker, ...others] = WORLD;
      const gone = underId(TARGET, speaker!);
      return given(gone, ...others, aWithdrawal(gone.stream, TARGET))
        .when(aStatement())
        .thenRefused(Unknown, '/speaker');
    });
  });

  it('lets words stand for somebody unnamed in "according to"', () =>
    given(...WORLD)
      .when(aStatement({ claims: [killed('child', atLeast(1), { accordingTo: ['media', 'officials', 'unstated'] })] }))
      .thenRecorded());

  describe('that supersedes an earlier claim', () => {
    const earlier = aStatement({
      statementId: 'a00',
      claims: [killed('child', exactly(2)), killed('person', exactly(3))],
    });
    const CLAIM = 'statement-a00#killed-child';

    it('is recorded when it is of the same party, kind and subject', () =>
      given(...WORLD, earlier)
        .when(aStatement({ claims: [killed('child', exactly(4), supersedes(CLAIM))] }))
        .thenRecorded());

    it('is recorded of two voices of one party', () =>
      given(
        ...WORLD,
        anActor({ actorId: 'us-dod', partOf: [{ actor: 'united-states' }] }),
        aStatement({ statementId: 'a00', speaker: 'us-forces', claims: [killed('child', exactly(2))] }),
      )
        .when(aStatement({ speaker: 'us-dod', claims: [killed('child', exactly(3), supersedes(CLAIM))] }))
        .thenRecorded());

    it('is refused of another party', () =>
      given(...WORLD, earlier)
        .when(aStatement({ speaker: 'snhr', claims: [killed('child', exactly(4), supersedes(CLAIM))] }))
        .thenRefused(OtherParty, '/claims/0/supersedes/claim'));

    it('is of the party spoken for, not of the speaker', () =>
      given(...WORLD, earlier)
        .when(aStatement({ onBehalfOf: 'snhr', claims: [killed('child', exactly(4), supersedes(CLAIM))] }))
        .thenRefused(OtherParty));

    it('is refused once the voices belong to different parties', () =>
      given(
        ...WORLD,
        anActor({ actorId: 'militia', partOf: [{ actor: 'united-states' }] }),
        anActorAmendment({ actorId: 'militia', effective: onDay('2022-03-01'), partOf: [] }),
        aStatement({ statementId: 'a00', speaker: 'us-forces', claims: [killed('child', exactly(2))] }),
      )
        .when(
          aStatement({
            speaker: 'militia',
            issuedAt: at('2022-04-01T00:00:00Z'),
            claims: [killed('child', exactly(3), supersedes(CLAIM))],
          }),
        )
        .thenRefused(OtherParty));

    it('is refused of another kind', () =>
      given(...WORLD, earlier)
        .when(aStatement({ claims: [responsibility('denies', supersedes(CLAIM))] }))
        .thenRefused(OtherKind, '/claims/0/supersedes/claim'));

    it('may count something else: the kind is the same', () =>
      given(...WORLD, earlier)
        .when(aStatement({ claims: [killed('woman', exactly(4), supersedes(CLAIM))] }))
        .thenRecorded());

    it('is refused about another incident', () =>
      given(...WORLD, anIncident({ incidentId: 'elsewhere' }), earlier)
        .when(
          aStatement({
            claims: [killed('child', exactly(4), { ...supersedes(CLAIM), about: { incidents: ['elsewhere'] } })],
          }),
        )
        .thenRefused(OtherSubject, '/claims/0/supersedes/claim'));

    it('is refused about more incidents than the earlier one', () =>
      given(...WORLD, anIncident({ incidentId: 'elsewhere' }), earlier)
        .when(
          aStatement({
            claims: [
              killed('child', exactly(4), { ...supersedes(CLAIM), about: { incidents: [INCIDENT, 'elsewhere'] } }),
            ],
          }),
        )
        .thenRefused(OtherSubject));

    it('is refused about another slot', () =>
      given(...WORLD, aStatement({ statementId: 'a00', claims: [killed('child', exactly(2), inSlot('year-1'))] }))
        .when(aStatement({ claims: [killed('child', exactly(4), { ...supersedes(CLAIM), ...inSlot('year-2') })] }))
        .thenRefused(OtherSubject));

    it('is about the same once a merge made the incidents one', () =>
      given(...WORLD, anIncident({ incidentId: 'elsewhere' }), earlier, aMerge('elsewhere'))
        .when(
          aStatement({
            claims: [killed('child', exactly(4), { ...supersedes(CLAIM), about: { incidents: ['elsewhere'] } })],
          }),
        )
        .thenRecorded());

    it('is about a part once a split gave the earlier claim to it', () =>
      given(
        ...WORLD,
        anIncident({ incidentId: 'part' }),
        earlier,
        aSplit(['part'], { allocation: [{ claim: CLAIM, to: 'part' }] }),
      )
        .when(
          aStatement({
            claims: [killed('child', exactly(4), { ...supersedes(CLAIM), about: { incidents: ['part'] } })],
          }),
        )
        .thenRecorded());

    it('is refused of itself', () =>
      given(...WORLD)
        .when(aStatement({ claims: [killed('child', exactly(4), supersedes('statement-a01#killed-child'))] }))
        .thenRefused(LinkToItself, '/claims/0/supersedes/claim'));

    it('is weighed against the earlier act as we corrected it', () => {
      const wrong = underId(
        TARGET,
        aStatement({ statementId: 'a00', speaker: 'snhr', claims: [killed('child', exactly(2))] }),
      );
      const right = aStatement({ statementId: 'a00', claims: [killed('child', exactly(2))] });
      return given(...WORLD, wrong, aCorrection(wrong.stream, TARGET, right.data))
        .when(aStatement({ claims: [killed('child', exactly(4), supersedes(CLAIM))] }))
        .thenRecorded();
    });

    it('is refused when we withdrew the earlier act', () => {
      const wrong = underId(TARGET, earlier);
      return given(...WORLD, wrong, aWithdrawal(wrong.stream, TARGET))
        .when(aStatement({ claims: [killed('child', exactly(4), supersedes(CLAIM))] }))
        .thenRefused(ClaimUnknown);
    });
  });

  it('refuses a claim that relays itself', () =>
    given(...WORLD)
      .when(aStatement({ claims: [killed('child', exactly(4), { relays: { claim: 'statement-a01#killed-child' } })] }))
      .thenRefused(LinkToItself, '/claims/0/relays/claim'));

  it('refuses a claim that answers itself', () =>
    given(...WORLD)
      .when(aStatement({ claims: [investigation('closes', { answers: ['statement-a01#investigation-closes'] })] }))
      .thenRefused(LinkToItself, '/claims/0/answers/0'));

  it('records a claim about an incident that was merged: the row keeps the incident that was named', () =>
    given(...WORLD, anIncident({ incidentId: 'elsewhere' }), aMerge('elsewhere'))
      .when(aStatement({ claims: [killed('child', exactly(4))] }))
      .thenRecorded());
});
