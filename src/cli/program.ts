import { Command, InvalidArgumentError, Option } from 'commander';
import { KEY_ROLES } from '../access/roles.js';
import { settingsHelp } from '../settings-help.js';
import type { ExitCode } from './exit-codes.js';
import type { ImportOptions } from './import.js';
import type { NewKeyOptions } from './keys.js';
import type { LogCopyOptions } from './log-copy.js';
import type { TailOptions } from './tail-events.js';
import { sayJson, type Terminal } from './terminal.js';

const PRINCIPAL = /^[a-z0-9][a-z0-9.@-]{0,63}$/;

function principalName(text: string): string {
  if (PRINCIPAL.test(text)) return text;
  throw new InvalidArgumentError('It must be 1 to 64 of a-z, 0-9, ".", "@" and "-".');
}

function date(text: string): Date {
  const parsed = new Date(text);
  if (!Number.isNaN(parsed.getTime())) return parsed;
  throw new InvalidArgumentError('It must be a date such as 2027-01-31.');
}

function hours(text: string): number {
  if (/^\d{1,3}$/.test(text) && Number(text) <= 720) return Number(text);
  throw new InvalidArgumentError('It must be whole hours, from 0 to 720.');
}

const EXITS = `
Exit codes: 0 all is well, 1 something was refused, 2 the command was not understood, 3 it failed.
`;

/** The command line. What a command needs is loaded when it is called, so that help comes at once. */
export function program(terminal: Terminal, ended: (code: ExitCode) => void): Command {
  const sijil = new Command('sijil')
    .description('A register of incidents and of everything publicly claimed about them.')
    .addHelpText('after', () => EXITS + settingsHelp())
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out.write(text), writeErr: (text) => terminal.err.write(text) });

  sijil
    .command('serve')
    .description('start the service and answer until it is stopped')
    .action(async () => void (await (await import('../serve.js')).serve((await import('../config.js')).readConfig())));

  sijil
    .command('import')
    .description('record case files; importing twice changes nothing')
    .argument('<files...>', 'case files (YAML)')
    .option('--dry-run', 'say what would happen, and append nothing')
    .option('--all-or-nothing', 'append nothing if one row is refused')
    .option('--json', 'answer in JSON')
    .addOption(
      new Option('--as <principal>', 'who records it, by the name in the log').default('cli').argParser(principalName),
    )
    .action(async (files: string[], options: ImportOptions) =>
      ended(await (await import('./import.js')).importCaseFiles(files, options, terminal)),
    );

  sijil
    .command('migrate')
    .description('bring the database up to date')
    .option('--json', 'answer in JSON')
    .action(async (options: { json?: boolean }) =>
      ended(await (await import('./migrate.js')).migrateDatabase(options, terminal)),
    );

  sijil
    .command('doctor')
    .description('look at everything the service stands on, and say what to do')
    .option('--json', 'answer in JSON')
    .addHelpText(
      'after',
      '\nExit codes: 0 all is well, 1 there is something to do, 3 the database or the log cannot be reached.',
    )
    .action(async (options: { json?: boolean }) =>
      ended(await (await import('./doctor.js')).doctor(options, terminal)),
    );

  const keys = sijil.command('keys').description('make, list and end API keys');
  keys
    .command('create')
    .description('make a key; it is shown only once')
    .argument('<principal>', 'who will hold it, by the name in the log', principalName)
    .addOption(new Option('--role <role>', 'what it may do').choices(KEY_ROLES).makeOptionMandatory())
    .addOption(new Option('--expires <date>', 'when it ends; otherwise never').argParser(date))
    .option('--json', 'answer in JSON')
    .action(async (principal: string, options: NewKeyOptions) =>
      ended(await (await import('./keys.js')).createKey(principal, options, terminal)),
    );
  keys
    .command('list')
    .description('all keys there ever were, never the keys themselves')
    .option('--json', 'answer in JSON')
    .action(async (options: { json?: boolean }) =>
      ended(await (await import('./keys.js')).listKeys(options, terminal)),
    );
  keys
    .command('rotate')
    .description('give a key a new secret, shown only once; the old one stays valid for a while')
    .argument('<key>', 'its id, or the prefix that "list" shows')
    .addOption(new Option('--overlap <hours>', 'for how long the old one stays valid').default(48).argParser(hours))
    .option('--json', 'answer in JSON')
    .action(async (key: string, options: { json?: boolean; overlap: number }) =>
      ended(await (await import('./keys.js')).rotateKey(key, options, terminal)),
    );
  keys
    .command('revoke')
    .description('end a key')
    .argument('<key>', 'its id, or the prefix that "list" shows')
    .option('--json', 'answer in JSON')
    .action(async (key: string, options: { json?: boolean }) =>
      ended(await (await import('./keys.js')).revokeKey(key, options, terminal)),
    );

  sijil
    .command('events')
    .description('look at the log')
    .command('tail')
    .description('every event of the log, in order')
    .option('--after <position>', 'only those after this position')
    .option('--follow', 'go on with what comes, until stopped')
    .option('--json', 'one JSON object a line')
    .action(async (options: TailOptions) =>
      ended(await (await import('./tail-events.js')).tailEvents(options, terminal)),
    );

  sijil
    .command('log')
    .description('move the log')
    .command('copy')
    .description('bring every event of one log into another, go on where that was interrupted, and compare the two')
    .requiredOption('--from <log>', 'postgres://…, kurrentdb://… or the folder of an embedded register')
    .requiredOption('--to <log>', 'the same; empty, or begun by an earlier run')
    .option('--json', 'answer in JSON')
    .action(async (options: LogCopyOptions) =>
      ended(await (await import('./log-copy.js')).copyLogBetween(options, terminal)),
    );

  sijil
    .command('schema')
    .description('the JSON Schema of case files, for editors')
    .action(async () => sayJson(terminal, (await import('../importing/case-file-schema.js')).caseFileSchema()));

  sijil
    .command('openapi')
    .description('the description of the HTTP API (OpenAPI 3.1)')
    .action(async () => ended(await (await import('./openapi.js')).writeOpenApi(terminal)));

  sijil
    .command('demo')
    .description('start with the example cases, open to readers, and say what to try')
    .action(async () => void (await (await import('./demo.js')).demo(terminal)));

  return sijil;
}
