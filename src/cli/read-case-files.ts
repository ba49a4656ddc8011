import { readFile } from 'node:fs/promises';
import { compileCaseFile, type CompiledCase } from '../importing/compile-case-file.js';

/** Reads and compiles case files; one that cannot be read, or is not UTF-8, is a case with that problem. */
export const readCaseFiles = (files: readonly string[]): Promise<readonly CompiledCase[]> =>
  Promise.all(files.map(readCaseFile));

async function readCaseFile(file: string): Promise<CompiledCase> {
  try {
    const bytes = await readFile(file);
    return compileCaseFile(new TextDecoder('utf-8', { fatal: true }).decode(bytes), file);
  } catch (error) {
    const message = whyUnreadable(error);
    if (message === undefined) throw error;
    return { file, id: '', rows: [], problems: [{ line: 1, column: 1, pointer: '', message }] };
  }
}

function whyUnreadable(error: unknown): string | undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'There is no such file.';
  if (code === 'EISDIR') return 'This is a folder: name the case file in it.';
  if (code === 'EACCES') return 'The file may not be read by you.';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'The file is not UTF-8 text: save it as UTF-8.';
  return undefined;
}
