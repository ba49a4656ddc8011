/** Where a command writes: results on one stream, everything else on the other. */
export interface Terminal {
  readonly out: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

export const processTerminal: Terminal = { out: process.stdout, err: process.stderr };

export const say = ({ out }: Terminal, line: string): void => void out.write(`${line}\n`);
export const tell = ({ err }: Terminal, line: string): void => void err.write(`${line}\n`);
export const sayJson = (terminal: Terminal, value: unknown): void => say(terminal, JSON.stringify(value, null, 2));
