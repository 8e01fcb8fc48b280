import type { Queries, Tx } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import type { LoginPolicy, LoginPolicyInput } from './loginPolicy.ts';

// One policy for the whole site, kept under the city: people of all counties log in to the same server.
const county_code = '140100';
const key = 'loginPolicy';

export async function findLoginPolicy(queries: Queries, day: string): Promise<LoginPolicy | undefined> {
  const row = await queries
    .selectFrom('setting_version')
    .select('value')
    .where('county_code', '=', county_code)
    .where('key', '=', key)
    .where('effective_from', '<=', day)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.value as LoginPolicy | undefined;
}

/** All versions, newest first. */
export function listLoginPolicies(queries: Queries) {
  return queries
    .selectFrom('setting_version as v')
    .leftJoin('app_user as u', 'u.id', 'v.author_id')
    .select(['v.version', 'v.value', 'v.effective_from', 'v.basis', 'v.created_at', 'u.name as author'])
    .where('v.county_code', '=', county_code)
    .where('v.key', '=', key)
    .orderBy('v.version', 'desc')
    .execute();
}

/** The next version. Of two who publish at once, the second is told to look again. */
export async function addLoginPolicy(tx: Tx, input: LoginPolicyInput, authorId: string, now: Date): Promise<number> {
  const [latest] = await listLoginPolicies(tx);
  const row = {
    county_code,
    key,
    version: (latest?.version ?? 0) + 1,
    value: JSON.stringify(input.value),
    effective_from: input.effectiveFrom,
    basis: input.basis,
    author_id: authorId,
    created_at: now,
  };
  const insert = tx
    .insertInto('setting_version')
    .values(row)
    .onConflict((conflict) => conflict.doNothing());
  const added = await insert.returning('version').executeTakeFirst();
  return added?.version ?? refuse('conflict', 'publishedMeanwhile', '刚才有人先发布了一版登录规则，看过再改。');
}
