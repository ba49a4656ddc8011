import type { Claim } from '../claims/claim.js';
import { IdChanged, KindChanged } from '../refusals/entries.js';

/** The fields by which an entry says what it is about. */
const IDS = [
  'statementId',
  'reportId',
  'operationId',
  'incidentId',
  'seriesId',
  'actorId',
  'sourceId',
  'subject',
  'finding',
] as const;

type Fields = { readonly [id in (typeof IDS)[number]]?: string } & { readonly claims?: readonly Claim[] };

/** A correction keeps what the entry is about, and the kind of each claim. Pointers are into the correction. */
export function staysTheSameThing(before: object, after: object): void {
  const [was, is]: readonly [Fields, Fields] = [before, after];
  const changed = IDS.find((id) => was[id] !== is[id]);
  if (changed !== undefined) throw new IdChanged(changed);
  const kinds = new Map(was.claims?.map(({ claimId, kind }) => [claimId, kind]));
  is.claims?.forEach(({ claimId, kind }, index) => {
    if ((kinds.get(claimId) ?? kind) !== kind) throw new KindChanged(claimId, `/after/claims/${index}/kind`);
  });
}
