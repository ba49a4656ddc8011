import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiKeys } from '../../access/api-keys.js';
import type { Config } from '../../config.js';
import { allowOrigins } from './cors.js';
import { refuseIllFormed } from './ill-formed.js';
import { limitRates } from './rate-limits.js';
import { sendSecurityHeaders } from './security-headers.js';

/** What every request passes before anything is done for it. Must be set up before the routes are. */
export async function setUpDoor(app: NestFastifyApplication, config: Config): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  await sendSecurityHeaders(app);
  allowOrigins(app, config.corsOrigins);
  refuseIllFormed(server);
  await limitRates(server, app.get(ApiKeys), config.rates);
}
