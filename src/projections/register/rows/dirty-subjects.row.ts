import type { Position } from '../../../domain/envelope.js';
import type { Subject } from '../../../domain/register/facts.js';
import { entityOf } from '../../../projector/entity-of.js';
import { column, type Table } from '../../../projector/table.js';

/** That a subject's derived rows may be behind its facts since the page that ended at a position. */
interface Mark {
  readonly subject: Subject;
  readonly marked: Position;
  /** Why it could not be derived yet; null when nobody has tried. */
  readonly error: string | null;
}

/** Subjects whose derived rows are to be derived again, and are meanwhile answered from their facts. */
export const dirtySubjects = {
  name: 'dirty_subjects',
  key: ['subject', 'marked'],
  columns: {
    subject: column('text', ({ subject }: Mark) => subject),
    marked: column('text', ({ marked }: Mark) => marked),
    error: column('text', ({ error }: Mark) => error),
  },
} as const satisfies Table<Mark>;

export const DirtySubjectEntity = entityOf('register', dirtySubjects);
