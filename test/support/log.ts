import type { SijilEvent } from '../../src/domain/events/index.js';
import type { Happening } from './builders.js';

/** Id of the nth event (from 1) of a log made by {@link logOf}. */
export const eventIdOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** Position of the nth event (from 1) of a log made by {@link logOf}. */
export const positionOf = (n: number): string => String(n).padStart(16, '0');

/** Happenings as the log would tell them, in the order given; the nth has {@link eventIdOf}(n) and {@link positionOf}(n). */
export function logOf(...happenings: readonly Happening[]): readonly SijilEvent[] {
  const lengths = new Map<string, number>();
  return happenings.map(({ stream, type, data, recordedAt, eventId }, index) => {
    const revision = lengths.get(stream) ?? 0;
    lengths.set(stream, revision + 1);
    return {
      eventId: eventId ?? eventIdOf(index + 1),
      schemaVersion: 1,
      stream,
      revision,
      position: positionOf(index + 1),
      recordedAt: recordedAt ?? new Date(Date.UTC(2024, 0, 1) + index * 1000).toISOString(),
      recordedBy: 'test',
      correlationId: eventIdOf(index + 1),
      causationId: eventIdOf(index + 1),
      type,
      data,
    } as SijilEvent;
  });
}
