import { ApiKeys, type ApiKey } from '../access/api-keys.js';
import type { Role } from '../access/principal.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { withRegister } from './register.js';
import { say, sayJson, tell, type Terminal } from './terminal.js';

interface Output {
  readonly json?: boolean;
}

export interface NewKeyOptions extends Output {
  readonly role: Role;
  /** The day on which it ends, or an instant. */
  readonly expires?: Date;
}

/** `sijil keys create`: the key itself alone goes to the output, and is never shown again. */
export async function createKey(principal: string, options: NewKeyOptions, terminal: Terminal): Promise<ExitCode> {
  const { role, expires } = options;
  const key = await withRegister((app) => app.get(ApiKeys).create({ principal, role, expiresAt: expires }));
  if (options.json) sayJson(terminal, key);
  else {
    say(terminal, key.token);
    tell(terminal, `Keep it well: it is shown only now. It is ${described(key)}.`);
  }
  return EXIT.ok;
}

/** `sijil keys list`. */
export async function listKeys(options: Output, terminal: Terminal): Promise<ExitCode> {
  const keys = await withRegister((app) => app.get(ApiKeys).list());
  if (options.json) sayJson(terminal, keys);
  else for (const key of keys) say(terminal, `${key.prefix}  ${described(key)}`);
  return EXIT.ok;
}

/** `sijil keys rotate`: a new secret; the old one stays valid for so many hours. */
export async function rotateKey(
  key: string,
  options: Output & { readonly overlap: number },
  terminal: Terminal,
): Promise<ExitCode> {
  const fresh = await withRegister((app) => app.get(ApiKeys).rotate(key, options.overlap * 3_600));
  if (options.json) sayJson(terminal, fresh);
  else {
    say(terminal, fresh.token);
    tell(
      terminal,
      `Keep it well: it is shown only now. It is ${described(fresh)}. The old one ends in ${options.overlap} h.`,
    );
  }
  return EXIT.ok;
}

/** `sijil keys revoke`. */
export async function revokeKey(prefix: string, options: Output, terminal: Terminal): Promise<ExitCode> {
  const key = await withRegister((app) => app.get(ApiKeys).revoke(prefix));
  if (options.json) sayJson(terminal, key);
  else say(terminal, `${key.prefix} has ended: ${described(key)}.`);
  return EXIT.ok;
}

function described({ principal, role, createdAt, expiresAt, revokedAt, lastUsedAt }: ApiKey): string {
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const until = expiresAt === null ? 'without an end' : `until ${day(expiresAt)}`;
  const ended = revokedAt === null ? '' : `, revoked ${day(revokedAt)}`;
  const used = lastUsedAt === null ? 'never used' : `last used ${day(lastUsedAt)}`;
  return `${principal}, ${role}, since ${day(createdAt)}, ${until}${ended}, ${used}`;
}
