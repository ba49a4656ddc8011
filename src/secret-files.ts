import { readFileSync } from 'node:fs';

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that hold a secret, and may therefore be in a file: `DATABASE_URL_FILE` names the one with DATABASE_URL in it. */
export const IN_FILES = ['DATABASE_URL', 'DATABASE_PASSWORD', 'KURRENTDB_URL'] as const;

export interface SettledSecrets {
  readonly environment: Environment;
  readonly problems: readonly string[];
}

/** The environment with what its secret files hold; a line for every file that cannot be used, never with what is in it. */
export function settleSecrets(environment: Environment): SettledSecrets {
  const settled: Record<string, string | undefined> = { ...environment };
  const problems: string[] = [];
  for (const name of IN_FILES) {
    const file = environment[`${name}_FILE`]?.trim();
    if (!file) continue;
    if (environment[name]?.trim()) problems.push(`${name} and ${name}_FILE are both set: leave one of them out`);
    else settled[name] = read(file, `${name}_FILE`, problems);
  }
  if (problems.length === 0) addPassword(settled, problems);
  return { environment: settled, problems };
}

function read(file: string, name: string, problems: string[]): string | undefined {
  try {
    const text = readFileSync(file, 'utf8').trim();
    if (text === '') problems.push(`${name} names ${file}, which is empty`);
    return text;
  } catch (error) {
    problems.push(`${name} names ${file}, which cannot be read (${(error as NodeJS.ErrnoException).code})`);
    return undefined;
  }
}

/** One secret can serve the database and us: the password goes into the address here. */
function addPassword(settled: Record<string, string | undefined>, problems: string[]): void {
  const password = settled['DATABASE_PASSWORD']?.trim();
  const url = settled['DATABASE_URL']?.trim();
  if (!password) return;
  if (!url) return void problems.push('DATABASE_PASSWORD is set without a DATABASE_URL that it belongs to');
  // Written by hand rather than with URL, which does not take the address of a socket.
  const [, scheme, user, rest] = /^(postgres(?:ql)?:\/\/)([^:@/]+)(@.*)$/.exec(url) ?? [];
  if (scheme === undefined) {
    problems.push('DATABASE_URL must name a user, and no password, where DATABASE_PASSWORD is set');
    return;
  }
  settled['DATABASE_URL'] = `${scheme}${user}:${encodeURIComponent(password)}${rest}`;
}
