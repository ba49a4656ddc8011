/** Where a command writes: results on one stream, everything else on the other. */
export interface Terminal {
  readonly out: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** Aborted when nobody reads any more, as after `| head`: what is left to say need not be found out. */
  readonly unread?: AbortSignal;
}

export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  return { out: stdout, err: stderr, unread: whenUnread(stdout, stderr) };
}

const HUNG_UP: ReadonlySet<string | undefined> = new Set(['EPIPE', 'ERR_STREAM_DESTROYED']);

/** That a reader hung up is no failure of ours: it is told by the signal, and by nothing else. */
export function whenUnread(...streams: readonly NodeJS.EventEmitter[]): AbortSignal {
  const unread = new AbortController();
  for (const stream of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (!HUNG_UP.has(error.code)) throw error;
      unread.abort();
    });
  }
  return unread.signal;
}

export const say = ({ out }: Terminal, line: string): void => void out.write(`${line}\n`);
export const tell = ({ err }: Terminal, line: string): void => void err.write(`${line}\n`);
export const sayJson = (terminal: Terminal, value: unknown): void => say(terminal, JSON.stringify(value, null, 2));
