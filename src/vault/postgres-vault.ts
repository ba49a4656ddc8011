import type { Pool } from 'pg';
import type { PassageText, Translation } from '../domain/values/passage.js';
import type { ErasureReason } from '../domain/vocabularies/erasure-reason.js';
import { Vault, type NewPassage, type Words } from './vault.js';

interface Row {
  readonly id: string;
  readonly lang: string;
  readonly value: string | null;
  readonly translations: readonly Translation[] | null;
  readonly erased_reason: ErasureReason | null;
}

const put = `
insert into vault.passages (id, lang, value, translations, salt, hash)
select id, lang, value, translations, decode(salt, 'hex'), hash
from jsonb_to_recordset($1::jsonb)
  as given (id uuid, lang text, value text, translations jsonb, salt text, hash text)
on conflict (id) do nothing`;

const read = `select id, lang, value, translations, erased_reason from vault.passages where id = any ($1::uuid[])`;
const salts = `select id, salt from vault.passages where id = any ($1::uuid[]) and salt is not null`;

const erase = `
update vault.passages
set value = null, translations = null, salt = null, erased_at = now(), erased_reason = $2
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

  async salts(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    if (ids.length === 0) return new Map();
    const { rows } = await this.pool.query<{ id: string; salt: Buffer }>(salts, [ids]);
    return new Map(rows.map(({ id, salt }) => [id, salt]));
  }

  async erase(id: string, reason: ErasureReason): Promise<boolean> {
    const { rowCount } = await this.pool.query(erase, [id, reason]);
    return rowCount === 1;
  }
}

function wordsOf({ lang, value, translations, erased_reason }: Row): Words {
  if (erased_reason !== null || value === null) return { withheld: erased_reason ?? 'missing' };
  const text: PassageText = { lang, value };
  return translations === null ? text : { ...text, translations };
}
