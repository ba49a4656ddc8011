import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { StoredEvent } from '../event-store.js';

/** An event as canonical JSON (RFC 8785), without its position: the same event says the same in every log. */
export function canonicalOf({ eventId, type, stream, revision, data, metadata }: StoredEvent): string {
  return canonicalize({ eventId, type, stream, revision, data, metadata })!;
}

/** A digest over events in their order: each link is the SHA-256 of the link before it, a line feed and the event. */
export class HashChain {
  private link = '0'.repeat(64);
  private length = 0;

  add(event: StoredEvent): void {
    this.link = createHash('sha256')
      .update(`${this.link}\n${canonicalOf(event)}`)
      .digest('hex');
    this.length += 1;
  }

  get digest(): string {
    return this.link;
  }

  get count(): number {
    return this.length;
  }
}
