import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import type { DemoPost } from './demoLogins.ts';

/** Posts of demo users in office on the day. */
export async function listDemoPosts(queries: Queries, day: string): Promise<DemoPost[]> {
  return queries
    .selectFrom('app_user as u')
    .innerJoin('post as p', 'p.user_id', 'u.id')
    .innerJoin('unit as n', 'n.id', 'p.unit_id')
    .select([
      'p.id as postId',
      'u.login',
      'u.name',
      'p.role',
      'p.unit_id as unitId',
      'n.short_name as unitName',
      'n.county_code as countyCode',
    ])
    .where('u.demo', '=', true)
    .where('u.active', '=', true)
    .where('p.covers_post_id', 'is', null)
    .where(sql<boolean>`${day}::date between p.valid_from and coalesce(p.valid_to, 'infinity')`)
    .execute();
}
