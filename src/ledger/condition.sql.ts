import { sql } from 'kysely';
import { DISPUTE } from '../disputes/kind.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { addDays, dayOf, endOfDay } from '../platform/now.ts';
import { all, among, between, during, type Fragment, oneOf } from './fragments.sql.ts';
import type { LedgerFilter } from './ledgerFilter.ts';

/** One ledger: whose, of which county, filtered how, at which moment. */
export type LedgerLook = {
  actor: Pick<Actor, 'viewers' | 'unitId' | 'centerId' | 'postId' | 'role'>;
  countyCode: string;
  filter: LedgerFilter;
  now: Date;
};

/** Over its time at the moment: what the list calls late, and what figures beside it count as late. */
export const isLate = (now: Date, row = sql`d`): Fragment => sql`${row}.due_at <= ${now}::timestamptz`;

const clockOfOurs = (row: Fragment, more: Fragment): Fragment => sql`exists (select from visible_matter_clock c
  where c.county_code = ${row}.county_code and c.matter_id = ${row}.matter_id and c.stopped_at is null and c.binds = 'ours' ${more})`;

/** Days end at 24:00, which is the next day's first moment: a deadline at 24:00 belongs to the day before. */
function due(row: Fragment, wanted: NonNullable<LedgerFilter['due']>, now: Date): Fragment[] {
  if (typeof wanted === 'object') {
    const { from, to } = wanted;
    const begun = from ? [sql`${row}.due_at > ${from}::timestamptz`] : [];
    return [...begun, to ? sql`${row}.due_at <= ${to}::timestamptz` : sql`${row}.due_at < 'infinity'`];
  }
  const until = (days: number) => sql`${row}.due_at <= ${endOfDay(addDays(dayOf(now), days))}::timestamptz`;
  if (wanted === 'overdue') return [isLate(now, row)];
  if (wanted === 'today') return [until(0)];
  if (wanted === '3d' || wanted === '7d') return [until(wanted === '3d' ? 3 : 7)];
  const undated = sql`${row}.due_at = 'infinity'`;
  if (wanted === 'paused') return [undated, clockOfOurs(row, sql`and c.due_at is null`)];
  return [undated, sql`not ${clockOfOurs(row, sql``)}`];
}

/** What a row of `own_lists` answers as well as one of `listed_dispute` does. */
const ofTimes = (row: Fragment, { filter, now }: LedgerLook): Fragment[] => [
  ...(filter.due === undefined ? [] : due(row, filter.due, now)),
  ...(filter.opened ? during(sql`${row}.opened_at`, filter.opened) : []),
];

const levels: Readonly<Record<string, Fragment>> = {
  any: sql`max(n.level) > 0`,
  '1': sql`max(n.level) = 1`,
  '2': sql`max(n.level) = 2`,
  '3': sql`max(n.level) >= 3`,
};

/** Asked of the notices that stand, which are few, once; `none` is what no such notice is about. */
function supervised(countyCode: string, wanted: readonly string[]): Fragment {
  const about = (having: Fragment): Fragment => sql`d.matter_id in (select n.about_matter_id
    from visible_supervision_notice n where n.county_code = ${countyCode} and n.lifted_at is null group by 1 having ${having})`;
  const some = wanted.flatMap((level) => levels[level] ?? []);
  return sql`(${sql.join(
    [
      ...(some.length > 0 ? [about(sql.join(some, sql` or `))] : []),
      ...(wanted.includes('none') ? [sql`not ${about(sql`true`)}`] : []),
      // Two parts at least: a lone `in` would be joined, with a guess at how many there are.
      sql`false`,
    ],
    sql` or `,
  )})`;
}

const inPlaces = (codes: readonly string[]): Fragment =>
  sql`(${sql.join(
    codes.map((code) => {
      if (code.startsWith('=')) return sql`d.region_code = ${code.slice(1)}`;
      // The city's own code ends in two zeros and covers what begins with the rest.
      const part = /^\d{4}00$/.test(code) ? code.slice(0, 4) : code;
      return sql`left(d.region_code, ${part.length}::int) = ${part}`;
    }),
    sql` or `,
  )})`;

/**
 * A unit that had a matter keeps its code and status, no more: what it does not see it may not learn by filtering either.
 * Centers above lose nothing; a matter that came back is led again.
 */
export function notFormer({ actor }: LedgerLook): Fragment {
  const own = sql`${actor.postId}::uuid`;
  const inHand = sql`d.handler_post_id = ${own} or d.first_contact_post_id = ${own}`;
  if (actor.role === 'handler' || actor.role === 'mediator')
    return sql`(d.former_post_ids is null or ${inHand} or not ${actor.postId} = any (d.former_post_ids))`;
  if (actor.centerId !== null && /^\d{6}-center$/.test(actor.centerId)) return sql`true`;
  return sql`(d.former_unit_ids is null or ${inHand} or d.lead_unit_id = ${actor.unitId}
    or d.receiving_center_id = ${actor.centerId ?? ''} or not ${actor.unitId} = any (d.former_unit_ids))`;
}

const deepColumns: readonly (keyof LedgerFilter)[] = [
  'handler',
  'first',
  'source',
  'difficulty',
  'urgency',
  'gravity',
  'amount',
  'people',
  'outcome',
  'reopened',
  'contested',
  'supervised',
];

/** Received or led here, as reports and board count it; both words ask for all. */
function whose({ actor: { centerId, unitId } }: LedgerLook, words: readonly string[]): Fragment[] {
  const own = sql`${centerId ?? unitId} in (d.receiving_center_id, coalesce(d.lead_unit_id, ''))`;
  return words.length === 1 ? [words[0] === 'own' ? own : sql`not ${own}`] : [];
}

/** What only the dispute itself answers; `d` is a row of listed_dispute. */
function ofDispute(look: LedgerLook): Fragment[] {
  const { filter } = look;
  const deep = deepColumns.some((name) => filter[name] !== undefined);
  return [
    ...(filter.category ? [among(sql`d.category_code`, filter.category)] : []),
    ...(filter.region ? [inPlaces(filter.region)] : []),
    ...(filter.unit ? [oneOf(sql`d.lead_unit_id`, filter.unit)] : []),
    ...(filter.center ? [among(sql`d.receiving_center_id`, filter.center)] : []),
    ...(filter.handler ? [oneOf(sql`d.handler_post_id::text`, filter.handler)] : []),
    ...(filter.first ? [among(sql`d.first_contact_post_id::text`, filter.first)] : []),
    ...(filter.source ? [among(sql`d.source`, filter.source)] : []),
    ...(filter.difficulty ? [oneOf(sql`d.difficulty`, filter.difficulty)] : []),
    ...(filter.urgency ? [oneOf(sql`d.urgency`, filter.urgency)] : []),
    ...(filter.gravity ? [oneOf(sql`d.gravity`, filter.gravity)] : []),
    ...(filter.outcome ? [oneOf(sql`d.outcome`, filter.outcome)] : []),
    ...(filter.closed ? during(sql`d.closed_at`, filter.closed) : []),
    ...(filter.amount ? between(sql`d.amount_cents`, filter.amount, 100) : []),
    ...(filter.people ? between(sql`d.people_involved`, filter.people) : []),
    ...(filter.reopened ? [sql`d.reopened > 0`] : []),
    ...(filter.contested ? [sql`d.contested`] : []),
    ...(filter.supervised ? [supervised(look.countyCode, filter.supervised)] : []),
    ...(filter.whose ? whose(look, filter.whose) : []),
    ...(deep ? [notFormer(look)] : []),
  ];
}

export const fits = (look: LedgerLook): Fragment => all([...ofTimes(sql`d`, look), ...ofDispute(look)]);

/** Keys with most rows first, so that the others are looked up in them. */
const width = (viewer: string): number => (viewer.startsWith('p:') ? 2 : viewer.includes('#') ? 1 : 0);
export const widestFirst = (viewers: readonly string[]): string[] => viewers.toSorted((a, b) => width(a) - width(b));

/**
 * The rows `s` of the actor's lists, one part for each key, in statuses; a matter that reaches the post by two keys is listed
 * by the first of them only, which is looked for row by row: as a join it would read all that the first key has. `on` is what
 * else is asked of `s`.
 */
export function listsOf(
  look: LedgerLook,
  columns: Fragment,
  status: Fragment,
  { table = sql`own_lists`, on = sql`` }: { table?: Fragment; on?: Fragment } = {},
): Fragment[] {
  const viewers = widestFirst(look.actor.viewers);
  const { matters } = look.filter;
  const found = matters ? sql`and s.matter_id = any (${matters}::uuid[])` : sql``;
  return viewers.map((viewer, index) => {
    const earlier = viewers.slice(0, index);
    const once = sql`and (select true from own_lists o where o.county_code = s.county_code
      and o.matter_id = s.matter_id and ${among(sql`o.viewer`, earlier)} limit 1) is null`;
    return sql`select ${columns} from ${table} s where s.county_code = ${look.countyCode} and s.viewer = ${viewer}
      and s.kind = ${DISPUTE} and ${status} ${found} ${on} ${index > 0 ? once : sql``}`;
  });
}

/** Whether the lists alone know how many there are. */
export const asksStatusOnly = ({ filter: { status: _status, ...others } }: LedgerLook): boolean =>
  Object.values(others).every((value) => value === undefined);

/** What is asked of the rows of a list that stands in this order; nothing where the list alone cannot answer. */
export function alongList(look: LedgerLook, by: 'due' | 'opened'): Fragment | null {
  const { [by]: _sorted, status: _status, matters: _found, ...others } = look.filter;
  if (Object.values(others).some((value) => value !== undefined)) return null;
  return sql`and ${all(ofTimes(sql`s`, look))}`;
}

const statusOf = (row: Fragment, { filter }: LedgerLook): Fragment => among(sql`${row}.status`, filter.status);

/**
 * From where matters are looked for. `lists`: each row of the actor's lists is looked up in listed_dispute, for whoever has few.
 * `county`: the county's rows that fit, read along their index, meet the actor's lists at once.
 */
export type Way = 'lists' | 'county';

/** The county's rows `d` that fit, whoever sees them. */
export const fitting = (look: LedgerLook): Fragment => sql`listed_dispute d where d.county_code = ${look.countyCode}
  and ${statusOf(sql`d`, look)} and ${fits(look)}`;

/** The actor's rows of `d`. */
export const seenAs = (
  look: LedgerLook,
): Fragment => sql`select from own_lists s where s.county_code = ${look.countyCode}
  and ${among(sql`s.viewer`, look.actor.viewers)} and s.matter_id = d.matter_id`;

/**
 * THE condition of a ledger: page, total, figures, export and batch are all asked by it. The rows `d` that the actor sees and
 * the filters ask for, each once.
 */
export function matching(look: LedgerLook, way: Way): Fragment {
  if (way === 'county')
    return sql`${fitting(look)}
    and exists (${seenAs(look)} and s.kind = ${DISPUTE} and ${statusOf(sql`s`, look)})`;
  const lists = listsOf(look, sql`s.matter_id`, statusOf(sql`s`, look));
  // `limit 1` keeps the planner from joining the county instead.
  return sql`(${sql.join(lists, sql` union all `)}) listed cross join lateral (select * from listed_dispute d
    where d.county_code = ${look.countyCode} and d.matter_id = listed.matter_id and ${fits(look)} limit 1) d`;
}
