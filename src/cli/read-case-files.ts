import { open } from 'node:fs/promises';
import { compileCaseFile, type CompiledCase } from '../importing/compile-case-file.js';
import { MOST_BYTES, textOf } from '../importing/reading/text-of.js';

/** Reads and compiles case files, one after another; one that cannot be read, or is not UTF-8, is a case with that problem. */
export async function readCaseFiles(files: readonly string[]): Promise<readonly CompiledCase[]> {
  const cases: CompiledCase[] = [];
  for (const file of files) cases.push(await readCaseFile(file));
  return cases;
}

async function readCaseFile(file: string): Promise<CompiledCase> {
  try {
    const read = textOf(await beginningOf(file));
    return 'text' in read ? compileCaseFile(read.text, file) : unreadable(file, read.message, read.line);
  } catch (error) {
    const message = WHY[(error as NodeJS.ErrnoException).code ?? ''];
    if (message === undefined) throw error;
    return unreadable(file, message);
  }
}

const unreadable = (file: string, message: string, line = 1): CompiledCase => ({
  file,
  id: '',
  rows: [],
  problems: [{ line, column: 1, pointer: '', message }],
  refused: new Map(),
});

/** As many bytes of a file as a case file may have, however large it is. */
async function beginningOf(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const bytes = Buffer.alloc(MOST_BYTES);
    let length = 0;
    for (;;) {
      const { bytesRead } = await handle.read(bytes, length, MOST_BYTES - length);
      length += bytesRead;
      if (bytesRead === 0 || length === MOST_BYTES) return bytes.subarray(0, length);
    }
  } finally {
    await handle.close();
  }
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  ENOTDIR: 'There is no such file: what should be a folder on the way to it is a file.',
  EISDIR: 'This is a folder: name the case file in it.',
  EACCES: 'The file may not be read by you.',
  EPERM: 'The file may not be read by you.',
  ELOOP: 'The file is a link that leads to itself.',
  ENAMETOOLONG: 'No file has a name this long.',
};
