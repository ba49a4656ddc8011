import { decode } from '../domain/events/decode.js';
import type { Encoded } from '../domain/events/encode.js';
import type { SijilEvent } from '../domain/events/index.js';
import { WrongExpectedRevision } from '../event-store/errors.js';
import type { AppendResult, Expected } from '../event-store/event-store.js';
import { MemoryVault } from '../vault/memory-vault.js';
import type { Remembered } from '../vault/remembered.js';
import { Vault, type NewPassage, type Words } from '../vault/vault.js';
import type { Ledger } from './decision-log-ledger.js';
import { Rehearsal } from './rehearsal.js';

/** What commands decide, kept in memory over the log. Use one for all commands of a pass. */
export class RehearsalOverlay extends Rehearsal {
  private readonly decided = new Map<string, SijilEvent[]>();
  private readonly words = new MemoryVault();
  private count = 0;

  get appended(): number {
    return this.count;
  }

  over(log: Ledger): Ledger {
    return {
      vault: new OverlaidVault(this.words, log.vault),
      read: (stream) => this.read(log, stream),
      append: (stream, expected, events) => this.append(log, stream, expected, events),
    };
  }

  private async read(log: Ledger, stream: string): Promise<readonly SijilEvent[]> {
    return [...(await log.read(stream)), ...(this.decided.get(stream) ?? [])];
  }

  private async append(
    log: Ledger,
    stream: string,
    expected: Expected,
    events: readonly Encoded[],
  ): Promise<AppendResult> {
    const actual = (await this.read(log, stream)).at(-1)?.revision ?? null;
    if (actual !== (expected === 'none' ? null : expected)) throw new WrongExpectedRevision(stream, expected, actual);
    const added = events.map((event, index) =>
      decode({ ...event, stream, revision: (actual ?? -1) + 1 + index, position: this.nextPosition() }),
    );
    this.decided.set(stream, [...(this.decided.get(stream) ?? []), ...added]);
    const { revision, position } = added.at(-1)!;
    return { revision, position, repeated: false };
  }

  /** Sorts as text behind every position of a log. */
  private nextPosition(): string {
    this.count += 1;
    return `~${String(this.count).padStart(18, '0')}`;
  }
}

/** Words of the rehearsal stay in memory; those of the register are only looked at. */
class OverlaidVault extends Vault {
  constructor(
    private readonly own: MemoryVault,
    private readonly below: Vault,
  ) {
    super();
  }

  put(passages: readonly NewPassage[]): Promise<void> {
    return this.own.put(passages);
  }

  async read(ids: readonly string[]): Promise<ReadonlyMap<string, Words>> {
    const [below, own] = await Promise.all([this.below.read(ids), this.own.read(ids)]);
    return new Map([...below].map(([id, words]) => [id, isMissing(words) ? (own.get(id) ?? words) : words]));
  }

  async remembered(ids: readonly string[]): Promise<ReadonlyMap<string, Remembered>> {
    const [below, own] = await Promise.all([this.below.remembered(ids), this.own.remembered(ids)]);
    return new Map([...own, ...below]);
  }

  erase(id: string, reason: Parameters<Vault['erase']>[1]): Promise<boolean> {
    return this.own.erase(id, reason);
  }
}

const isMissing = (words: Words): boolean => 'withheld' in words && words.withheld === 'missing';
