import type { Claim } from '../../domain/claims/claim.js';
import type { IdentityRow, JudgementRow, OperationRow } from '../../domain/register/rows.js';

type Hides = (ref: string) => boolean;

/** A claim without the hidden claims that it says it answers. */
export function withoutHiddenAnswers(claim: Claim, hides: Hides): Claim {
  if (claim.kind !== 'investigation' || claim.answers === undefined) return claim;
  const { answers, ...rest } = claim;
  const left = answers.filter((ref) => !hides(ref));
  return left.length === 0 ? (rest as Claim) : { ...claim, answers: left };
}

/** An entry whose lists of claims come without those that are hidden. */
export function withoutHiddenRefs<R extends IdentityRow | JudgementRow | OperationRow>(row: R, hides: Hides): R {
  const lists = row.data as {
    basis?: readonly string[];
    members?: readonly string[];
    allocation?: readonly { claim: string }[];
  };
  return {
    ...row,
    data: {
      ...row.data,
      ...(lists.basis && { basis: lists.basis.filter((ref) => !hides(ref)) }),
      ...(lists.members && { members: lists.members.filter((ref) => !ref.includes('#') || !hides(ref)) }),
      ...(lists.allocation && { allocation: lists.allocation.filter(({ claim }) => !hides(claim)) }),
    },
  };
}
