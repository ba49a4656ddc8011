/** What was found about one thing: how it is, and what to do where it is not well. */
export interface Finding {
  readonly about: string;
  readonly well: boolean;
  readonly says: string;
  readonly toDo: string | null;
  /** The same for programs. */
  readonly facts: Readonly<Record<string, unknown>>;
}

type Facts = Finding['facts'];

export const well = (about: string, says: string, facts: Facts = {}): Finding => ({
  about,
  well: true,
  says,
  toDo: null,
  facts,
});

export const unwell = (about: string, says: string, toDo: string | null, facts: Facts = {}): Finding => ({
  about,
  well: false,
  says,
  toDo,
  facts,
});

/** A look that failed is a finding too. */
export async function found(about: string, look: () => Promise<Finding>): Promise<Finding> {
  return look().catch((error: unknown) => {
    const { message, code } = error as NodeJS.ErrnoException;
    return unwell(about, `It cannot be told: ${message || code || String(error)}`, null);
  });
}
