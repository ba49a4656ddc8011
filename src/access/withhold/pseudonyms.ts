import { isAbove } from './levels.js';
import type { KeptLevels } from './kept-level.js';
import { idOf, streamOf } from '../../domain/streams.js';
import type { ProtectionLevel } from '../../domain/vocabularies/protection-level.js';

/** Names for actors whom the reader may not know, good for one answer: the same actor, the same name. */
export class Pseudonyms {
  private readonly names = new Map<string, string>();
  private made = 0;

  constructor(
    private readonly levels: KeptLevels,
    private readonly most: ProtectionLevel,
  ) {}

  isHidden(actor: string): boolean {
    const stream = streamOf('actor', actor);
    return isAbove(this.levels.of(stream), this.most) || this.isNameless(stream);
  }

  /** A person without a public role: the name is confidential, what they said need not be. */
  isNameless(stream: string): boolean {
    return this.levels.shownAs(stream) !== null && isAbove('confidential', this.most);
  }

  /** A name for somebody of whom nothing may be told. */
  readonly nobody = (): string => this.fresh('actor');

  /** The actor's own id, or the name that stands for it here. */
  readonly of = (actor: string): string => {
    const known = this.names.get(actor);
    if (known !== undefined) return known;
    const kind = this.isNameless(streamOf('actor', actor)) ? 'person' : 'actor';
    const name = this.isHidden(actor) ? this.fresh(kind) : actor;
    this.names.set(actor, name);
    return name;
  };

  /** A name that nobody else has: an actor may be registered under any id. */
  private fresh(kind: 'actor' | 'person'): string {
    let name: string;
    do name = `withheld-${kind}-${(this.made += 1)}`;
    while (this.levels.knows(streamOf('actor', name)));
    return name;
  }

  readonly ofStream = (stream: string): string => streamOf('actor', this.of(idOf(stream)));
}
