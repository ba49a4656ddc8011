import { caseWords } from './case-words.js';
import { inOrder } from './definition-order.js';
import type { CaseDefaults, EntryKind, Scope, Written } from './entries/entry.js';
import { entryKinds, sections } from './entries/index.js';
import { readable, type Problem } from './problem.js';
import { parseYaml, type ParsedYaml, type YamlMap, type YamlValue } from './reading/parse-yaml.js';
import { above, below } from './reading/pointer.js';
import { kindOf } from './reading/reading.js';
import { record } from './reading/records.js';
import { didYouMean } from './reading/suggest.js';
import { RowList } from './row-list.js';
import type { Location, Row } from './row.js';
import type { SourceMention } from './words/sources.js';
import { stated } from './words/stated.js';

/** A case file as commands, in the order in which they are to be sent, and everything in it that cannot be taken. */
export interface CompiledCase {
  /** The name of the file, for messages. */
  readonly file: string;
  /** The id of the case; empty when the file does not tell it. */
  readonly id: string;
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
  /** The line of each thing that the file would have recorded, had its entry been sound: by its stream. */
  readonly refused: ReadonlyMap<string, number>;
}

const PARTS = ['case', ...Object.keys(sections), 'record'];
const OPENERS = entryKinds.map(({ opens }) => opens);

/** Reads a case file. Pure: nothing is looked up, nothing is sent. An entry that cannot be taken is named, and the others are rows. */
export function compileCaseFile(text: string, name: string): CompiledCase {
  const compiler = new Compiler(parseYaml(text));
  const id = compiler.file();
  const problems = compiler.problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  return { file: name, id, rows: compiler.rows.rows, problems, refused: compiler.rows.refused };
}

class Compiler {
  readonly problems: Problem[];
  readonly rows: RowList;
  /** Parts and entries in which something is no YAML that is allowed here. */
  private readonly spoilt: ReadonlySet<string>;

  constructor(private readonly parsed: ParsedYaml) {
    this.problems = parsed.problems.map(readable);
    this.spoilt = new Set(parsed.problems.flatMap(({ pointer }) => partAndEntry(pointer)));
    this.rows = new RowList((pointer) => this.locate(pointer));
  }

  /** Everything in the file; answers the id of its case. */
  file(): string {
    const { value } = this.parsed;
    if (value === undefined) return '';
    if (value === null) return this.refuse('', 'The file is empty: a case file begins with "case".');
    if (!(value instanceof Map))
      return this.refuse('', `A case file is a mapping with "case" and "record", not ${kindOf(value)}.`);
    const parts = value as YamlMap;
    for (const part of parts.keys()) {
      if (PARTS.includes(part)) continue;
      const guess = didYouMean(part, PARTS) || ` Its parts are: ${PARTS.join(', ')}.`;
      this.refuse(below('', part), `"${part}" is not a part of a case file.${guess}`);
    }
    if (!parts.has('case'))
      return this.refuse('', '"case" is missing: it says the id, the title and the time zone of the case.');
    const defaults = this.defaults(parts.get('case') ?? null);
    if (defaults === undefined) return '';
    for (const [section, kind] of Object.entries(sections))
      this.section(parts.get(section), below('', section), kind, defaults);
    this.record(parts.get('record'), defaults);
    return defaults.id;
  }

  private defaults(value: YamlValue): CaseDefaults | undefined {
    let sound = !this.spoiled('/case');
    const report = (pointer: string, message: string) => {
      sound = false;
      this.refuse(pointer, message);
    };
    // The language and the zone stand in the very mapping that is being read; only its title needs one of them.
    const language = value instanceof Map ? (value as YamlMap).get('language') : undefined;
    const reading = {
      report,
      zone: 'UTC',
      datesApproximate: false,
      language: typeof language === 'string' ? language : 'en',
    };
    const words = caseWords.read(value, '/case', reading);
    if (words === undefined || !sound) return undefined;
    return stated<CaseDefaults>({
      ...reading,
      id: words.id,
      zone: words.zone,
      datesApproximate: words.dates ?? false,
      about: words.about,
      protection: words.protection,
      seen: words.seen,
      assessedBy: words['assessed by'],
    });
  }

  private section(value: YamlValue | undefined, at: string, kind: EntryKind, defaults: CaseDefaults): void {
    if (value === undefined || value === null) return;
    if (!(value instanceof Map))
      return void this.refuse(at, `This must be a mapping of ids and what they stand for, not ${kindOf(value)}.`);
    for (const [name, words] of inOrder(value as YamlMap)) {
      const pointer = below(at, name);
      this.entry({ kind, name, words, pointer, namePointer: pointer }, defaults);
    }
  }

  private record(value: YamlValue | undefined, defaults: CaseDefaults): void {
    if (value === undefined || value === null) return;
    if (!Array.isArray(value))
      return void this.refuse('/record', `The record is a list of entries, not ${kindOf(value)}.`);
    for (const [index, entry] of (value as readonly YamlValue[]).entries()) {
      const opened = this.opened(entry, below('/record', index));
      if (opened !== undefined) this.entry(opened, defaults);
    }
  }

  /** What an entry of the record is, by the key that opens it. */
  private opened(entry: YamlValue, pointer: string): Opened | undefined {
    if (!(entry instanceof Map))
      return void this.refuse(pointer, `An entry is a mapping that begins with one of: ${OPENERS.join(', ')}.`);
    const map = entry as YamlMap;
    const [kind, ...others] = entryKinds.filter(({ opens }) => map.has(opens));
    if (kind === undefined) {
      const [first = ''] = map.keys();
      return void this.refuse(
        pointer,
        `An entry begins with one of: ${OPENERS.join(', ')}.${didYouMean(first, OPENERS)}`,
      );
    }
    if (others.length > 0) {
      const both = [kind, ...others].map(({ opens }) => opens).join(' and ');
      return void this.refuse(pointer, `An entry is one thing; this one is ${both}.`);
    }
    const words = new Map([...map].filter(([key]) => key !== kind.opens));
    return { kind, name: map.get(kind.opens) ?? null, words, pointer, namePointer: below(pointer, kind.opens) };
  }

  /** Adds the rows of one entry, or names what is wrong with it. */
  private entry({ kind, name, words, pointer, namePointer }: Opened, defaults: CaseDefaults): void {
    const row = `${kind.opens} ${typeof name === 'string' || typeof name === 'number' ? name : pointer}`;
    let sound = !this.spoiled(pointer);
    const report = (at: string, message: string) => {
      sound = false;
      this.problems.push(readable({ ...this.locate(at), message, row }));
    };
    const undescribed: SourceMention[] = [];
    const cite: Scope['cite'] = (mentions) =>
      mentions?.map((mention) => {
        const { ref, unknown } = this.rows.cite(mention);
        if (unknown) undescribed.push(mention);
        return ref;
      });
    const scope: Scope = { ...defaults, report, earlier: this.rows.earlier, cite };
    const opening = kind.opening.read(name, namePointer, scope);
    const read = record(kind.keys).read(words, pointer, scope);
    const written = opening === undefined || read === undefined ? undefined : kind.write(opening, read, scope);
    if (!sound || written === undefined) return this.rows.refuse(kind.opens, name, pointer);
    for (const mention of undescribed) this.rows.describe(mention, defaults);
    for (const one of written) this.rows.add(one, pointer, nameOf(one, kind), defaults.id);
  }

  private refuse(pointer: string, message: string): '' {
    this.problems.push(readable({ ...this.locate(pointer), message }));
    return '';
  }

  /** Something below this place could not be read as YAML that is allowed here; it has been named. */
  private spoiled(at: string): boolean {
    return this.spoilt.has(at);
  }

  /** The line of a place in the file, or of the nearest place around it. */
  private locate(pointer: string): Location {
    for (let at = pointer; ; at = above(at)) {
      const spot = this.parsed.spots.get(at);
      if (spot !== undefined) return { ...spot, pointer };
      if (at === '') return { line: 1, column: 1, pointer };
    }
  }
}

/** `/record/3/killed/people` is in `/record`, and in `/record/3`. */
const partAndEntry = (pointer: string): readonly string[] => {
  const [, part, entry] = pointer.split('/');
  return [`/${part}`, `/${part}/${entry}`];
};

/** An entry by what opens it. */
interface Opened {
  readonly kind: EntryKind;
  readonly name: YamlValue;
  readonly words: YamlValue;
  readonly pointer: string;
  readonly namePointer: string;
}

const nameOf = ({ command, id }: Written, { opens }: EntryKind): string =>
  `${command === 'AssignIdentifier' ? 'identifier' : opens} ${id}`;
