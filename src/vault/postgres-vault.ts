import type { Pool } from 'pg';
import type { PassageText, Translation } from '../domain/values/passage.js';
import type { ErasureReason } from '../domain/vocabularies/erasure-reason.js';
import type { Remembered } from './remembered.js';
import { traceOf } from './trace.js';
import { Vault, type NewPassage, type Words } from './vault.js';

interface Row {
  readonly id: string;
  readonly lang: string;
  readonly value: string | null;
  readonly translations: readonly Translation[] | null;
  readonly erased_reason: ErasureReason | null;
}

interface RememberedRow {
  readonly id: string;
  readonly salt: Buffer | null;
  readonly hash: string;
  readonly trace: string | null;
}

const put = `
insert into vault.passages (id, lang, value, translations, salt, hash)
select id, lang, value, translations, decode(salt, 'hex'), hash
from jsonb_to_recordset($1::jsonb)
  as given (id uuid, lang text, value text, translations jsonb, salt text, hash text)
on conflict (id) do nothing`;

const read = `select id, lang, value, translations, erased_reason from vault.passages where id = any ($1::uuid[])`;
const remembered = `select id, salt, hash, trace from vault.passages where id = any ($1::uuid[])`;
const value = `select value from vault.passages where id = $1 and erased_at is null`;

const erase = `
update vault.passages
set value = null, translations = null, salt = null, erased_at = now(), erased_reason = $2, trace = $3
where id = $1 and erased_at is null`;

/** The vault beside the read models, in the schema `vault`. */
export class PostgresVault extends Vault {
  constructor(private readonly pool: Pool) {
    super();
  }

  async put(passages: readonly NewPassage[]): Promise<void> {
    if (passages.length === 0) return;
    const rows = passages.map(({ id, text, salt, hash }) => ({ id, ...text, salt: salt.toString('hex'), hash }));
    await this.pool.query(put, [JSON.stringify(rows)]);
  }

  async read(ids: readonly string[]): Promise<ReadonlyMap<string, Words>> {
    const words = new Map<string, Words>(ids.map((id) => [id, { withheld: 'missing' }]));
    if (ids.length === 0) return words;
    const { rows } = await this.pool.query<Row>(read, [ids]);
    for (const row of rows) words.set(row.id, wordsOf(row));
    return words;
  }

  async remembered(ids: readonly string[]): Promise<ReadonlyMap<string, Remembered>> {
    if (ids.length === 0) return new Map();
    const { rows } = await this.pool.query<RememberedRow>(remembered, [ids]);
    return new Map(rows.map(({ id, salt, hash, trace }) => [id, salt === null ? { trace } : { salt, hash }]));
  }

  async erase(id: string, reason: ErasureReason): Promise<boolean> {
    // Words are never changed, only emptied: what we read here is what we empty.
    const { rows } = await this.pool.query<{ value: string }>(value, [id]);
    if (rows[0] === undefined) return false;
    const { rowCount } = await this.pool.query(erase, [id, reason, traceOf(rows[0].value)]);
    return rowCount === 1;
  }
}

function wordsOf({ lang, value, translations, erased_reason }: Row): Words {
  if (erased_reason !== null || value === null) return { withheld: erased_reason ?? 'missing' };
  const text: PassageText = { lang, value };
  return translations === null ? text : { ...text, translations };
}
