import type { Pool } from 'pg';

const PAGE = 500;

const page = `
select id, lang, value, translations::text, encode(salt, 'hex') as salt, hash, created_at, erased_at, erased_reason,
  to_jsonb(passages) ->> 'trace' as trace -- a source of an older version has none
from vault.passages where $1::uuid is null or id > $1 order by id limit $2`;

const keep = `
insert into vault.passages as kept (id, lang, value, translations, salt, hash, created_at, erased_at, erased_reason, trace)
select id, lang, value, translations::jsonb, decode(salt, 'hex'), hash, created_at, erased_at, erased_reason, trace
from jsonb_to_recordset($1::jsonb) as given (id uuid, lang text, value text, translations text, salt text, hash text,
  created_at timestamptz, erased_at timestamptz, erased_reason text, trace text)
on conflict (id) do update set value = null, translations = null, salt = null,
  erased_at = excluded.erased_at, erased_reason = excluded.erased_reason, trace = excluded.trace
  where kept.erased_at is null and excluded.erased_at is not null`;

/** Brings every passage of one vault into another, erased ones as erased; answers how many. What is erased in either stays erased. */
export async function copyPassages(from: Pool, to: Pool): Promise<number> {
  let count = 0;
  for (let after: string | null = null, full = true; full;) {
    const { rows }: { rows: { readonly id: string }[] } = await from.query<{ id: string }>(page, [after, PAGE]);
    await to.query(keep, [JSON.stringify(rows)]);
    count += rows.length;
    after = rows.at(-1)?.id ?? after;
    full = rows.length === PAGE;
  }
  return count;
}
