import type { IdentifierAssigned } from '../../domain/events/identifiers.js';
import type { Draft } from '../../domain/values/draft.js';
import { may, must, record, shortOrLong } from '../reading/records.js';
import { mapped } from '../reading/reading.js';
import { text } from '../reading/scalars.js';
import { link } from '../words/sources.js';
import { stated } from '../words/stated.js';
import type { Written } from './entry.js';

/** A public code, alone or with where it is used. */
export const identifierCode = shortOrLong(
  mapped(text(100), (given) => ({ code: given, url: undefined })),
  mapped(
    record({ code: must(text(100), 'the code'), url: may(link, 'where the code is used') }),
    ({ code: given, url }) => ({ code: given, url }),
  ),
);

/** The row that gives an incident one of its codes. */
export const identifier = (
  incidentId: string,
  scheme: string,
  words: { code: string; url: string | undefined },
  pointer: string,
): Written => ({
  command: 'AssignIdentifier',
  body: stated<Draft<IdentifierAssigned>>({ incidentId, scheme, code: words.code, url: words.url }),
  id: `${scheme} ${words.code}`,
  from: { '': pointer },
});
