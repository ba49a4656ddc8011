import type { ReportPublished } from '../../domain/events/report-published.js';
import type { StatementIssued } from '../../domain/events/statement-issued.js';
import type { Draft } from '../../domain/values/draft.js';
import { seen } from '../../domain/vocabularies/seen.js';
import { claimKeys } from '../claims/claim-words.js';
import { claimsOfAct, type SaidClaim } from '../claims/claims-of-act.js';
import { linked } from '../claims/links.js';
import type { Settings } from '../claims/settings.js';
import { may, must } from '../reading/records.js';
import { code, id, text } from '../reading/scalars.js';
import { label } from '../words/label.js';
import { passage } from '../words/passage.js';
import { mentions } from '../words/sources.js';
import { stated } from '../words/stated.js';
import { when } from '../words/when.js';
import { entryKind, fieldsFrom, protection, type Scope } from './entry.js';

const actKeys = {
  seen: may(code(seen), 'how you saw it, if not as the file says: original, copy, quoted or secondhand'),
  sources: must(mentions, 'where it can be found'),
  words: may(passage, 'the words themselves'),
  protection,
  ...claimKeys,
};

interface ActWords {
  readonly pointer: string;
  readonly seen?: StatementIssued['seen'];
}

/** What both kinds of act have; undefined where something in it cannot be taken. */
function whatWasSaid(words: ActWords, scope: Scope) {
  const byDefault: Settings = scope.about === undefined ? {} : { about: scope.about };
  const claims = claimsOfAct(words, byDefault, scope.report);
  const joined = claims && linked(claims, scope.earlier, scope.report);
  const howSeen = words.seen ?? scope.seen;
  if (howSeen === undefined) scope.report(words.pointer, 'Say how it was seen: "seen" here or under "case".');
  return claims && joined && howSeen && { claims: joined, seen: howSeen, from: placesOf(claims) };
}

const placesOf = (claims: readonly SaidClaim[]): Readonly<Record<string, string>> =>
  Object.fromEntries(claims.map(({ pointer }, index) => [`/claims/${index}`, pointer]));

/** Somebody said something in public. */
export const statement = entryKind({
  opens: 'statement',
  keys: {
    by: must(id, 'the actor that spoke'),
    'on behalf of': may(id, 'for whom it spoke; the claims are then theirs'),
    as: may(text(200), 'in what capacity, such as spokesperson'),
    in: may(text(200), 'where it was said: a briefing, a post, an interview'),
    said: must(when, 'when it was said'),
    ...actKeys,
  },
  write(statementId, words, scope) {
    const act = whatWasSaid(words, scope);
    if (act === undefined) return undefined;
    const body = stated<Draft<StatementIssued>>({
      statementId,
      speaker: words.by,
      onBehalfOf: words['on behalf of'],
      capacity: words.as,
      channel: words.in,
      issuedAt: words.said,
      seen: act.seen,
      passage: words.words,
      sources: scope.cite(words.sources) ?? [],
      claims: act.claims,
      protection: words.protection ?? scope.protection,
    });
    const from = { speaker: 'by', onBehalfOf: 'on behalf of', issuedAt: 'said', sources: 'sources', passage: 'words' };
    return [
      { command: 'RecordStatement', body, id: statementId, from: { ...fieldsFrom(words.pointer, from), ...act.from } },
    ];
  },
});

/** Somebody published a report. */
export const report = entryKind({
  opens: 'report',
  keys: {
    by: must(id, 'the actor that published it'),
    title: must(label, 'its title'),
    edition: may(text(100), 'its edition or version'),
    published: must(when, 'when it was published; a page edited in place, when it was captured'),
    covers: may(when, 'the period its figures cover'),
    replaces: may(id, 'the report whose place it takes'),
    ...actKeys,
  },
  write(reportId, words, scope) {
    const act = whatWasSaid(words, scope);
    if (act === undefined) return undefined;
    const body = stated<Draft<ReportPublished>>({
      reportId,
      publisher: words.by,
      title: words.title,
      edition: words.edition,
      publishedAt: words.published,
      coverage: words.covers,
      replaces: words.replaces,
      seen: act.seen,
      passage: words.words,
      sources: scope.cite(words.sources) ?? [],
      claims: act.claims,
      protection: words.protection ?? scope.protection,
    });
    const from = {
      publisher: 'by',
      publishedAt: 'published',
      coverage: 'covers',
      replaces: 'replaces',
      sources: 'sources',
      passage: 'words',
    };
    return [{ command: 'RecordReport', body, id: reportId, from: { ...fieldsFrom(words.pointer, from), ...act.from } }];
  },
});
