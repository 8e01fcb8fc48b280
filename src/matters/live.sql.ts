import { sql } from 'kysely';
import { type Db, reading } from '../platform/db.ts';
import type { Signal } from '../platform/signal.ts';
import type { SeenMatter } from './liveStream.ts';

/** Who may know of the matters that changed: read by the house, told only to those. One look for a moment's changes. */
export async function readSeen(db: Db, signals: readonly Signal[]): Promise<Map<string, SeenMatter>> {
  const about = signals.filter(({ kind }) => kind === 'matter');
  if (about.length === 0) return new Map();
  const counties = [...new Set(about.map(({ county }) => county))];
  const ids = [...new Set(about.map(({ id }) => id))];
  const { rows } = await reading(db, { counties, viewers: ['system'] }, (queries) =>
    sql<SeenMatter>`select m.county_code as county, m.id, m.code, m.seen_by as "seenBy", m.about_code as about
      from unnest(${ids}::uuid[]) as k (id)
      cross join unnest(${counties}::text[]) as c (code)
      join lateral (select * from matter x where x.county_code = c.code and x.id = k.id limit 1) m on true`.execute(
      queries,
    ),
  );
  return new Map(rows.map((row) => [row.id, row]));
}
