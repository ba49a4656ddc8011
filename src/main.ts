import 'reflect-metadata';
import { readConfig } from './config.js';
import { serve } from './serve.js';
import { startFailure } from './start-failure.js';

try {
  await serve(readConfig());
} catch (error) {
  console.error(startFailure(error));
  process.exitCode = 1;
}
