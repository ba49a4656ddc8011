import { accessTexts } from './access.js';
import { concurrencyTexts } from './concurrency.js';
import { entryTexts } from './entries.js';
import { identityTexts } from './identity.js';
import { judgementTexts } from './judgements.js';
import { linkTexts } from './links.js';
import type { ProblemText } from './problem-text.js';
import { referenceTexts } from './references.js';
import { requestTexts } from './request.js';

/** Every kind of problem there is, by its code. */
export const problemTexts: ReadonlyMap<string, ProblemText> = new Map(
  Object.entries({
    ...requestTexts,
    ...accessTexts,
    ...concurrencyTexts,
    ...referenceTexts,
    ...linkTexts,
    ...judgementTexts,
    ...identityTexts,
    ...entryTexts,
  }),
);
