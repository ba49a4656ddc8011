/** Who asks. `anonymous` exists only where public reading is on. */
export type Role = 'anonymous' | 'subscriber' | 'reader' | 'recorder' | 'reviewer' | 'admin';

/** Who did it, or asks: the authenticated API key, or the command line. */
export interface Principal {
  /** A stable name that may be written into the log as `recordedBy`. */
  readonly id: string;
  readonly role: Role;
}
