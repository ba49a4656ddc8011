import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { DecisionLog } from '../../src/commands/decision-log.js';
import { commandHandlers } from '../../src/commands/index.js';
import { RecordedDecisionLog } from '../../src/commands/recorded-decision-log.js';
import { decode } from '../../src/domain/events/decode.js';
import type { SijilEvent } from '../../src/domain/events/index.js';
import { MemoryEventStore } from '../../src/event-store/memory/memory-event-store.js';
import { MemoryVault } from '../../src/vault/memory-vault.js';

/** Every command on a log in memory: what the commands do, without a database. */
export interface RegisterInMemory {
  readonly commands: CommandBus;
  readonly store: MemoryEventStore;
  /** The whole log, in order. */
  events(): Promise<readonly SijilEvent[]>;
  close(): Promise<void>;
}

export async function registerInMemory(): Promise<RegisterInMemory> {
  const store = new MemoryEventStore();
  const log = new RecordedDecisionLog(store, new MemoryVault());
  const app = await Test.createTestingModule({
    imports: [CqrsModule.forRoot()],
    providers: [...commandHandlers, { provide: DecisionLog, useValue: log }],
  }).compile();
  await app.init();
  return {
    commands: app.get(CommandBus),
    store,
    async events() {
      const { events } = await store.readAll({ after: null, max: 10_000 });
      return events.map((event) => decode(event));
    },
    close: () => app.close(),
  };
}
