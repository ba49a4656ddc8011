import pg from 'pg';
import { StoreUnavailable } from '../../event-store/errors.js';
import { ReadModelsOfAnotherLog } from '../../projector/errors.js';

/** What a line of the log may say of an error: for whoever runs the service, who need not be somebody who may see everything. */
export interface ToldInLog {
  readonly message: string;
  /** Where in the code it came from. */
  readonly trace?: string;
}

const LEFT_OUT = 'what it says is left out: it may quote what was recorded or sent';
/** What database drivers say of a lost connection. */
const LOST_CONNECTION = /^(connection terminated|connection ended|timeout exceeded when trying to connect)\b[a-z ]*$/i;
/** Errors whose words are of the machine: of stores, tables and connections, never of what is in them. */
const OF_THE_MACHINE = [pg.DatabaseError, StoreUnavailable, ReadModelsOfAnotherLog];
const DEEPEST = 3;

/**
 * Tells of an error what cannot be anything from an event, a passage or a request. The words of an error may quote them: a text
 * that could not be read, the key that nothing was found under. So only errors of the machine are quoted: of the system, of the
 * connection, and of the database, unless it complains about data. Of the others we tell what they are and where they arose.
 */
export function toldInLog(error: unknown, depth: number = DEEPEST): ToldInLog {
  if (!(error instanceof Error)) return { message: 'what was thrown is no error' };
  const because =
    error.cause instanceof Error && depth > 0 ? `, because of ${toldInLog(error.cause, depth - 1).message}` : '';
  return { message: `${words(error)}${because}`, ...traceOf(error) };
}

function words(error: Error): string {
  if (isDataRefused(error)) return `the database refused data (${error.code})`;
  const isOfMachine = OF_THE_MACHINE.some((one) => error instanceof one) || isOfSystem(error);
  if (isOfMachine || LOST_CONNECTION.test(error.message)) return error.message;
  return `${error.constructor.name} (${LEFT_OUT})`;
}

/** A database that complains about data quotes it. */
const isDataRefused = (error: Error): error is pg.DatabaseError =>
  error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '');

const isOfSystem = (error: Error): boolean =>
  'syscall' in error && 'code' in error && typeof error.code === 'string' && /^E[A-Z_]+$/.test(error.code);

/** The frames of a stack, without the words above them. */
function traceOf({ stack }: Error): { trace?: string } {
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return frames.length === 0 ? {} : { trace: frames.join('\n') };
}
