import { connect } from 'node:net';
import { once } from 'node:events';

/** Sends bytes as they are, in these pieces with pauses between them, and answers what came back until the other side hung up. */
export async function sendRaw(url: string, pieces: readonly (string | Uint8Array)[], pauseMs = 0): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const came: Buffer[] = [];
  socket.on('data', (chunk) => came.push(chunk)).on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await once(socket, 'connect');
  for (const piece of pieces) {
    if (socket.destroyed) break;
    socket.write(piece);
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  await closed;
  return Buffer.concat(came).toString();
}
