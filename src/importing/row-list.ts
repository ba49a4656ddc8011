import { createHash } from 'node:crypto';
import { canonical } from './canonical.js';
import type { EarlierAct, EarlierActs } from './claims/links.js';
import type { CaseDefaults, Written } from './entries/entry.js';
import { above } from './reading/pointer.js';
import type { Location, Row } from './row.js';
import type { SourceMention } from './words/sources.js';

/** The rows of a file so far, and what later entries may refer to. */
export class RowList {
  readonly rows: Row[] = [];
  /** The first line of each entry that could not be taken, by the stream of what it would have opened. */
  readonly refused = new Map<string, number>();
  private readonly acts = new Map<string, EarlierAct>();
  private readonly sourcesByUrl = new Map<string, string>();
  private readonly protections = new Map<string, number>();

  constructor(private readonly locate: (pointer: string) => Location) {}

  get earlier(): EarlierActs {
    return {
      get: (id) => this.acts.get(id),
      refused: (id) => this.refused.get(`statement-${id}`) ?? this.refused.get(`report-${id}`),
    };
  }

  /** Remembers what an entry would have opened, had it been taken. */
  refuse(opens: string, name: unknown, pointer: string): void {
    const stream = `${opens}-${String(name)}`;
    if (!this.refused.has(stream)) this.refused.set(stream, this.locate(pointer).line);
  }

  /** The reference of a mention, and whether its source has to be registered first. */
  cite({ ref, described }: SourceMention): { readonly ref: SourceMention['ref']; readonly unknown: boolean } {
    const known = described?.url === undefined ? undefined : this.sourcesByUrl.get(described.url);
    if (known !== undefined) return { ref: { ...ref, source: known }, unknown: false };
    return { ref, unknown: described !== undefined };
  }

  /** Registers a source that was described on the spot. An address that is named twice is registered once. */
  describe({ described, pointer }: SourceMention, { protection, id }: Pick<CaseDefaults, 'protection' | 'id'>): void {
    if (described?.url === undefined || this.sourcesByUrl.has(described.url)) return;
    const body = protection === undefined ? described : { ...described, protection };
    this.add(
      { command: 'RegisterSource', body, id: described.sourceId, from: {} },
      pointer,
      `source ${described.url}`,
      id,
    );
  }

  add({ id, from, ...sending }: Written, pointer: string, name: string, caseId: string): void {
    const content = createHash('sha256').update(canonical(sending.body)).digest('hex').slice(0, 24);
    const same = `import/${caseId}/${sending.command}/${content}`;
    const key = sending.command === 'SetProtection' ? this.again(same) : same;
    const places = new Map(Object.entries(from));
    const whole = places.get('') ?? pointer;
    const locate = (bodyPointer: string): Location => {
      for (let at = bodyPointer; at !== ''; at = above(at)) {
        const place = places.get(at);
        if (place !== undefined) return this.locate(place);
      }
      return this.locate(whole);
    };
    this.rows.push({ ...sending, ...this.locate(whole), name, key, locate });
    this.remember({ id, from, ...sending });
  }

  /** What was lowered in between may be raised again in the same words: that is not the first raising, sent twice. */
  private again(key: string): string {
    const before = this.protections.get(key) ?? 0;
    this.protections.set(key, before + 1);
    return before === 0 ? key : `${key}/${before}`;
  }

  private remember({ command, body, id }: Written): void {
    if (command === 'RecordStatement') this.acts.set(id, { stream: `statement-${id}`, claims: body.claims });
    if (command === 'RecordReport') this.acts.set(id, { stream: `report-${id}`, claims: body.claims });
    if (command !== 'RegisterSource' || body.url === undefined || this.sourcesByUrl.has(body.url)) return;
    this.sourcesByUrl.set(body.url, id);
  }
}
