import { constants } from 'node:os';
import type { Config } from './config.js';
import { Log } from './access/withhold/log.js';
import { startService, type Service } from './service.js';

const SHUTDOWN_MS = 15_000;

/** Runs the service until it is told to stop. */
export async function serve(config: Config): Promise<Service> {
  const logger = new Log('sijil');
  const started = endOnSignal(logger);
  const service = await startService(config).finally(started);
  stopOnSignal(service, logger);
  logger.log(`Sijil answers at ${service.url}; what it can do is at ${service.url}/api/docs`);
  if (service.firstKeyFile) logger.log(`The first admin key is in ${service.firstKeyFile}`);
  return service;
}

/**
 * Until the service runs, a signal ends the process at once: a migration is then undone by the database, and an embedded
 * server stops by itself. Without this a container's first process would not even notice. Answers how to end that.
 */
function endOnSignal(logger: Log): () => void {
  const stop = (signal: NodeJS.Signals) => {
    logger.log(`Stopping while starting (${signal})`);
    process.exit(128 + constants.signals[signal]);
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  return () => void process.off('SIGTERM', stop).off('SIGINT', stop);
}

/** Ends what is under way and stops everything we started; who signals a second time does not want to wait. */
function stopOnSignal(service: Service, logger: Log): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    logger.log(`Stopping (${signal})`);
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
    service.close().catch((error: unknown) => {
      logger.error('Not everything stopped in order', error);
      process.exitCode = 1;
    });
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
}
