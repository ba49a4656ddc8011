import { backOff } from '../back-off.js';
import type { Position } from '../event-store.js';
import type { Wake } from '../wake.js';
import type { Resolved, Subscription } from './client.js';
import type { Connection } from './connection.js';
import type { LastEvent } from './last-event.js';
import { Learnt } from './learnt.js';
import { logPositionOf, positionOf } from './log-position.js';
import type { OurStreams } from './our-streams.js';
import { Remembered } from './remembered.js';

/**
 * Rings when our streams have grown. It hears so from a subscription on the server, which never begins again by itself:
 * one that fails, ends with or without a word, or stays silent about an event that is known to be there is replaced. It
 * only rings. What happened is read page by page, so that nothing can be lost or doubled here, only noticed later.
 */
export class Bell {
  /** How often a subscription on the server was replaced by another, or tried in vain. */
  reconnections = 0;
  private readonly closing = new AbortController();
  private started = false;
  private heard: Position | null = null;
  private readonly learnt: Remembered<Learnt>;
  private overdue: NodeJS.Timeout | undefined;
  private lost = (): void => undefined;

  constructor(
    private readonly connection: Connection,
    private readonly last: Remembered<LastEvent>,
    private readonly ours: OurStreams,
    private readonly wake: Wake,
    private readonly stallMs: number,
  ) {
    this.learnt = new Remembered(connection, () => new Learnt());
  }

  start(): void {
    if (this.started) return;
    this.started = true;
    void this.keepListening();
  }

  /** Tells it of an event that is in the log. A subscription that does not mention it in time has stalled. */
  expect(position: Position | null): void {
    const learnt = this.learnt.current;
    if ((position ?? '') <= (learnt.expected ?? '')) return;
    learnt.expected = position;
    if (this.isBehind()) this.overdue ??= setTimeout(this.lost, this.stallMs);
  }

  /** From where a reader who stands at `after` may go on: beyond what is known to concern others only. */
  skip(after: Position | null): Position | null {
    return this.learnt.current.skip(after);
  }

  close(): void {
    this.closing.abort();
    this.lost();
  }

  private async keepListening(): Promise<void> {
    const { signal } = this.closing;
    for (let failures = 0; !signal.aborted; failures += 1) {
      if (await this.listen().catch(() => false)) failures = 0;
      if (!signal.aborted) this.reconnections += 1;
      this.wake.call();
      await backOff(failures, signal);
    }
  }

  /** Until the subscription is lost. False when it was of no use, so that the next attempt should wait longer. */
  private async listen(): Promise<boolean> {
    const last = await this.last.current.find();
    if (this.closing.signal.aborted) return true;
    this.heard = last;

    const began = performance.now();
    const { subscription, told, ended } = this.subscription(last);
    await ended;
    this.lost = () => undefined;
    this.nothingOverdue();
    this.connection.beginAnew();
    subscription.unsubscribe().catch(() => undefined);
    subscription.destroy();
    return told() || performance.now() - began > this.stallMs;
  }

  private subscription(after: Position | null) {
    const learnt = this.learnt.current;
    let live = true;
    let told = false;
    const ended = new Promise<void>((resolve) => {
      this.lost = () => {
        live = false;
        resolve();
      };
    });
    // Its confirmation is the first thing that may be overdue.
    this.overdue = setTimeout(this.lost, this.stallMs);

    const subscription: Subscription = this.connection.current.subscribeToAll({
      fromPosition: after === null ? 'start' : logPositionOf(after),
      filter: {
        ...this.ours.filter,
        checkpointReached: (_, position) => {
          if (live) learnt.quiet = { after: this.heard, upTo: positionOf(position) };
        },
      },
      resolveLinkTos: false,
      requiresLeader: true,
    });
    subscription.on('confirmation', () => {
      if (live) this.ring();
    });
    subscription.on('data', ({ event }: Resolved) => {
      if (!live) return;
      told = true;
      if (event?.position) this.heard = positionOf(event.position);
      this.ring();
    });
    // They stay where they are: an error that nobody hears any more would end the process.
    for (const ending of ['error', 'end', 'close']) subscription.on(ending, this.lost);
    return { subscription, told: () => told, ended };
  }

  private ring(): void {
    this.nothingOverdue();
    if (this.isBehind()) this.overdue = setTimeout(this.lost, this.stallMs);
    this.wake.call();
  }

  private isBehind(): boolean {
    return this.started && (this.learnt.current.expected ?? '') > (this.heard ?? '');
  }

  private nothingOverdue(): void {
    clearTimeout(this.overdue);
    this.overdue = undefined;
  }
}
