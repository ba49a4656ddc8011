import type { Pool } from 'pg';
import { unwell, well, type Finding } from './finding.js';

const SOON_DAYS = 14;

/** Whether somebody can administer the register, now and in two weeks. */
export async function keys(pool: Pool): Promise<Finding> {
  const { rows } = await pool.query<{ valid: number; admins: number; lasting: number }>(
    `select count(*)::int as valid,
            count(*) filter (where role = 'admin')::int as admins,
            count(*) filter (where role = 'admin'
                               and (expires_at is null or expires_at > now() + make_interval(days => $1)))::int as lasting
       from access.api_keys where revoked_at is null and (expires_at is null or expires_at > now())`,
    [SOON_DAYS],
  );
  const facts = rows[0]!;
  const says = `${facts.valid} valid, ${facts.admins} of them for an admin`;
  const way = 'Make one with: sijil keys create <name> --role admin';
  if (facts.admins === 0) return unwell('keys', says, way, { ...facts });
  if (facts.lasting > 0) return well('keys', says, { ...facts });
  return unwell('keys', `${says}, none of which lasts ${SOON_DAYS} more days`, way, { ...facts });
}
