import { sql } from 'kysely';
import { type Db, plainly } from '../platform/db.ts';
import { bad, type Found, ok } from './finding.ts';

/** Two bookings of one room at one time are refused by an index that needs it (docs/decisions/0069). */
export async function checkExtension(db: Db): Promise<Found> {
  const query = sql<{ installed: string | null }>`select installed_version as installed from pg_available_extensions
    where name = 'btree_gist'`;
  const [row] = await plainly(db, async (queries) => (await query.execute(queries)).rows);
  if (row?.installed) return ok(`btree_gist ${row.installed}`);
  return bad(
    row ? 'btree_gist 没有启用，房间会订重' : '数据库服务器上没有 btree_gist，升级走不下去',
    row ? '用建库的账号运行：create extension btree_gist。' : '在数据库服务器上装 postgresql-contrib，再 npm start。',
  );
}
