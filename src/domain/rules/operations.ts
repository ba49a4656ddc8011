import type { OperationAssessed } from '../events/operation-assessed.js';
import { ClaimAboutAnother } from '../refusals/identity.js';
import type { Known } from '../states/known.js';
import { subjectOf, survivorOf } from '../states/subject.js';
import { theClaim } from './links.js';

/** A judgement of an operation rests on claims that name it, or that are about one of its incidents. */
export function operationBasisIsAboutIt(known: Known, { operationId, basis }: OperationAssessed): void {
  const incidents = known.operation(operationId).incidents.map((id) => survivorOf(known, id));
  basis.forEach((ref, index) => {
    const pointer = `/basis/${index}`;
    const said = theClaim(known, ref, pointer);
    const namesIt = 'operation' in said.claim && said.claim.operation === operationId;
    const subject = subjectOf(known, said);
    if (!namesIt && !incidents.some((id) => subject.has(id))) {
      throw new ClaimAboutAnother(ref, `the operation ${operationId}`, pointer);
    }
  });
}
