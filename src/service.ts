import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import { httpApplication, loggerOf } from './http/application.js';
import { projections } from './projections/index.js';
import { isOutage } from './projector/retry.js';
import { refuseAnotherLog } from './projector/same-log.js';
import { CannotListen } from './start-failure.js';
import { openResources, type Resources } from './resources.js';

interface Running<App> {
  readonly app: App;
  /** Where the first admin key was put, when this start made it. */
  readonly firstKeyFile: string | null;
  /** Ends what is under way, then lets go of everything. */
  close(): Promise<void>;
}

export interface Service extends Running<NestFastifyApplication> {
  /** Where it answers, such as http://127.0.0.1:4400. */
  readonly url: string;
}

/** Starts the whole service and listens. */
export async function startService(config: Config): Promise<Service> {
  const running = await run(config, httpApplication);
  try {
    await running.app.listen(config.port, config.host).catch((error: unknown) => {
      throw new CannotListen(config.host, config.port, error);
    });
    return { ...running, url: await running.app.getUrl() };
  } catch (error) {
    await running.close();
    throw error;
  }
}

/** The same application for the command line: commands and queries, but no HTTP. */
export function openRegister(config: Config): Promise<Running<INestApplicationContext>> {
  return run(config, (resources) =>
    NestFactory.createApplicationContext(AppModule.over(resources), {
      abortOnError: false,
      logger: loggerOf(config.logLevel),
    }),
  );
}

async function run<App extends INestApplicationContext>(
  config: Config,
  start: (resources: Resources) => Promise<App>,
): Promise<Running<App>> {
  const resources = await openResources(config);
  try {
    await refuseAnotherLog(resources.log, resources.database.pool, projections).catch(unlessAway);
    const app = await start(resources);
    const close = async () => {
      await app.close().finally(() => resources.close());
    };
    return { app, firstKeyFile: resources.firstKeyFile, close };
  } catch (error) {
    await resources.close();
    throw error;
  }
}

/** A log that is away at the start may come later; the projector asks it again before it reads on. */
function unlessAway(error: unknown): void {
  if (!isOutage(error)) throw error;
}
