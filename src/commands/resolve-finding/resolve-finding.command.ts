import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { findingResolved, type FindingResolved } from '../../domain/events/finding-resolved.js';
import { towardsFindings } from '../../domain/references/towards-findings.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { resolveFinding } from './resolve-finding.decision.js';

export class ResolveFinding extends Command<Appended> {
  constructor(
    readonly category: 'incident' | 'series',
    readonly id: string,
    readonly body: Draft<FindingResolved>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ResolveFinding)
export class ResolveFindingHandler implements ICommandHandler<ResolveFinding> {
  constructor(private readonly log: DecisionLog) {}

  execute({ category, id, body, context }: ResolveFinding): Promise<Appended> {
    return this.log.decide(
      { category, id, context, ...reading(findingResolved, body), follow: towardsFindings },
      resolveFinding(category, id),
    );
  }
}
