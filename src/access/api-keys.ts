import type { Pool } from 'pg';
import { v7 as uuid } from 'uuid';
import { KeyNotPossible } from './errors.js';
import type { Principal, Role } from './principal.js';
import { KEY_ROLES } from './roles.js';
import { newToken, readToken, sameHash } from './token.js';

const PRINCIPAL = /^[a-z0-9][a-z0-9.@-]{0,63}$/;
/** How long a process may go on trusting a key it has looked up, should it not hear that the key has ended. */
const TRUSTED_MS = 2_000;
const REMEMBERED = 10_000;
/** Where processes tell each other, by its prefix, of a key that ends. */
export const KEY_CHANGES = 'sijil_key_changes';

/** What may be shown of a key: never the key itself. */
export interface ApiKey {
  readonly id: string;
  readonly prefix: string;
  /** Who holds it; what they record carries this name. */
  readonly principal: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  /** To within a minute or so. */
  readonly lastUsedAt: Date | null;
  /** The key that it took the place of. */
  readonly replaces: string | null;
}

export interface KeyWish {
  readonly principal: string;
  readonly role: Role;
  readonly expiresAt?: Date | undefined;
}

/** A key at the only moment at which it can be seen. */
export interface NewApiKey extends ApiKey {
  readonly token: string;
}

interface Trusted {
  readonly hash: Buffer;
  readonly principal: Principal;
  readonly until: number;
}

const COLUMNS = `id, prefix, principal, role, created_at as "createdAt", expires_at as "expiresAt", revoked_at as "revokedAt",
  last_used_at as "lastUsedAt", replaces`;

/** The API keys: who may ask, and as what. */
export class ApiKeys {
  private readonly trusted = new Map<string, Trusted>();
  private forgotten = 0;

  constructor(private readonly pool: Pool) {}

  async create({ principal, role, expiresAt }: KeyWish, token = newToken()): Promise<NewApiKey> {
    if (!PRINCIPAL.test(principal)) {
      throw new KeyNotPossible('A key is held under a name of 1 to 64 of a-z, 0-9, ".", "@" and "-".', '/principal');
    }
    if (!KEY_ROLES.some((known) => known === role)) {
      throw new KeyNotPossible(`A key has one of the roles ${KEY_ROLES.join(', ')}.`, '/role');
    }
    if (expiresAt && !(expiresAt.getTime() > Date.now())) {
      throw new KeyNotPossible('A key expires in the future, or never.', '/expiresAt');
    }
    const { rows } = await this.pool.query<ApiKey>(
      `insert into access.api_keys (id, prefix, hash, principal, role, expires_at) values ($1, $2, $3, $4, $5, $6)
       returning ${COLUMNS}`,
      [uuid(), token.prefix, token.hash, principal, role, expiresAt ?? null],
    );
    return { ...rows[0]!, token: token.text };
  }

  /** All keys there ever were, oldest first. */
  async list(): Promise<readonly ApiKey[]> {
    const { rows } = await this.pool.query<ApiKey>(`select ${COLUMNS} from access.api_keys order by id`);
    return rows;
  }

  /** Ends a key, by its id or prefix; one that has ended already stays as it is. */
  async revoke(key: string): Promise<ApiKey> {
    const { rows } = await this.pool.query<ApiKey>(
      `update access.api_keys set revoked_at = coalesce(revoked_at, now()) where id::text = $1 or prefix = $1
       returning ${COLUMNS}`,
      [key],
    );
    const [revoked] = rows;
    if (!revoked) throw new KeyNotPossible(`There is no key ${key}.`);
    await this.ended(revoked.prefix);
    return revoked;
  }

  /** Gives a valid key a successor with a secret of its own; the old one stays valid beside it for so many seconds. */
  async rotate(key: string, overlapSeconds: number, token = newToken()): Promise<NewApiKey> {
    const made = await this.pool
      .query<ApiKey>(
        `with old as (
         select * from access.api_keys k where (id::text = $1 or prefix = $1) and revoked_at is null
            and (expires_at is null or expires_at > now())
            and not exists (select from access.api_keys successor where successor.replaces = k.id) for update
       ), ending as (
         update access.api_keys k
            set expires_at = least(coalesce(old.expires_at, 'infinity'), now() + make_interval(secs => $2))
           from old where k.id = old.id
       )
       insert into access.api_keys (id, prefix, hash, principal, role, expires_at, replaces)
       select $3, $4, $5, principal, role, expires_at, id from old
       returning ${COLUMNS}`,
        [key, overlapSeconds, uuid(), token.prefix, token.hash],
      )
      .catch((error: { code?: string }) => {
        if (error.code === '23505') return { rows: [] }; // somebody else rotated it at the same moment
        throw error;
      });
    const [fresh] = made.rows;
    if (!fresh) throw new KeyNotPossible(`There is no valid key ${key} that has no successor yet.`);
    // The old key, whose prefix is not at hand, ends sooner than it was to.
    await this.ended(null);
    return { ...fresh, token: token.text };
  }

  /** No longer trusts a key, or any, without looking it up again; a look that is under way counts for its own request alone. */
  forget(prefix: string | null): void {
    this.forgotten += 1;
    if (prefix === null) this.trusted.clear();
    else this.trusted.delete(prefix);
  }

  async everExisted(): Promise<boolean> {
    const { rows } = await this.pool.query<{ found: boolean }>('select exists (select from access.api_keys) as found');
    return rows[0]!.found;
  }

  /** Who holds this key; null when it is no valid key. */
  async holderOf(text: string): Promise<Principal | null> {
    const token = readToken(text);
    if (!token) return null;
    const known = this.trusted.get(token.prefix);
    const holder = known && known.until > Date.now() ? known : await this.look(token.prefix);
    if (!holder || !sameHash(holder.hash, token.hash)) return null;
    if (holder !== known) this.noteUse(token.prefix);
    return holder.principal;
  }

  /** It has ended whether or not others hear of it: those who do not will look it up again before long. */
  private async ended(prefix: string | null): Promise<void> {
    this.forget(prefix);
    await this.pool.query('select pg_notify($1, $2)', [KEY_CHANGES, prefix ?? '']).catch(() => undefined);
  }

  /** Once a minute is enough to tell a key that is used from one that is not. Nobody waits for it, or is refused over it. */
  private noteUse(prefix: string): void {
    void this.pool
      .query(
        `update access.api_keys set last_used_at = now()
          where prefix = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
        [prefix],
      )
      .catch(() => undefined);
  }

  private async look(prefix: string): Promise<Trusted | null> {
    const { forgotten } = this;
    const { rows } = await this.pool.query<{ hash: Buffer; principal: string; role: Role; expires: Date | null }>({
      name: 'sijil-key',
      text: `select hash, principal, role, expires_at as expires from access.api_keys
              where prefix = $1 and revoked_at is null and (expires_at is null or expires_at > now())`,
      values: [prefix],
    });
    const [row] = rows;
    if (!row) {
      this.trusted.delete(prefix);
      return null;
    }
    const until = Math.min(Date.now() + TRUSTED_MS, row.expires?.getTime() ?? Infinity);
    const found = { hash: row.hash, principal: { id: row.principal, role: row.role }, until };
    if (forgotten !== this.forgotten) return found;
    if (this.trusted.size >= REMEMBERED) this.trusted.clear();
    this.trusted.set(prefix, found);
    return found;
  }
}
