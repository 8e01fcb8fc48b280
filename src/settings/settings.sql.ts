import type { Queries } from '../platform/db.ts';
import type { SettingVersion } from './settings.ts';

/** Every version of a key, of all counties, oldest first. */
export async function listSettingVersions(queries: Queries, key: string): Promise<SettingVersion[]> {
  const rows = await queries
    .selectFrom('setting_version')
    .select(['county_code', 'version', 'effective_from', 'basis', 'value'])
    .where('key', '=', key)
    .orderBy('version')
    .orderBy('county_code')
    .execute();
  return rows.map(({ county_code, version, effective_from, basis, value }) => ({
    countyCode: county_code,
    version,
    effectiveFrom: effective_from,
    basis,
    value,
  }));
}
