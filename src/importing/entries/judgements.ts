import type { AssessedFigure, CasualtiesAssessed } from '../../domain/events/casualties-assessed.js';
import type { ClaimLinked } from '../../domain/events/claim-links.js';
import type { ClaimSetAside } from '../../domain/events/claim-set-aside.js';
import type { GeolocationAssessed } from '../../domain/events/geolocation-assessed.js';
import type { IncidentGraded } from '../../domain/events/incident-graded.js';
import type { OperationAssessed } from '../../domain/events/operation-assessed.js';
import type { Draft } from '../../domain/values/draft.js';
import type { PassageText } from '../../domain/values/passage.js';
import type { When } from '../../domain/values/when.js';
import { announced } from '../../domain/vocabularies/announced.js';
import { changeReason } from '../../domain/vocabularies/change-reason.js';
import { change } from '../../domain/vocabularies/change.js';
import { claimLink } from '../../domain/vocabularies/claim-link.js';
import { grade, type Grade } from '../../domain/vocabularies/grade.js';
import { operationStatus } from '../../domain/vocabularies/operation-status.js';
import { setAsideReason } from '../../domain/vocabularies/set-aside-reason.js';
import { countedOf, figuresIn, measureKeys, type FigureWords } from '../claims/figures.js';
import { claimNamed } from '../claims/links.js';
import { reference } from '../claims/settings.js';
import { may, must, oneOrMore, record } from '../reading/records.js';
import { code, id, text } from '../reading/scalars.js';
import { passage } from '../words/passage.js';
import { place } from '../words/place.js';
import { link } from '../words/sources.js';
import { stated } from '../words/stated.js';
import { when } from '../words/when.js';
import { entryKind, fieldsFrom, incidentOf, type Scope } from './entry.js';
import { identifier } from './identifiers.js';

const of = may(id, 'the incident, if not the one the file is about');
const basis = may(oneOrMore(reference), 'the claims it rests on, each as a04#killed-child');
const note = may(passage, 'a note of yours');
const judgementKeys = {
  basis,
  'assessed by': may(id, 'the actor that judged, if not as the file says'),
  decided: must(when, 'when it was decided'),
  note,
};

/** Claims named one by one, as the log refers to them. */
function claimsNamed(
  references: readonly string[] | undefined,
  pointer: string,
  scope: Scope,
): readonly string[] | undefined {
  const found = (references ?? []).map((one) => {
    const claim = claimNamed(one, scope.earlier);
    return 'ref' in claim ? claim.ref : void scope.report(pointer, claim.unknown);
  });
  return found.every((one) => one !== undefined) ? found : undefined;
}

interface JudgementWords {
  readonly pointer: string;
  readonly basis?: readonly string[];
  readonly 'assessed by'?: string;
  readonly decided: When;
  readonly note?: PassageText;
}

function judgement(words: JudgementWords, scope: Scope) {
  const claims = claimsNamed(words.basis, words.pointer, scope);
  const assessedBy = words['assessed by'] ?? scope.assessedBy;
  if (assessedBy === undefined) scope.report(words.pointer, 'Say who judged: "assessed by" here or under "case".');
  return claims && assessedBy ? { basis: claims, assessedBy, decidedAt: words.decided, note: words.note } : undefined;
}

const judged = { basis: 'basis', assessedBy: 'assessed by', decidedAt: 'decided' };

/** Somebody's public code for the incident. */
export const identifierEntry = entryKind({
  opens: 'identifier',
  opening: text(100),
  keys: { of, scheme: must(id, 'whose code it is, such as airwars'), url: may(link, 'where the code is used') },
  write(given, words, scope) {
    const incidentId = incidentOf(words.of, scope, words.pointer);
    return incidentId === undefined
      ? undefined
      : [identifier(incidentId, words.scheme, { code: given, url: words.url }, words.pointer)];
  },
});

/** Two claims that were recorded out of order belong together. */
export const linkEntry = entryKind({
  opens: 'link',
  opening: reference,
  keys: {
    to: must(reference, 'the earlier claim'),
    as: must(code(claimLink), 'supersedes or relays'),
    change: may(code(change), 'how it changes the earlier one; only and always with supersedes'),
    announced: may(code(announced), 'whether the change was announced'),
    because: may(code(changeReason), 'the reason given for the change'),
  },
  write(given, words, scope) {
    const [from, to] = [
      claimsNamed([given], words.pointer, scope)?.[0],
      claimsNamed([words.to], words.pointer, scope)?.[0],
    ];
    if (from === undefined || to === undefined) return undefined;
    const { as, change: how, announced: told, because } = words;
    const body = stated<Draft<ClaimLinked>>({ from, to, as, change: how, announced: told, reason: because });
    return [
      {
        command: 'LinkClaims',
        body,
        id: `${from} ${as} ${to}`,
        from: fieldsFrom(words.pointer, { from: 'link', to: 'to', change: 'change' }),
      },
    ];
  },
});

/** How we grade what is said of the harm. */
export const gradeEntry = entryKind({
  opens: 'grade',
  opening: code(grade),
  keys: { of, scheme: may(text(64), 'the grading scheme; otherwise airwars/2023'), ...judgementKeys },
  write(given, words, scope) {
    const incidentId = incidentOf(words.of, scope, words.pointer);
    const ours = judgement(words, scope);
    if (incidentId === undefined || ours === undefined) return undefined;
    const body = stated<Draft<IncidentGraded>>({
      incidentId,
      scheme: words.scheme ?? 'airwars/2023',
      grade: given as Grade,
      ...ours,
    });
    return [
      {
        command: 'GradeIncident',
        body,
        id: incidentId,
        from: fieldsFrom(words.pointer, { ...judged, grade: 'grade' }),
      },
    ];
  },
});

/** How many we judge were harmed. */
export const casualtiesEntry = entryKind({
  opens: 'casualties assessed of',
  keys: { figures: must(record(measureKeys), 'the figures, by measure'), ...judgementKeys },
  write(incidentId, words, scope) {
    const figures = figuresIn(words.figures).map((one) => assessedFigure(one, scope));
    const ours = judgement(words, scope);
    if (ours === undefined || !figures.every((one) => one !== undefined)) return undefined;
    const body = stated<Draft<CasualtiesAssessed>>({ incidentId, figures, ...ours });
    return [
      {
        command: 'AssessCasualties',
        body,
        id: incidentId,
        from: fieldsFrom(words.pointer, { ...judged, figures: 'figures' }),
      },
    ];
  },
});

const OF_FIGURES = new Set(['tally', 'attributed to', 'of', 'means', 'circumstance', 'subgroup']);

function assessedFigure(words: FigureWords, { report }: Scope): AssessedFigure | undefined {
  const { settings, figure, pointer } = words;
  const odd = Object.keys(settings).find((name) => !OF_FIGURES.has(name));
  if (odd !== undefined) return void report(pointer, `"${odd}" belongs to what others say; a figure of ours has none.`);
  if (figure === undefined) return void report(pointer, 'A figure is wanted here.');
  return { counted: countedOf(words, settings), figure };
}

/** Where we judge it happened. */
export const placeEntry = entryKind({
  opens: 'place assessed of',
  keys: { place: must(place, 'the place'), ...judgementKeys },
  write(incidentId, words, scope) {
    const ours = judgement(words, scope);
    if (ours === undefined) return undefined;
    const body = stated<Draft<GeolocationAssessed>>({ incidentId, place: words.place, ...ours });
    return [
      {
        command: 'AssessGeolocation',
        body,
        id: incidentId,
        from: fieldsFrom(words.pointer, { ...judged, place: 'place' }),
      },
    ];
  },
});

/** How sure we are of an operation. */
export const operationEntry = entryKind({
  opens: 'operation assessed',
  keys: { status: must(code(operationStatus), 'how sure'), ...judgementKeys },
  write(operationId, words, scope) {
    const ours = judgement(words, scope);
    if (ours === undefined) return undefined;
    const body = stated<Draft<OperationAssessed>>({ operationId, status: words.status, ...ours });
    return [
      {
        command: 'AssessOperation',
        body,
        id: operationId,
        from: fieldsFrom(words.pointer, { ...judged, status: 'status' }),
      },
    ];
  },
});

/** We take a claim out of the ranges, visibly. */
export const asideEntry = entryKind({
  opens: 'set aside',
  opening: reference,
  keys: { of, because: must(code(setAsideReason), 'the reason'), basis, note },
  write(given, words, scope) {
    const incidentId = incidentOf(words.of, scope, words.pointer);
    const claim = claimsNamed([given], words.pointer, scope)?.[0];
    const claims = claimsNamed(words.basis, words.pointer, scope);
    if (incidentId === undefined || claim === undefined || claims === undefined) return undefined;
    const body = stated<Draft<ClaimSetAside>>({
      incidentId,
      claim,
      reason: words.because,
      basis: claims,
      note: words.note,
    });
    return [
      {
        command: 'SetClaimAside',
        body,
        id: claim,
        from: fieldsFrom(words.pointer, { claim: 'set aside', basis: 'basis' }),
      },
    ];
  },
});
