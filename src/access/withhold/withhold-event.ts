import { definitions, type EventType, type SijilEvent } from '../../domain/events/index.js';
import type { Envelope, Instant, Position } from '../../domain/envelope.js';
import { referencesOf } from '../../domain/references/references-of.js';
import { streamOf } from '../../domain/streams.js';
import type { SourceRef } from '../../domain/values/source-ref.js';
import type { ProtectionLevel } from '../../domain/vocabularies/protection-level.js';
import type { KeptLevels } from './kept-level.js';
import { isAbove } from './levels.js';
import { mask, type WithheldField } from './mask.js';
import { Pseudonyms } from './pseudonyms.js';
import { renameActors } from './rename.js';

/** An event as a reader may see it. Who recorded it is restricted. */
export type ShownEvent = Omit<Envelope, 'recordedBy'> & {
  readonly recordedBy: string | WithheldField;
  readonly type: EventType;
  readonly data: object;
};

/** That there was an event, and how closely it is kept: nothing else. */
export interface WithheldEvent extends WithheldField {
  readonly position: Position;
  readonly recordedAt: Instant;
}

/** An event, what kind of entry it corrects or withdraws, and the streams that decide how closely it is kept. */
export interface EventToShow {
  readonly event: SijilEvent;
  readonly targetType: EventType | null;
  readonly named: Iterable<string>;
}

/** Shows events to one reader. */
export class EventsShown {
  private readonly pseudonyms: Pseudonyms;

  constructor(
    private readonly levels: KeptLevels,
    private readonly most: ProtectionLevel,
    /** Ids of the findings that the reader is shown. Any other may be a hash of what is hidden, and could be guessed. */
    private readonly shownFindings: ReadonlySet<string> = new Set(),
  ) {
    this.pseudonyms = new Pseudonyms(levels, most);
  }

  show({ event, targetType, named }: EventToShow): ShownEvent | WithheldEvent {
    if (this.most === 'confidential') return event;
    const level = this.levels.highestOf([event.stream, ...named]);
    const { position, recordedAt } = event;
    if (isAbove(level, this.most)) return { position, recordedAt, withheld: level };
    if (this.pseudonyms.isNameless(event.stream)) return { position, recordedAt, withheld: 'confidential' };
    const { data: _, recordedBy, ...envelope } = event;
    return {
      ...envelope,
      recordedBy: isAbove('restricted', this.most) ? { withheld: 'restricted' } : recordedBy,
      data: this.data(event, targetType),
    };
  }

  private data({ type, stream, data }: SijilEvent, targetType: EventType | null): object {
    const target = targetType === null ? undefined : definitions.get(targetType)?.data;
    const renamed = this.renamed(type, data, targetType);
    const cleared = this.levels.isCleared(stream);
    const masked = mask(definitions.get(type)!.data, renamed, { most: this.most, cleared, target });
    return type === 'FindingResolved' && !this.shownFindings.has(data.finding)
      ? { ...masked, finding: { withheld: 'restricted' } satisfies WithheldField }
      : masked;
  }

  private renamed(type: EventType, data: object, targetType: EventType | null): object {
    const rename = (of: EventType, said: object) =>
      this.withoutHiddenSources(renameActors(said, referencesOf(of, said), this.pseudonyms.of));
    if (targetType === null) return rename(type, data);
    const carried = (['before', 'after'] as const).flatMap((name) => {
      const said = (data as Readonly<Record<string, object | undefined>>)[name];
      return said === undefined ? [] : [[name, rename(targetType, said)] as const];
    });
    return { ...data, ...Object.fromEntries(carried) };
  }

  private withoutHiddenSources(data: object & { readonly sources?: readonly SourceRef[] }): object {
    if (data.sources === undefined) return data;
    const shown = ({ source }: SourceRef) => !isAbove(this.levels.of(streamOf('source', source)), this.most);
    return { ...data, sources: data.sources.filter(shown) };
  }
}
