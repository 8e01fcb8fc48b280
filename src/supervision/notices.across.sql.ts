import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import { noticeKind } from './noticeKind.ts';
import type { ListedNotice, NoticeFilter } from './noticeList.ts';
import { unitOf, unitsJson } from './noticeRows.sql.ts';
import type { NoticeStatus } from './procedure.ts';

const NOTICE = sql.lit(noticeKind.name);

const list = (values: readonly string[]) => sql.join(values.map((value) => sql`${value}`));

function matching({ unit, level, listed, about }: NoticeFilter): RawBuilder<unknown> {
  const wanted = [
    ...(unit
      ? [
          sql`(n.unit_id = ${unit} or exists (select from visible_supervision_notice_unit u
            where u.county_code = n.county_code and u.matter_id = n.matter_id and u.unit_id = ${unit}))`,
        ]
      : []),
    ...(level ? [sql`n.level >= ${level}`] : []),
    ...(listed ? [sql`n.listed_at is not null`] : []),
    ...(about
      ? [
          sql`exists (select from matter x where x.county_code = n.county_code and x.id = n.matter_id and x.about_code = ${about})`,
        ]
      : []),
  ];
  if (wanted.length === 0) return sql``;
  return sql`cross join lateral (select from visible_supervision_notice n where n.county_code = s.county_code
    and n.matter_id = s.matter_id and ${sql.join(wanted, sql` and `)} limit 1) n`;
}

/** One viewer key and status is one stretch of the index, already in order. */
function stretch(county: string, viewer: string, status: NoticeStatus, filter: NoticeFilter): RawBuilder<unknown> {
  const due = filter.order === 'due';
  const column = sql.ref(due ? 's.due_at' : 's.opened_at');
  const direction = due ? sql`asc` : sql`desc`;
  const from = filter.after
    ? sql`and (${column}, s.matter_id) ${due ? sql`>` : sql`<`} (${filter.after.at}::timestamptz, ${filter.after.id}::uuid)`
    : sql``;
  return sql`(select s.county_code, s.matter_id, ${column} as sort_at from matter_seen s ${matching(filter)}
    where s.county_code = ${county} and s.viewer = ${viewer} and s.kind = ${NOTICE} and s.status = ${status} ${from}
    order by ${column} ${direction}, s.matter_id ${direction} limit ${filter.limit})`;
}

async function listNotices(
  queries: Queries,
  county: string,
  viewers: readonly string[],
  filter: NoticeFilter,
): Promise<ListedNotice[]> {
  const direction = filter.order === 'due' ? sql`asc` : sql`desc`;
  const stretches = viewers.flatMap((viewer) => filter.status.map((status) => stretch(county, viewer, status, filter)));
  const { rows } = await sql<Omit<ListedNotice, 'units'> & { units: Parameters<typeof unitOf>[0][] }>`
    with page as materialized (
      select distinct county_code, matter_id, sort_at from (${sql.join(stretches, sql` union all `)}) found
      order by sort_at ${direction}, matter_id ${direction} limit ${filter.limit})
    select m.county_code as "countyCode", m.id, m.code, m.status, m.title, m.category_code as "categoryCode",
      n.doc_number as number, n.level, n.origin, m.about_id as "aboutId", m.about_code as "aboutCode", n.sent_at as "sentAt", m.due_at as "replyBy",
      n.copies > 0 as copied, n.listed_at is not null as listed, ${unitsJson} as units, page.sort_at::text as "sortAt"
    from page
    join lateral (select * from matter x where x.county_code = page.county_code and x.id = page.matter_id limit 1) m on true
    join lateral (select * from visible_supervision_notice x where x.county_code = page.county_code
      and x.matter_id = page.matter_id limit 1) n on true
    order by page.sort_at ${direction}, page.matter_id ${direction}`.execute(queries);
  return rows.map((row) => ({ ...row, units: row.units.map(unitOf) }));
}

const compare = (a: ListedNotice, b: ListedNotice): number =>
  a.sortAt === b.sortAt ? (a.id < b.id ? -1 : 1) : a.sortAt < b.sortAt ? -1 : 1;

/** Notices that a post may see in each of its counties, merged by date. */
export async function listNoticesAcross(
  queries: Queries,
  counties: readonly string[],
  viewers: readonly string[],
  filter: NoticeFilter,
): Promise<ListedNotice[]> {
  const pages = await Promise.all(counties.map((county) => listNotices(queries, county, viewers, filter)));
  const sign = filter.order === 'due' ? 1 : -1;
  return pages
    .flat()
    .sort((a, b) => sign * compare(a, b))
    .slice(0, filter.limit);
}

/** How many notices stand in each state and how often a second one was needed, for the head of the list. */
export async function countNotices(
  queries: Queries,
  counties: readonly string[],
  viewers: readonly string[],
): Promise<{ status: NoticeStatus; n: number; again: number }[]> {
  const { rows } = await sql<{ status: NoticeStatus; n: number; again: number }>`
    select s.status, count(*)::int as n, count(*) filter (where n.level > 1)::int as again
    from (select distinct county_code, matter_id, status from matter_seen
      where county_code in (${list(counties)}) and viewer in (${list(viewers)}) and kind = ${NOTICE}
        and status in ('sent', 'answered')) s
    join visible_supervision_notice n on n.county_code = s.county_code and n.matter_id = s.matter_id
    group by s.status`.execute(queries);
  return rows;
}
