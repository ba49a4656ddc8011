import type { Appended } from '../../../src/commands/decision-log.js';
import type { TestApp } from '../app.js';
import { recordedIn } from '../recorded.js';
import type { Known } from './step.js';

/** What was told so far, from what the register answered. */
export class Told implements Known {
  private readonly revisions = new Map<string, number>();
  private readonly openings = new Map<string, string>();

  /** Where the last of it lies in the log. */
  position = '';

  constructor(private readonly app: TestApp) {}

  add({ stream, revision, eventIds, position }: Appended): void {
    this.position = position;
    if (!this.openings.has(stream)) this.openings.set(stream, eventIds[0]!);
    this.revisions.set(stream, revision);
  }

  opening(stream: string): string {
    return this.openings.get(stream)!;
  }

  revision(stream: string): number {
    return this.revisions.get(stream)!;
  }

  /** That which says why something is protected. */
  async passage(stream: string): Promise<string> {
    const events = await recordedIn(this.app, stream);
    const reasons = events.map(({ data }) => data['reason'] as { readonly passage?: string } | undefined);
    return reasons.find((one) => one?.passage !== undefined)!.passage!;
  }
}
