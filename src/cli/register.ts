import type { INestApplicationContext } from '@nestjs/common';
import { readConfig } from '../config.js';
import { openRegister } from '../service.js';

/** Does something with the register of this folder or database, quietly, and lets go of it. */
export async function withRegister<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const running = await openRegister({ ...readConfig(), logLevel: 'error' });
  try {
    return await work(running.app);
  } finally {
    await running.close();
  }
}

/** Ctrl-C asks for an end in order; the second time it ends at once. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const stop = () => {
    if (stopping.signal.aborted) process.exit(130);
    stopping.abort(new Interrupted());
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return await work(stopping.signal);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

export class Interrupted extends Error {
  constructor() {
    super('Interrupted. What was recorded stays; the same command goes on where this one stopped.');
  }
}
