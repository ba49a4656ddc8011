import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type NetConnectOpts, type Socket } from 'node:net';

export type Direction = 'request' | 'answer';

/** A wire between a client and a server that somebody may cut half-way through what is being said. */
export class CuttingProxy {
  cuts = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server;

  private constructor(
    private readonly target: NetConnectOpts,
    private readonly cutHere: (direction: Direction, chunk: Buffer) => boolean,
  ) {
    this.server = createServer((client) => this.carry(client));
  }

  static async start(
    target: NetConnectOpts,
    cutHere: (direction: Direction, chunk: Buffer) => boolean,
  ): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(target, cutHere);
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private carry(client: Socket): void {
    const server = connect(this.target);
    const cut = () => (client.destroy(), server.destroy());
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on('error', cut).on('close', () => (this.sockets.delete(socket), cut()));
    }
    this.say(client, server, 'request', cut);
    this.say(server, client, 'answer', cut);
  }

  private say(from: Socket, to: Socket, direction: Direction, cut: () => void): void {
    from.on('data', (chunk: Buffer) => {
      if (!this.cutHere(direction, chunk)) {
        to.write(chunk);
        return;
      }
      this.cuts += 1;
      from.pause();
      to.write(chunk.subarray(0, Math.floor(chunk.length / 2)), cut);
    });
  }
}
