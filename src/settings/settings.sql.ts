import { sql } from 'kysely';
import type { Actor } from '../platform/actor.ts';
import { type Queries, record, type Tx } from '../platform/db.ts';
import type { RuleDraft, VersionRef } from './draft.ts';
import type { SettingVersion } from './settings.ts';

/** Every version of a key, of all counties, oldest first. */
export async function listSettingVersions(queries: Queries, key: string): Promise<SettingVersion[]> {
  const rows = await queries
    .selectFrom('setting_version')
    .select(['county_code', 'version', 'effective_from', 'basis', 'value', 'since'])
    .where('key', '=', key)
    .orderBy('version')
    .orderBy('county_code')
    .execute();
  return rows.map(({ county_code, version, effective_from, basis, value, since }) => ({
    countyCode: county_code,
    version,
    effectiveFrom: effective_from,
    basis,
    value,
    since: since as Record<string, number>,
  }));
}

/** Publications take turns, so that a number is given once among all counties. */
export async function lockSettingVersions(tx: Tx, key: string): Promise<SettingVersion[]> {
  await sql`select pg_advisory_xact_lock(hashtext(${`fengqiao settings ${key}`}))`.execute(tx);
  return listSettingVersions(tx, key);
}

export type VersionLine = VersionRef & {
  readonly effectiveFrom: string;
  readonly basis: string;
  readonly note: string;
  readonly author: string | null;
  readonly approver: string | null;
  readonly approvedAt: Date | null;
  readonly createdAt: Date;
  readonly since: Readonly<Record<string, number>>;
};

/** A county's own versions, and the city's that it may have followed, newest first; without their values. */
export async function listVersionLines(
  queries: Queries,
  key: string,
  counties: readonly string[],
): Promise<VersionLine[]> {
  return queries
    .selectFrom('setting_version as v')
    .leftJoin('app_user as a', 'a.id', 'v.author_id')
    .leftJoin('app_user as p', 'p.id', 'v.approver_id')
    .select(['v.county_code as countyCode', 'v.version', 'v.effective_from as effectiveFrom', 'v.basis', 'v.note'])
    .select([
      'a.name as author',
      'p.name as approver',
      'v.approved_at as approvedAt',
      'v.created_at as createdAt',
      'v.since',
    ])
    .where('v.key', '=', key)
    .where('v.county_code', 'in', [...counties])
    .orderBy('v.version', 'desc')
    .orderBy('v.county_code', 'desc')
    .$castTo<VersionLine>()
    .execute();
}

type Passed = {
  readonly key: string;
  readonly draft: Pick<RuleDraft, 'authorId' | 'note'> & { readonly authorPostId: string | null };
  readonly approver: Pick<Actor, 'userId' | 'postId'>;
  readonly at: Date;
};

/** A version is only ever added. */
export function recordVersion(tx: Tx, version: SettingVersion, { key, draft, approver, at }: Passed): void {
  const values = {
    county_code: version.countyCode,
    key,
    version: version.version,
    value: JSON.stringify(version.value),
    since: JSON.stringify(version.since ?? {}),
    effective_from: version.effectiveFrom,
    basis: version.basis,
    note: draft.note,
    author_id: draft.authorId,
    author_post_id: draft.authorPostId,
    approver_id: approver.userId,
    approver_post_id: approver.postId,
    approved_at: at,
    created_at: at,
  };
  record(tx, tx.insertInto('setting_version').values(values));
}
