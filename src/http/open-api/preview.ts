import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from '../../app.module.js';
import type { Resources } from '../../resources.js';
import { giveAddresses } from '../application.js';
import { openApiOf } from './open-api.js';

/** The description of the API without a service: the application is only looked at, and nothing in it is made. */
export async function describeApi(): Promise<OpenAPIObject> {
  const nothing = { config: {}, database: {}, log: {} } as unknown as Resources;
  const app = await NestFactory.create(AppModule.over(nothing), new FastifyAdapter(), {
    preview: true,
    abortOnError: false,
    logger: false,
  });
  giveAddresses(app);
  return openApiOf(app);
}
