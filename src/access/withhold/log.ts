import { Logger } from '@nestjs/common';
import { toldInLog } from './told-in-log.js';

/** The way to the log for all that runs. Errors are handed over whole, and told without what they may quote. */
export class Log {
  private readonly logger: Logger;

  constructor(about: string) {
    this.logger = new Logger(about);
  }

  log(line: string): void {
    this.logger.log(line);
  }

  warn(line: string, error?: unknown): void {
    this.logger.warn(error === undefined ? line : `${line}: ${toldInLog(error).message}`);
  }

  error(line: string, error: unknown): void {
    const { message, trace } = toldInLog(error);
    this.logger.error(`${line}: ${message}`, trace);
  }
}
