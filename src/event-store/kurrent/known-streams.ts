import type { KnownStream } from './known-stream.js';

/** The streams looked at last, up to so many event ids together. */
export class KnownStreams {
  private readonly streams = new Map<string, { readonly known: KnownStream; readonly size: number }>();
  private size = 0;

  constructor(private readonly mostIds: number) {}

  of(stream: string): KnownStream | undefined {
    return this.streams.get(stream)?.known;
  }

  /** Keeps it as the one used last, at the cost of those used longest ago. */
  keep(known: KnownStream): void {
    this.forget(known.stream);
    // A stream without events takes room as well.
    const size = known.last + 2;
    this.streams.set(known.stream, { known, size });
    this.size += size;
    for (const oldest of this.streams.keys()) {
      if (this.size <= this.mostIds) break;
      this.forget(oldest);
    }
  }

  forget(stream: string): void {
    this.size -= this.streams.get(stream)?.size ?? 0;
    this.streams.delete(stream);
  }
}
