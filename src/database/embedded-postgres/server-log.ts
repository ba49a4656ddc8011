import { readFile, rm, stat } from 'node:fs/promises';

const LONGEST = 10_000_000;

/** The server's log file, read from where it ended before the server was started. */
export class ServerLog {
  private constructor(
    private readonly file: string,
    private readonly from: number,
  ) {}

  /** A log that has grown past 10 MB is begun anew. */
  static async at(file: string): Promise<ServerLog> {
    const size = await stat(file).then(
      (found) => found.size,
      () => 0,
    );
    if (size <= LONGEST) return new ServerLog(file, size);
    await rm(file);
    return new ServerLog(file, 0);
  }

  async newLines(): Promise<string> {
    const log = await readFile(this.file).catch(() => Buffer.alloc(0));
    return log.subarray(this.from).toString('utf8').trim();
  }
}
