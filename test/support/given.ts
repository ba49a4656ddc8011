import { commandHandlers } from '../../src/commands/index.js';
import * as commands from '../../src/commands/index.js';
import { NamedStreams } from '../../src/commands/decision-log-named.js';
import {
  DecisionLog,
  type Appended,
  type CommandContext,
  type Decide,
  type Named,
} from '../../src/commands/decision-log.js';
import type { DomainError } from '../../src/domain/domain-error.js';
import type { Fact, SijilEvent } from '../../src/domain/events/index.js';
import { streamOf, type Category } from '../../src/domain/streams.js';
import type { Happening } from './builders.js';
import { logOf } from './log.js';

/** Decides as the service does, on happenings in memory: a decision sees its own stream and those its command named. */
class GivenLog extends DecisionLog {
  decided: readonly Fact[] = [];

  constructor(private readonly happened: readonly SijilEvent[]) {
    super();
  }

  async decide<C extends Category, Data extends object>(
    { category, id, body, naming, follow }: Decide<C, Data>,
    decision: (own: readonly SijilEvent<C>[], named: Named, data: Data) => readonly Fact<C>[],
  ): Promise<Appended> {
    const stream = streamOf(category, id);
    const own = this.read(stream);
    const data = body as unknown as Data;
    const named = await NamedStreams.gather({ stream, events: own }, async (name) => this.read(name), {
      names: naming?.(data),
      follow,
    });
    this.decided = decision(own as readonly SijilEvent<C>[], named, data) as readonly Fact[];
    return { stream, id, revision: own.length, position: '', eventIds: [], repeated: this.decided.length === 0 };
  }

  private read(stream: string): readonly SijilEvent[] {
    return this.happened.filter((event) => event.stream === stream);
  }
}

const context: CommandContext = { by: { id: 'test', role: 'admin' } };

/** The command by which people make each thing happen. */
const COMMANDS: Record<Fact['type'], readonly [command: string, ofACategory?: 'of a category']> = {
  StatementIssued: ['RecordStatement'],
  ReportPublished: ['RecordReport'],
  OperationConducted: ['RecordOperation'],
  OperationAssessed: ['AssessOperation'],
  IncidentOpened: ['OpenIncident'],
  IncidentAmended: ['AmendIncident'],
  IdentifierAssigned: ['AssignIdentifier'],
  IdentifierWithdrawn: ['WithdrawIdentifier'],
  IncidentMerged: ['MergeIncident'],
  IncidentUnmerged: ['UnmergeIncident'],
  IncidentSplit: ['SplitIncident'],
  IncidentsLinked: ['LinkIncidents'],
  IncidentGraded: ['GradeIncident'],
  CasualtiesAssessed: ['AssessCasualties'],
  GeolocationAssessed: ['AssessGeolocation'],
  ClaimSetAside: ['SetClaimAside'],
  FindingResolved: ['ResolveFinding', 'of a category'],
  SeriesDefined: ['DefineSeries'],
  SeriesAmended: ['AmendSeries'],
  ActorRegistered: ['RegisterActor'],
  ActorAmended: ['AmendActor'],
  SourceRegistered: ['RegisterSource'],
  SourceArchived: ['ArchiveSource'],
  SourceVerified: ['VerifySource'],
  SourceFoundRemoved: ['ReportSourceRemoved'],
  EntryCorrected: ['CorrectEntry', 'of a category'],
  EntryWithdrawn: ['WithdrawEntry', 'of a category'],
  ProtectionSet: ['SetProtection', 'of a category'],
  PassageErased: ['ErasePassage', 'of a category'],
  ClaimLinked: ['LinkClaims', 'of a category'],
  ClaimUnlinked: ['UnlinkClaims', 'of a category'],
};

type Handler = new (log: DecisionLog) => { execute(command: object): Promise<Appended> };
type CommandClass = new (...args: readonly unknown[]) => object;

async function decide(log: GivenLog, { type, category, id, data }: Happening): Promise<readonly Fact[]> {
  const [name, ofACategory] = COMMANDS[type as Fact['type']];
  const Command = (commands as unknown as Record<string, CommandClass>)[name] as CommandClass;
  const Handler = commandHandlers.find((handler) => handler.name === `${name}Handler`) as unknown as Handler;
  const command = ofACategory ? new Command(category, id, data, context) : new Command(data, context);
  await new Handler(log).execute(command);
  return log.decided;
}

/** What people's wish comes to, after what happened. */
export const decided = (happened: readonly Happening[], wanted: Happening): Promise<readonly Fact[]> =>
  decide(new GivenLog(logOf(...happened)), wanted);

type Refusal = abstract new (...args: never[]) => DomainError;

class Outcome {
  constructor(
    private readonly wanted: Happening,
    private readonly facts: Promise<readonly Fact[]>,
  ) {}

  /** It happened, just as it was wanted, but for what the decision itself fills in. */
  async thenRecorded(filledIn: object = {}): Promise<void> {
    const { type, data } = this.wanted;
    expect(await this.facts).toEqual([{ type, data: { ...data, ...filledIn } }]);
  }

  /** Nothing happened: it had been so before. */
  async thenNothing(): Promise<void> {
    expect(await this.facts).toEqual([]);
  }

  async thenRefused(refusal: Refusal, pointer?: string): Promise<void> {
    const error: unknown = await this.facts.then(
      (facts) => ({ decided: facts }),
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(refusal);
    if (pointer !== undefined) expect(error).toMatchObject({ pointer });
  }

  /** Refused, with these words in what the sender is told. */
  async thenRefusedSaying(words: string): Promise<void> {
    await expect(this.facts).rejects.toThrow(words);
  }
}

/** `given` what happened, `when` somebody wants something to be recorded, `then` it is, or is refused. */
export const given = (...happened: readonly Happening[]) => ({
  when: (wanted: Happening) => new Outcome(wanted, decided(happened, wanted)),
});
