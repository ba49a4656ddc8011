/** What the promise comes to, or `aborted` as soon as the signal says so; a later failure of the promise is then nobody's concern. */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | 'aborted'> {
  let aborted = (): void => undefined;
  const abortion = new Promise<'aborted'>((resolve) => {
    aborted = () => resolve('aborted');
  });
  if (signal.aborted) aborted();
  signal.addEventListener('abort', aborted, { once: true });
  try {
    return await Promise.race([promise, abortion]);
  } finally {
    signal.removeEventListener('abort', aborted);
  }
}
