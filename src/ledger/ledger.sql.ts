import { sql } from 'kysely';
import { planOnce, type Queries } from '../platform/db.ts';
import {
  alongList,
  asksStatusOnly,
  fits,
  fitting,
  type LedgerLook,
  matching,
  seenAs,
  type Way,
} from './condition.sql.ts';
import { askWay, COUNT_CAP, totalOf, wayOf } from './count.sql.ts';
import type { Fragment } from './fragments.sql.ts';
import type { LedgerPageAsked } from './ledgerFilter.ts';
import { alongLists, named, type Placed, walkOf } from './order.sql.ts';
import { sorts } from './search.ts';

/** A page and how many there are; null: more than are counted. */
export type Found = { placed: Placed[]; total: number | null };
const upToCap = (n: number): number | null => (n > COUNT_CAP ? null : n);

/** A page of rows `(county_code, matter_id, sort_at)`, as one value. */
function pageFrom(rows: Fragment, look: LedgerLook, asked: LedgerPageAsked): Fragment {
  const { way, beyond } = walkOf(look, asked);
  return sql`(select coalesce(json_agg(row_to_json(p)), '[]') from (select ${named} from ${rows} r
    where true ${beyond(sql`sort_at`, sql`matter_id`)} order by sort_at ${way}, matter_id ${way} limit ${asked.limit}) p)`;
}

const columnsOf = (look: LedgerLook, asked: LedgerPageAsked): Fragment =>
  sql`d.county_code, d.matter_id, ${walkOf(look, asked).value} as sort_at`;

/** Everything that fits, looked at to its end: the page and its total come from the same rows. */
async function pageOfAll(queries: Queries, look: LedgerLook, asked: LedgerPageAsked, way: Way): Promise<Found> {
  const query = sql<{ n: number; page: Placed[] }>`
    with hits as materialized (select ${columnsOf(look, asked)} from ${matching(look, way)})
    select (select count(*)::int from hits) as n, ${pageFrom(sql`hits`, look, asked)} as page`;
  const [{ n, page } = { n: 0, page: [] }] = await askWay(queries, way, query);
  return { placed: page, total: upToCap(n) };
}

type Looked = { n: number; seen: number; page: Placed[] };

/** Of some rows of the county, looked up in the actor's lists: how many there are, how many the actor sees, a page of these. */
async function lookUp(queries: Queries, look: LedgerLook, asked: LedgerPageAsked, which: Fragment): Promise<Looked> {
  const { rows } = await sql<Looked>`
    with stretch as materialized (select ${columnsOf(look, asked)} from ${fitting(look)} ${which}),
      seen as materialized (select d.* from stretch d cross join lateral (${seenAs(look)} limit 1) s)
    select (select count(*)::int from stretch) as n, (select count(*)::int from seen) as seen,
      ${pageFrom(sql`seen`, look, asked)} as page`.execute(queries);
  return rows[0] ?? { n: 0, seen: 0, page: [] };
}

/** So many rows of a list are looked at for a page of those that fit. */
const AHEAD = 5000;

/** What fits among the first rows of the lists, where these stand in the order. */
async function pageAhead(queries: Queries, look: LedgerLook, asked: LedgerPageAsked): Promise<Placed[]> {
  const { by } = sorts[asked.sort];
  if (by !== 'due' && by !== 'opened') return [];
  const { way } = walkOf(look, asked);
  const { rows } = await sql<Placed>`
    with ahead as materialized (${alongLists(look, asked, sql``, AHEAD)})
    select ${named} from (select a.* from ahead a cross join lateral (select from listed_dispute d
      where d.county_code = ${look.countyCode} and d.matter_id = a.matter_id and ${fits(look)} limit 1) d) found
    order by sort_at ${way}, matter_id ${way} limit ${asked.limit}`.execute(queries);
  return rows;
}

/** The first of many: among the first of the lists, then among the first of the county; else all are put in order. */
async function pageOfMany(queries: Queries, look: LedgerLook, asked: LedgerPageAsked): Promise<Placed[]> {
  const ahead = await pageAhead(queries, look, asked);
  if (ahead.length >= asked.limit) return ahead;
  const { value, way, beyond } = walkOf(look, asked);
  for (const most of [asked.limit * 8, asked.limit * 128]) {
    const first = sql`${beyond(value, sql`d.matter_id`)} order by 3 ${way}, d.matter_id ${way} limit ${most}`;
    const { n, page } = await lookUp(queries, look, asked, first);
    if (page.length >= asked.limit || n < most) return page;
  }
  return (await pageOfAll(queries, look, asked, 'county')).placed;
}

/** So many that fit are looked up one by one, which takes 40 ms. */
const FEW = 12_000;

async function pageOfCounty(queries: Queries, look: LedgerLook, asked: LedgerPageAsked): Promise<Found> {
  if (!asksStatusOnly(look)) {
    const { n, seen, page } = await lookUp(queries, look, asked, sql`limit ${FEW + 1}`);
    if (n <= FEW) return { placed: page, total: upToCap(seen) };
    if (seen > COUNT_CAP) return { placed: await pageOfMany(queries, look, asked), total: null };
  }
  const total = await totalOf(queries, look);
  return { placed: await pageOfMany(queries, look, asked), total };
}

async function pageFound(queries: Queries, look: LedgerLook, asked: LedgerPageAsked): Promise<Found> {
  const { by } = sorts[asked.sort];
  const along = by === 'due' || by === 'opened' ? alongList(look, by) : null;
  if (along === null) {
    const way = await wayOf(queries, look);
    return way === 'lists' ? pageOfAll(queries, look, asked, way) : pageOfCounty(queries, look, asked);
  }
  const lists = sql<Placed>`select ${named} from (${alongLists(look, asked, along, asked.limit)}) found`;
  const [, { rows }] = await Promise.all([planOnce(queries), lists.execute(queries)]);
  return { placed: rows, total: await totalOf(queries, look) };
}

/** The matters of one page, as ids in their order, and how many there are of them in all. */
export async function findPage(queries: Queries, look: LedgerLook, asked: LedgerPageAsked): Promise<Found> {
  const { placed, total } = await pageFound(queries, look, asked);
  return { placed: asked.from?.direction === 'before' ? placed.toReversed() : placed, total };
}
