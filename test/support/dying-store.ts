import type { EventStore } from '../../src/event-store/event-store.js';

/** The store, until it dies right behind an append, before anybody is told of it. */
export function dyingAfter(store: EventStore, events: number): EventStore {
  let left = events;
  return new Proxy(store, {
    get(from, name) {
      const value: unknown = Reflect.get(from, name, from);
      if (name !== 'append') return typeof value === 'function' ? value.bind(from) : value;
      return async (...given: Parameters<EventStore['append']>) => {
        const result = await from.append(...given);
        left -= given[2].length;
        if (left <= 0) throw new Error('killed');
        return result;
      };
    },
  });
}
