/** How the command line ends: 0 all is well · 1 something was refused · 2 the command was not understood · 3 it failed. */
export const EXIT = { ok: 0, refused: 1, usage: 2, failed: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
