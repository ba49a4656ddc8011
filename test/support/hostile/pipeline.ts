import { connect, type Socket } from 'node:net';
import type { Sent } from './requests.js';

/** What came back for one request. */
export interface Came {
  readonly sent: Sent;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Sends requests one behind the other over one kept connection, several at a time on their way. */
export class Pipeline {
  private socket: Socket | null = null;
  private waiting: { readonly sent: Sent; readonly done: (came: Came) => void; readonly lost: (why: Error) => void }[] =
    [];
  private rest: Buffer = Buffer.alloc(0);
  /** How many requests had to be sent again, because another one ended the connection: they may have been done twice. */
  sentAgain = 0;

  constructor(private readonly url: string) {}

  /** What came back, in order; throws when a request was not answered. */
  async send(requests: readonly Sent[]): Promise<readonly Came[]> {
    const left = [...requests];
    const came: Came[] = [];
    let lostInARow = 0;
    while (left.length > 0) {
      const answers = await Promise.allSettled(this.write(left));
      const answered = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      came.push(...answered);
      left.splice(0, answered.length);
      this.sentAgain += Math.max(0, left.length - 1);
      // After an answer that ends the connection the others are sent again; none may go without any answer.
      lostInARow = answered.length === 0 ? lostInARow + 1 : 0;
      if (lostInARow > 1) throw new Error(`No answer came to ${shown(left[0]!)}`);
    }
    return came;
  }

  end(): void {
    this.socket?.destroy();
  }

  private write(requests: readonly Sent[]): Promise<Came>[] {
    const socket = this.open();
    const answers = requests.map((sent) => new Promise<Came>((done, lost) => this.waiting.push({ sent, done, lost })));
    socket.write(Buffer.concat(requests.map(bytesOf)));
    return answers;
  }

  private open(): Socket {
    if (this.socket && !this.socket.destroyed && this.socket.writable) return this.socket;
    const { hostname, port } = new URL(this.url);
    const socket = connect(Number(port), hostname).setNoDelay(true);
    this.rest = Buffer.alloc(0);
    const lose = () => {
      if (this.socket !== socket) return;
      this.socket = null;
      for (const { lost } of this.waiting.splice(0)) lost(new Error('the connection ended'));
    };
    socket
      .on('data', (chunk) => this.read(chunk))
      .on('error', lose)
      .on('close', lose)
      .on('end', () => socket.destroy());
    this.socket = socket;
    return socket;
  }

  private read(chunk: Buffer): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    for (let next = this.waiting[0]; next !== undefined; next = this.waiting[0]) {
      const head = this.rest.indexOf('\r\n\r\n');
      if (head < 0) return;
      const [first = '', ...lines] = this.rest.subarray(0, head).toString('latin1').split('\r\n');
      const headers = Object.fromEntries(
        lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
      );
      const status = Number(first.split(' ')[1]);
      const bare = status === 304 || status === 204 || next.sent.method === 'HEAD';
      const length = bare ? 0 : Number(headers['content-length'] ?? NaN);
      if (Number.isNaN(length)) throw new Error(`An answer without a length: ${first}`);
      const end = head + 4 + length;
      if (this.rest.length < end) return;
      const text = this.rest.subarray(head + 4, end).toString();
      this.rest = this.rest.subarray(end);
      this.waiting.shift();
      next.done({ sent: next.sent, status, headers, text });
    }
  }
}

/** A request in as many words as tell what it was. */
export const shown = ({ method, path, headers, body }: Sent): string =>
  `${method} ${path} ${JSON.stringify({ ...headers, authorization: undefined })} ${body?.toString('latin1').slice(0, 800) ?? ''}`;

function bytesOf({ method, path, headers, body }: Sent): Buffer {
  const lines = Object.entries({ host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}`);
  if (body !== null || method === 'POST') lines.push(`content-length: ${body?.length ?? 0}`);
  return Buffer.concat([
    Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1'),
    body ?? Buffer.alloc(0),
  ]);
}
