import type { Command } from '@nestjs/cqrs';
import { bodyOf } from '../../test/support/bodies.js';
import {
  aLink,
  aMerge,
  anActor,
  anAmendment,
  anIdentifier,
  anIncident,
  anIncidentLink,
  anOperation,
  aProtection,
  aSource,
  aStatement,
  killed,
  SPEAKER,
  type Happening,
} from '../../test/support/builders.js';
import { registerInMemory, type RegisterInMemory } from '../../test/support/register-in-memory.js';
import type { Role } from '../access/principal.js';
import type { DomainError } from '../domain/domain-error.js';
import { exactly } from '../domain/values/figure.js';
import { AmendIncident } from './amend-incident/amend-incident.command.js';
import { AssignIdentifier } from './assign-identifier/assign-identifier.command.js';
import { CorrectEntry } from './correct-entry/correct-entry.command.js';
import type { CommandContext } from './decision-log.js';
import { LinkClaims } from './link-claims/link-claims.command.js';
import { LinkIncidents } from './link-incidents/link-incidents.command.js';
import { MergeIncident } from './merge-incident/merge-incident.command.js';
import { OpenIncident } from './open-incident/open-incident.command.js';
import { RecordOperation } from './record-operation/record-operation.command.js';
import { RecordStatement } from './record-statement/record-statement.command.js';
import { RegisterActor } from './register-actor/register-actor.command.js';
import { RegisterSource } from './register-source/register-source.command.js';
import { SetProtection } from './set-protection/set-protection.command.js';
import { WithdrawEntry } from './withdraw-entry/withdraw-entry.command.js';

type Body = never;

let register: RegisterInMemory;
let reads = 0;
/** Reads that do not wait for each other are one round. */
let rounds = 0;
let secretEvent = '';

const as = (role: Role, id: string = role, more: Partial<CommandContext> = {}): CommandContext => ({
  by: { id, role },
  ...more,
});
const body = (happening: Happening) => bodyOf(happening) as Body;
const send = <Result>(command: Command<Result>) => register.commands.execute(command);

const renaming = (incidentId: string) => anAmendment({ incidentId, label: [{ lang: 'en', text: 'Another name' }] });

const about = (incident: string, statementId: string) =>
  aStatement({
    statementId,
    claims: [killed('child', exactly(4), { about: { incidents: [incident] } })],
  });

beforeAll(async () => {
  register = await registerInMemory();
  const { store } = register;
  const readStream = store.readStream.bind(store);
  let reading = 0;
  store.readStream = async function* (...given: Parameters<typeof readStream>) {
    reads += 1;
    if (reading === 0) rounds += 1;
    reading += 1;
    try {
      yield* readStream(...given);
    } finally {
      reading -= 1;
    }
  };
  const reviewer = as('reviewer');
  for (const actor of [SPEAKER, 'us-forces', 'sijil-team'])
    await send(new RegisterActor(body(anActor(actor)), reviewer));
  await send(new RegisterSource(body(aSource()), reviewer));
  for (const incidentId of ['open', 'absorbed'])
    await send(new OpenIncident(body(anIncident({ incidentId })), reviewer));
  const opened = await send(
    new OpenIncident(body(anIncident({ incidentId: 'secret', protection: 'confidential' })), reviewer),
  );
  secretEvent = opened.eventIds[0]!;
  await send(new RecordStatement(body(about('secret', 'hidden')), reviewer));
  await send(new RecordStatement(body(about('open', 'seen')), reviewer));
  await send(new MergeIncident(body(aMerge('secret', { incidentId: 'absorbed' })), reviewer));
});
afterAll(() => register.close());

/** What a recorder learns by a command about something: how it ended, in words without its name, and after how much reading. */
async function learnt(name: string, command: (name: string) => Command<unknown>) {
  [reads, rounds] = [0, 0];
  const [code, message] = await send(command(name)).then(
    () => ['recorded', ''],
    (error: DomainError) => [error.code, `${error.message} ${error.pointer}`.replaceAll(name, '…')],
  );
  return { code, message, reads, rounds };
}

const recorder = as('recorder');

describe('a confidential incident is not there for a recorder', () => {
  const commands: readonly (readonly [string, (name: string) => Command<unknown>])[] = [
    ['a statement about it', (name) => new RecordStatement(body(about(name, 'probe')), recorder)],
    ['an operation on it', (name) => new RecordOperation(body(anOperation({ incidents: [name] })), recorder)],
    ['an amendment', (name) => new AmendIncident(body(renaming(name)), recorder)],
    [
      'an amendment of a revision',
      (name) => new AmendIncident(body(renaming(name)), as('recorder', 'recorder', { ifMatch: 0 })),
    ],
    ['a code', (name) => new AssignIdentifier(body(anIdentifier({ incidentId: name })), recorder)],
    ['a link from it', (name) => new LinkIncidents(body(anIncidentLink('open', { incidentId: name })), recorder)],
    ['a link to it', (name) => new LinkIncidents(body(anIncidentLink(name, { incidentId: 'open' })), recorder)],
    [
      'a correction',
      (name) =>
        new CorrectEntry(
          'incident',
          name,
          { target: secretEvent, reason: 'transcription', after: anIncident({ incidentId: name }).data } as Body,
          recorder,
        ),
    ],
    [
      'a withdrawal',
      (name) =>
        new WithdrawEntry('incident', name, { target: secretEvent, reason: 'duplicate_entry' } as Body, recorder),
    ],
  ];

  it.each(commands)('%s ends as if nobody had ever opened it', async (_, command) => {
    const unknown = await learnt('nowhere', command);
    expect(unknown.code).not.toBe('recorded');
    expect(await learnt('secret', command)).toEqual(unknown);
  });

  it('nor is a statement that names it, after as many rounds of reading', async () => {
    const command = (name: string) =>
      new LinkClaims(
        'statement',
        name,
        body(aLink(`statement-${name}#killed-child`, 'statement-seen#killed-child')),
        recorder,
      );
    const [unknown, hidden] = [await learnt('nowhere', command), await learnt('hidden', command)];
    expect({ ...hidden, reads: 0 }).toEqual({ ...unknown, reads: 0 });
    expect(unknown.code).not.toBe('recorded');
  });

  it('nor that another was merged into it: whoever does not know of the merge amends what they see', async () => {
    const command = (name: string) => new AmendIncident(body(renaming(name)), recorder);
    expect(await learnt('absorbed', command)).toMatchObject({ code: 'recorded' });
    await expect(send(new AmendIncident(body(renaming('absorbed')), as('reviewer')))).rejects.toThrow(
      'was merged into secret',
    );
  });

  it('though its id is taken: ids are never used twice', async () => {
    const label = [{ lang: 'en', text: 'Another' }];
    const other = anIncident({ incidentId: 'secret', label });
    await expect(send(new OpenIncident(body(other), recorder))).rejects.toMatchObject({
      code: 'already-exists',
      pointer: '/incidentId',
    });
  });

  it('and whoever sends the very same is told no more than whoever guesses wrong, not even by a revision', async () => {
    const label = [{ lang: 'en', text: 'Another' }];
    const told = (happening: Happening, more: Partial<CommandContext> = {}) =>
      learnt('secret', () => new OpenIncident(body(happening), as('recorder', 'recorder', more)));
    const wrong = await told(anIncident({ incidentId: 'secret', label, protection: 'confidential' }));
    expect(wrong.code).toBe('already-exists');
    for (const protection of ['public', 'restricted', 'confidential'] as const) {
      const guess = anIncident({ incidentId: 'secret', protection });
      expect(await told(guess)).toEqual(wrong);
      expect(await told(guess, { ifMatch: 7, idempotencyKey: 'a-key-of-mine' })).toEqual(wrong);
    }
    const malformed = anIncident({ incidentId: 'secret', label: 'no label' as never });
    expect(await told(malformed)).toMatchObject({ code: 'invalid-data' });
    const acts = [about('secret', 'hidden'), aStatement({ statementId: 'hidden' })];
    const [same, another] = await Promise.all(
      acts.map((act) => send(new RecordStatement(body(act), recorder)).catch((error: Error) => error.message)),
    );
    expect([same, another]).toEqual([another, expect.stringContaining('already a statement hidden')]);
  });
});

it('whoever recorded something gets its first result again, though it is kept from them since', async () => {
  const mine = anIncident({ incidentId: 'of-maryam' });
  const maryam = as('recorder', 'maryam');
  const first = await send(new OpenIncident(body(mine), maryam));
  const raised = aProtection('incident-of-maryam', 'confidential');
  await send(new SetProtection('incident', 'of-maryam', body(raised), as('reviewer')));
  await expect(send(new OpenIncident(body(mine), maryam))).resolves.toMatchObject({
    eventIds: first.eventIds,
    repeated: true,
  });
});

it('a reviewer names it like any other', async () => {
  await expect(send(new RecordStatement(body(about('secret', 'reviewed')), as('reviewer')))).resolves.toMatchObject({
    repeated: false,
  });
});

it('whoever began something goes on naming it, though they may not see it', async () => {
  const source = aSource({ sourceId: 'at-risk', protection: 'confidential' });
  await send(new RegisterSource(body(source), as('recorder', 'maryam')));
  const resting = (statementId: string) => aStatement({ statementId, sources: [{ source: 'at-risk' }] });
  await expect(send(new RecordStatement(body(resting('m01')), as('recorder', 'maryam')))).resolves.toBeDefined();
  await expect(send(new RecordStatement(body(resting('o01')), as('recorder', 'omar')))).rejects.toMatchObject({
    code: 'source-unknown',
  });
});

it('is there again once its protection is lowered', async () => {
  await send(
    new SetProtection('incident', 'secret', body(aProtection('incident-secret', 'restricted')), as('reviewer')),
  );
  await expect(send(new RecordStatement(body(about('secret', 'lowered')), recorder))).resolves.toBeDefined();
});
