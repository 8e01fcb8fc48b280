import { sql } from 'kysely';
import { type Queries, record, type Tx } from '../platform/db.ts';
import { type Calendar, makeCalendar, type PublishedYear, type SpecialDay, type YearVersion } from './calendar.ts';

/** The installation's own calendar: every published year with its days, and what it was before. */
export async function loadCalendar(queries: Queries): Promise<Calendar> {
  const years = await queries.selectFrom('calendar_year').select(['year', 'version', 'source']).execute();
  const days = await queries.selectFrom('calendar_day').select(['day', 'kind', 'name']).orderBy('day').execute();
  const former = await sql<YearVersion>`select v.year, v.version, v.source, v.days from calendar_version v
    where not exists (select from calendar_year y where y.year = v.year and y.version = v.version)`.execute(queries);
  const calendar = makeCalendar(years, days);
  if (former.rows.length === 0) return calendar;
  return { ...calendar, former: new Map(former.rows.map((each) => [`${each.year}v${each.version}`, each])) };
}

/** The version of a year that is stored, 0 without; locked until the transaction ends. */
export async function lockCalendarYear(tx: Tx, year: number): Promise<number> {
  const row = await tx
    .selectFrom('calendar_year')
    .select('version')
    .where('year', '=', year)
    .forUpdate()
    .executeTakeFirst();
  return row?.version ?? 0;
}

type Published = YearVersion & { publishedOn: string | null };
export type Publishing = { at: Date; by: string | null; runId: string };
export type VersionRow = Published & { publishedAt: Date | null; publishedBy: string | null; runId: string | null };

/** What was put in before versions were kept is kept as well, without the name of who did it. */
const keepFormer = (tx: Tx, year: number) =>
  record(tx, {
    compile: () =>
      sql`insert into calendar_version (year, version, source, published_on, days)
        select y.year, y.version, y.source, y.published_on, coalesce((select
          jsonb_agg(jsonb_build_object('day', d.day, 'kind', d.kind, 'name', d.name) order by d.day)
          from calendar_day d where d.year = y.year), '[]')
        from calendar_year y where y.year = ${year} on conflict do nothing`.compile(tx),
  });

/** Puts a year's days in the place of those that were there; both stand in the history. */
export function recordCalendarYear(
  tx: Tx,
  { year, version, source, publishedOn, days }: Published,
  { at, by, runId }: Publishing,
): void {
  const facts = { version, source, published_on: publishedOn };
  const history = { days: JSON.stringify(days), published_at: at, published_by: by, run_id: runId };
  keepFormer(tx, year);
  record(tx, tx.insertInto('calendar_version').values({ year, ...facts, ...history }));
  record(
    tx,
    tx
      .insertInto('calendar_year')
      .values({ year, ...facts })
      .onConflict((conflict) => conflict.column('year').doUpdateSet(facts)),
  );
  record(tx, tx.deleteFrom('calendar_day').where('year', '=', year));
  record(tx, tx.insertInto('calendar_day').values(days.map(({ day, kind, name }) => ({ day, year, kind, name }))));
}

const versions = (queries: Queries) =>
  queries
    .selectFrom('calendar_version as v')
    .leftJoin('app_user as u', 'u.id', 'v.published_by')
    .select(['v.year', 'v.version', 'v.source', 'v.published_on as publishedOn', 'v.days', 'v.run_id as runId'])
    .select(['v.published_at as publishedAt', 'u.name as publishedBy']);

/** Every version of a year that was ever published, newest first. */
export async function listVersions(queries: Queries, year: number): Promise<VersionRow[]> {
  const rows = await versions(queries).where('v.year', '=', year).orderBy('v.version', 'desc').execute();
  return rows.map((row) => ({ ...row, days: row.days as SpecialDay[] }));
}

/** What was published since, by anybody. */
export async function listPublishedSince(queries: Queries, since: Date): Promise<VersionRow[]> {
  const rows = await versions(queries).where('v.published_at', '>=', since).orderBy('v.published_at').execute();
  return rows.map((row) => ({ ...row, days: row.days as SpecialDay[] }));
}

export async function findPublishedOn(queries: Queries, year: number): Promise<string | null> {
  const query = queries.selectFrom('calendar_year').select('published_on').where('year', '=', year);
  return (await query.executeTakeFirst())?.published_on ?? null;
}

/** The year as it stood before this version; null where it had no notice yet. */
export async function findFormer(queries: Queries, { year, version }: PublishedYear): Promise<YearVersion | null> {
  const rows = await versions(queries)
    .where('v.year', '=', year)
    .where('v.version', '=', version - 1)
    .execute();
  return rows.map((row) => ({ ...row, days: row.days as SpecialDay[] }))[0] ?? null;
}
