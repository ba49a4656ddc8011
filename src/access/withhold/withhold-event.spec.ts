import {
  aCorrection,
  anActor,
  aStatement,
  aSource,
  killed,
  SPEAKER,
  type Happening,
} from '../../../test/support/builders.js';
import { logOf } from '../../../test/support/log.js';
import type { EventType } from '../../domain/events/index.js';
import { registerOf } from '../../domain/register/register.js';
import { exactly } from '../../domain/values/figure.js';
import type { ProtectionLevel } from '../../domain/vocabularies/protection-level.js';
import { KeptLevels, type GuardedRow } from './kept-level.js';
import { EventsShown } from './withhold-event.js';

const statement = aStatement({ speaker: 'jane', sources: [{ source: 'briefing-page' }, { source: 'private' }] });

function shown(
  most: ProtectionLevel,
  one: Happening,
  named: readonly string[] = [],
  targetType: EventType | null = null,
) {
  const log = logOf(
    anActor(SPEAKER),
    anActor({ actorId: 'jane', person: true }),
    aSource(),
    aSource({ sourceId: 'private', protection: 'restricted' }),
    statement,
    one,
  );
  const { actors, acts, sources, protections } = registerOf(log);
  const levels = new KeptLevels([...actors, ...acts, ...sources] as GuardedRow[], protections);
  return new EventsShown(levels, most).show({ event: log.at(-1)!, named, targetType });
}

describe('an event', () => {
  it('is shown as withheld, and nothing else of it, where it or what it names is kept more closely', () => {
    const event = shown('public', statement, ['source-private']);
    expect(event).toEqual({
      position: expect.any(String) as string,
      recordedAt: expect.any(String) as string,
      withheld: 'restricted',
    });
  });

  it('does not say who recorded it to those who may only see what is public', () => {
    expect(shown('public', statement)).toMatchObject({
      type: 'StatementIssued',
      recordedBy: { withheld: 'restricted' },
    });
    expect(shown('restricted', statement)).toMatchObject({ recordedBy: 'test' });
  });

  it('carries no names of persons and no hidden sources, nor in what it corrected', () => {
    const claims = [killed('child', exactly(4))];
    const correction = aCorrection(statement.stream, 'x', { ...statement.data, claims }, { before: statement.data });
    const text = JSON.stringify(shown('public', correction, [], 'StatementIssued'));
    expect(text).toContain('withheld-person-1');
    expect(text).not.toMatch(/jane|private/);
  });

  it('shows nothing of the data it corrects where nobody knows what kind of entry it was', () => {
    const correction = aCorrection(statement.stream, 'x', statement.data, { before: statement.data });
    expect(shown('restricted', correction)).toMatchObject({
      data: { before: { withheld: 'confidential' }, after: { withheld: 'confidential' } },
    });
  });
});
