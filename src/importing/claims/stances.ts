import { cause } from '../../domain/vocabularies/cause.js';
import { grade } from '../../domain/vocabularies/grade.js';
import { investigationOutcome } from '../../domain/vocabularies/investigation-outcome.js';
import { noCommentTopic } from '../../domain/vocabularies/no-comment-topic.js';
import { operationRole } from '../../domain/vocabularies/operation-role.js';
import { operationStatus } from '../../domain/vocabularies/operation-status.js';
import { personStatus } from '../../domain/vocabularies/person-status.js';
import { positionStance, type PositionStance } from '../../domain/vocabularies/position-stance.js';
import { positionTopic } from '../../domain/vocabularies/position-topic.js';
import { responsibilityFor } from '../../domain/vocabularies/responsibility-for.js';
import { entriesOf, may, must, oneOrMore, record, shared, shortOrLong } from '../reading/records.js';
import { mapped, type Reading } from '../reading/reading.js';
import { code, flag, id, text } from '../reading/scalars.js';
import { label } from '../words/label.js';
import { passage } from '../words/passage.js';
import { place } from '../words/place.js';
import { reference } from './settings.js';

/** Exactly what one claim that is no count says: the claim without what all claims have, and a name for it. */
export interface StanceWords {
  readonly name: string;
  readonly says: Readonly<Record<string, unknown>>;
  readonly pointer: string;
  /** Claim references among what it says that still have to be resolved. */
  readonly answers?: readonly string[];
}

/** Operation roles, grades and the like in a claim's name. */
const dashed = (...parts: readonly string[]): string => parts.join('-').replaceAll('_', '-');

type Said = readonly (Omit<StanceWords, 'pointer'> & { readonly pointer?: string })[];
const stance = <T>(reading: Reading<T>, into: (read: T) => Said): Reading<readonly StanceWords[]> =>
  mapped(reading, (read, pointer) => into(read).map((one) => ({ pointer, ...one })));

const harmOf = code(responsibilityFor);

const attributed = entriesOf(
  shortOrLong(
    mapped(id, (actor) => ({ actor })),
    mapped(record({ person: must(id, 'a local reference to somebody unidentified, never a name') }), ({ person }) => ({
      person,
    })),
  ),
  harmOf,
);

const responsibility = (name: string, taken: 'accepts' | 'denies' | 'cannot_say') =>
  stance(oneOrMore(harmOf), (fors) =>
    fors.map((what) => ({ name: dashed(name, what), says: { kind: 'responsibility', for: what, stance: taken } })),
  );

const operationPart = (taken: 'declares' | 'denies') =>
  stance(
    shortOrLong(
      mapped(id, (operation) => ({ operation, role: 'conducted' as const })),
      mapped(
        record({
          operation: must(id, 'the operation'),
          role: may(code(operationRole), 'the part taken in it; otherwise conducted'),
        }),
        ({ operation, role = 'conducted' }) => ({ operation, role }),
      ),
    ),
    (part) => [{ name: dashed(taken, part.role).slice(0, 64), says: { kind: 'operation', stance: taken, ...part } }],
  );

const position = (taken: PositionStance) =>
  stance(
    oneOrMore(
      shortOrLong(
        mapped(code(positionTopic), (topic) => ({ topic })),
        mapped(
          record({ on: must(code(positionTopic), 'on what'), towards: may(id, 'towards whom') }),
          ({ on: topic, towards }) => ({ topic, ...(towards !== undefined && { towards }) }),
        ),
      ),
    ),
    (topics) =>
      topics.map((one) => ({ name: dashed(taken, one.topic), says: { kind: 'position', stance: taken, ...one } })),
  );

const investigated = record({
  'addressed to': may(oneOrMore(id), 'who is to investigate'),
  outcome: may(code(investigationOutcome), 'how it ended'),
  reason: may(passage, 'the reason given, in words'),
  answers: may(oneOrMore(reference), 'the calls this answers'),
  'duplicate of': may(id, 'the incident it was closed as a duplicate of'),
});

const investigation = (act: 'calls_for' | 'announces' | 'reports' | 'closes', name: string) =>
  stance(
    shortOrLong(
      mapped(flag, (yes, at, file) =>
        yes ? {} : void file.report(at, 'Leave the key out where nothing was said of it.'),
      ),
      mapped(investigated, ({ pointer: _pointer, ...words }) => words),
    ),
    (words) => {
      const {
        'addressed to': addressedTo,
        'duplicate of': duplicateOf,
        answers,
        ...rest
      } = words as {
        'addressed to'?: readonly string[];
        'duplicate of'?: string;
        answers?: readonly string[];
      };
      const says = {
        kind: 'investigation',
        act,
        ...(addressedTo !== undefined && { addressedTo }),
        ...(duplicateOf !== undefined && { duplicateOf }),
        ...rest,
      };
      return [{ name, says, ...(answers !== undefined && { answers }) }];
    },
  );

/** Everything but figures that an act can say; each key is one kind of claim and one stance. */
export const stanceKeys = shared({
  attributes: may(
    stance(attributed, (said) =>
      said.map(({ name, value, at }) => ({
        pointer: at,
        name: dashed('attributes', name),
        says: { kind: 'responsibility', for: name, stance: 'attributes', ...value },
      })),
    ),
    'who did it, as the claimant says: {harm: an actor}, {explosion: {person: a local reference}}',
  ),
  accepts: may(responsibility('accepts', 'accepts'), 'the claimant accepts responsibility for this'),
  denies: may(responsibility('denies', 'denies'), 'the claimant denies responsibility for this'),
  'cannot say who caused': may(
    responsibility('cannot-say', 'cannot_say'),
    'the claimant cannot say who is responsible for this',
  ),
  'it happened': may(
    stance(flag, (yes) => [{ name: 'occurrence', says: { kind: 'occurrence', stance: yes ? 'affirms' : 'denies' } }]),
    'true where the claimant affirms that it happened, false where it denies it',
  ),
  'declares operation': may(operationPart('declares'), 'the claimant says that it took part in this operation'),
  'denies operation': may(operationPart('denies'), 'the claimant says that it took no part in this operation'),
  'status of': may(
    stance(entriesOf(code(personStatus), id), (people) =>
      // Claims are known by their ids to everybody: the reference, which is restricted, stays out of them.
      people.map(({ name, value: status, at }, index) => ({
        pointer: at,
        name: dashed('status', String(index + 1)),
        says: { kind: 'civilian_status', who: name, status },
      })),
    ),
    'whether people are civilians: local references, never names, and their status',
  ),
  'located at': may(
    stance(place, (where) => [{ name: 'location', says: { kind: 'location', place: where } }]),
    'where the claimant places it',
  ),
  graded: may(
    stance(
      shortOrLong(
        mapped(code(grade), (given) => ({ scheme: 'airwars/2023', grade: given })),
        mapped(
          record({ grade: must(code(grade), 'the grade'), scheme: must(text(64), 'the grading scheme') }),
          ({ grade: given, scheme }) => ({ scheme, grade: given }),
        ),
      ),
      (given) => [{ name: 'grade', says: { kind: 'grade', ...given } }],
    ),
    'how the claimant grades it; in the scheme airwars/2023 unless another is named',
  ),
  'operation status': may(
    stance(
      shortOrLong(
        mapped(code(operationStatus), (status) => ({ status })),
        mapped(
          record({
            operation: may(id, 'the operation'),
            status: must(code(operationStatus), 'how sure the claimant is of it'),
          }),
          ({ operation, status }) => ({ ...(operation !== undefined && { operation }), status }),
        ),
      ),
      (given) => [{ name: 'operation-status', says: { kind: 'operation_status', ...given } }],
    ),
    'how sure the claimant is of the operation',
  ),
  cause: may(
    stance(
      shortOrLong(
        mapped(code(cause), (what) => ({ cause: what })),
        mapped(record({ other: must(label, 'the cause in words') }), ({ other }) => ({
          cause: 'other' as const,
          label: other,
        })),
      ),
      (what) => [{ name: 'cause', says: { kind: 'cause', ...what } }],
    ),
    'what caused the harm',
  ),
  'calls for investigation': may(
    investigation('calls_for', 'calls-for-investigation'),
    'the claimant asks that it be investigated',
  ),
  'announces investigation': may(
    investigation('announces', 'announces-investigation'),
    'the claimant says that it is investigating',
  ),
  'reports investigation': may(
    investigation('reports', 'reports-investigation'),
    'the claimant tells what an investigation found',
  ),
  'closes investigation': may(investigation('closes', 'closes-investigation'), 'the claimant ends an investigation'),
  ...Object.fromEntries(
    positionStance.codes.map((taken) => [
      taken.replaceAll('_', ' '),
      may(position(taken), 'a position on the operation, harm, counter terrorism, sovereignty, … It moves no count'),
    ]),
  ),
  'declines to comment on': may(
    stance(oneOrMore(code(noCommentTopic)), (topics) =>
      topics.map((topic) => ({ name: dashed('no-comment', topic), says: { kind: 'no_comment', topic } })),
    ),
    'the claimant declines to say anything on this',
  ),
});

/** The stances among the words of an act or a group, in the order of the keys above. */
export const stancesIn = (words: object): readonly StanceWords[] =>
  Object.keys(stanceKeys).flatMap((name) => (words as Record<string, readonly StanceWords[] | undefined>)[name] ?? []);
