import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  entryCorrected,
  entryWithdrawn,
  type EntryCorrected,
  type EntryWithdrawn,
} from '../../domain/events/entries.js';
import {
  passageErased,
  protectionSet,
  type PassageErased,
  type ProtectionSet,
} from '../../domain/events/protection.js';
import { CATEGORIES, type Category } from '../../domain/streams.js';
import type { Draft } from '../../domain/values/draft.js';
import { collectionOf } from '../../http/collections.js';
import { Ctx } from '../../http/command-context.js';
import { Adds } from '../../http/writes/write.decorator.js';
import { InCategory, Written } from '../../http/writes/written.decorator.js';
import type { CommandContext } from '../decision-log.js';
import { CorrectEntry } from '../correct-entry/correct-entry.command.js';
import { ErasePassage } from '../erase-passage/erase-passage.command.js';
import { SetProtection } from '../set-protection/set-protection.command.js';
import { WithdrawEntry } from '../withdraw-entry/withdraw-entry.command.js';

/** Our own errors, and how closely things are kept: legal in every stream. */
@Controller(CATEGORIES.map((category) => `${collectionOf(category)}/:id`))
export class EntriesController {
  constructor(private readonly commands: CommandBus) {}

  @Adds('corrections', entryCorrected, 'Correct what we recorded wrongly', { ifMatch: 'required' })
  correct(
    @InCategory() category: Category,
    @Param('id') id: string,
    @Written() body: Draft<EntryCorrected>,
    @Ctx() context: CommandContext,
  ) {
    return this.commands.execute(new CorrectEntry(category, id, body, context));
  }

  @Adds('withdrawals', entryWithdrawn, 'Withdraw what we should not have recorded', { ifMatch: 'required' })
  withdraw(
    @InCategory() category: Category,
    @Param('id') id: string,
    @Written() body: Draft<EntryWithdrawn>,
    @Ctx() context: CommandContext,
  ) {
    return this.commands.execute(new WithdrawEntry(category, id, body, context));
  }

  @Adds('protection', protectionSet, 'Say how closely something is kept', { by: 'reviewer' })
  protect(
    @InCategory() category: Category,
    @Param('id') id: string,
    @Written() body: Draft<ProtectionSet>,
    @Ctx() context: CommandContext,
  ) {
    return this.commands.execute(new SetProtection(category, id, body, context));
  }

  @Adds('erasures', passageErased, 'Empty a passage, everywhere and for good', { by: 'admin' })
  erase(
    @InCategory() category: Category,
    @Param('id') id: string,
    @Written() body: Draft<PassageErased>,
    @Ctx() context: CommandContext,
  ) {
    return this.commands.execute(new ErasePassage(category, id, body, context));
  }
}
