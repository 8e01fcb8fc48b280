import { sql } from 'kysely';
import { loadCalendar } from '../calendar/calendar.sql.ts';
import { loadBook } from '../network/network.sql.ts';
import { listPostEntries } from '../people/posts.sql.ts';
import type { Queries } from '../platform/db.ts';
import { listSettingVersions } from '../settings/settings.sql.ts';
import { RULES_KEY } from './countyRules.ts';

const whole = ['region', 'unit', 'center', 'counter', 'room', 'presence', 'category', 'duty_entry', 'post'] as const;
const dated = ['setting_version', 'calendar_year', 'calendar_day'] as const;

/**
 * A digest of every row that the reference is made of (some 3,000 small ones: milliseconds). Nobody has to remember to
 * announce a change, so another server's edit, a seed and a hand in psql are all seen.
 */
export async function referenceStamp(queries: Queries): Promise<string> {
  const digest = (rows: ReturnType<typeof sql>) =>
    sql`(select coalesce(sum(hashtextextended(t::text, 0)), 0) from ${rows} t)`;
  const parts = [
    ...[...whole, ...dated].map((table) => digest(sql`${sql.table(table)}`)),
    // Log-ins change the other columns of a person all day long.
    digest(sql`(select id, name, active from app_user)`),
  ];
  const found = await sql<{ stamp: string }>`select concat_ws('/', ${sql.join(parts)}) as stamp`.execute(queries);
  return found.rows[0]?.stamp ?? '';
}

/** Everything that is kept in memory, as it lies in the database. */
export async function readReference(queries: Queries, day: string) {
  return {
    book: await loadBook(queries),
    calendar: await loadCalendar(queries),
    settings: await listSettingVersions(queries, RULES_KEY),
    posts: await listPostEntries(queries, day),
  };
}
