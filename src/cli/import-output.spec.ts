import type { ImportReport } from '../importing/import-report.js';
import { EXIT } from './exit-codes.js';
import { exitCodeOf, importLines } from './import-output.js';

const sound: ImportReport = {
  batchId: 'b-1',
  dryRun: false,
  withheld: false,
  partial: false,
  files: [{ file: 'case.yaml', case: 'a', recorded: 4, repeated: 1, refused: 0, unsent: 0 }],
  problems: [],
  position: '5',
};
const refused: ImportReport = {
  ...sound,
  files: [{ file: 'case.yaml', case: 'a', recorded: 4, repeated: 0, refused: 1, unsent: 2 }],
  problems: [{ file: 'case.yaml', line: 9, column: 5, pointer: '/record/0', message: 'No.', row: 'statement a04' }],
};

describe('what an import says in the end', () => {
  it('is one line for each file when all went well', () => {
    expect(importLines(sound)).toEqual(['case.yaml: 4 rows recorded, 1 known already, 0 refused.']);
    expect(exitCodeOf(sound)).toBe(EXIT.ok);
  });

  it('names what was refused, and ends with 1', () => {
    expect(importLines(refused)[0]).toBe('case.yaml:9:5: statement a04, /record/0: No.');
    expect(exitCodeOf(refused)).toBe(EXIT.refused);
  });

  it('says what stays when all or nothing became neither, and ends with 3', () => {
    const partial = { ...refused, partial: true };
    expect(importLines(partial).slice(1)).toEqual([
      'case.yaml: 4 rows recorded, 0 known already, 1 refused, 2 not tried.',
      expect.stringMatching(/another writer .* stays.* batch is b-1/),
    ]);
    expect(exitCodeOf(partial)).toBe(EXIT.failed);
  });
});
