import { type RawBuilder, sql } from 'kysely';
import { DISPUTE } from '../disputes/kind.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { addDays, dayOf, endOfDay } from '../platform/now.ts';
import type { Days, LedgerFilter, Numbers, Some } from './ledgerFilter.ts';

export type Fragment = RawBuilder<unknown>;

/** One ledger: whose, of which county, filtered how, at which moment. */
export type LedgerLook = {
  actor: Pick<Actor, 'viewers' | 'unitId' | 'centerId' | 'postId' | 'role'>;
  countyCode: string;
  filter: LedgerFilter;
  now: Date;
};

const listOf = (values: readonly string[]): Fragment => sql.join(values.map((value) => sql`${value}`));
const among = (column: Fragment, values: readonly string[]): Fragment => sql`${column} in (${listOf(values)})`;

function oneOf(column: Fragment, values: Some): Fragment {
  const words = values.filter((value) => value !== null);
  const nothing = sql`${column} is null`;
  if (words.length === 0) return nothing;
  return words.length === values.length ? among(column, words) : sql`(${among(column, words)} or ${nothing})`;
}

/** Days end at 24:00, which is the next day's first moment: a deadline at 24:00 belongs to the day before. */
const duringDue = ({ from, to }: Days): Fragment[] => [
  ...(from ? [sql`s.due_at > ${from}::timestamptz`] : []),
  ...(to ? [sql`s.due_at <= ${to}::timestamptz`] : [sql`s.due_at < 'infinity'`]),
];
const during = (column: Fragment, { from, to }: Days): Fragment[] => [
  ...(from ? [sql`${column} >= ${from}::timestamptz`] : []),
  ...(to ? [sql`${column} < ${to}::timestamptz`] : []),
];
/** Numeric: whatever somebody types is compared, also what is larger than the column holds. */
const between = (column: Fragment, { from, to }: Numbers, factor = 1): Fragment[] => [
  ...(from === undefined ? [] : [sql`${column} >= ${Math.round(from * factor)}::numeric`]),
  ...(to === undefined ? [] : [sql`${column} <= ${Math.round(to * factor)}::numeric`]),
];

const clockOfOurs = (more: Fragment): Fragment => sql`exists (select from visible_matter_clock c
  where c.county_code = s.county_code and c.matter_id = s.matter_id and c.stopped_at is null and c.binds = 'ours' ${more})`;

function due(wanted: NonNullable<LedgerFilter['due']>, now: Date): Fragment[] {
  if (typeof wanted === 'object') return duringDue(wanted);
  const until = (days: number) => sql`s.due_at <= ${endOfDay(addDays(dayOf(now), days))}::timestamptz`;
  if (wanted === 'overdue') return [isLate(now)];
  if (wanted === 'today') return [until(0)];
  if (wanted === '3d' || wanted === '7d') return [until(wanted === '3d' ? 3 : 7)];
  const undated = sql`s.due_at = 'infinity'`;
  if (wanted === 'paused') return [undated, clockOfOurs(sql`and c.due_at is null`)];
  return [undated, sql`not ${clockOfOurs(sql``)}`];
}

/** Over its time at the moment: what the list calls late, and what figures beside it count as late. */
export const isLate = (now: Date): Fragment => sql`s.due_at <= ${now}::timestamptz`;

function supervised(levels: readonly string[]): Fragment {
  const open = sql`coalesce((select max(n.level) from visible_supervision_notice n where n.county_code = s.county_code
    and n.about_matter_id = s.matter_id and n.lifted_at is null), 0)`;
  const tests: Record<string, Fragment> = {
    any: sql`${open} > 0`,
    none: sql`${open} = 0`,
    '1': sql`${open} = 1`,
    '2': sql`${open} = 2`,
    '3': sql`${open} >= 3`,
  };
  return sql`(${sql.join(
    levels.map((level) => tests[level] ?? sql`false`),
    sql` or `,
  )})`;
}

/** What the index row itself answers. */
function ofSeen({ filter, now }: LedgerLook): Fragment[] {
  return [
    ...(filter.due === undefined ? [] : due(filter.due, now)),
    ...(filter.opened ? during(sql`s.opened_at`, filter.opened) : []),
    ...(filter.matters ? [sql`s.matter_id = any (${filter.matters}::uuid[])`] : []),
    ...(filter.supervised ? [supervised(filter.supervised)] : []),
  ];
}

const inPlaces = (codes: readonly string[]): Fragment =>
  sql`(${sql.join(
    codes.map((code) => {
      if (code.startsWith('=')) return sql`v.region_code = ${code.slice(1)}`;
      // The city's own code ends in two zeros and covers what begins with the rest.
      const part = /^\d{4}00$/.test(code) ? code.slice(0, 4) : code;
      return sql`left(v.region_code, ${part.length}::int) = ${part}`;
    }),
    sql` or `,
  )})`;

/**
 * A unit that had a matter keeps its code and status, no more: what it does not see it may not learn by filtering either.
 * Centers above lose nothing; a matter that came back is led again.
 */
export function notFormer({ actor }: LedgerLook): Fragment {
  if (actor.centerId !== null && /^\d{6}-center$/.test(actor.centerId)) return sql`true`;
  const own = sql`${actor.postId}::uuid`;
  const inHand = sql`v.handler_post_id = ${own} or v.first_contact_post_id = ${own}`;
  if (actor.role === 'handler' || actor.role === 'mediator')
    return sql`(${inHand} or not exists (select from visible_dispute d where d.county_code = s.county_code
      and d.matter_id = s.matter_id and ${actor.postId} = any (d.former_post_ids)))`;
  return sql`(${inHand} or v.lead_unit_id = ${actor.unitId} or v.receiving_center_id = ${actor.centerId ?? ''}
    or not ${actor.unitId} = any (v.former_unit_ids))`;
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

/** What matter and dispute answer; `v` is a row of visible_ledger. */
function ofMatter(look: LedgerLook): Fragment[] {
  const { filter } = look;
  const deep = deepColumns.some((name) => filter[name] !== undefined);
  return [
    ...(filter.category ? [among(sql`v.category_code`, filter.category)] : []),
    ...(filter.region ? [inPlaces(filter.region)] : []),
    ...(filter.unit ? [oneOf(sql`v.lead_unit_id`, filter.unit)] : []),
    ...(filter.center ? [among(sql`v.receiving_center_id`, filter.center)] : []),
    ...(filter.handler ? [oneOf(sql`v.handler_post_id::text`, filter.handler)] : []),
    ...(filter.first ? [among(sql`v.first_contact_post_id::text`, filter.first)] : []),
    ...(filter.source ? [among(sql`v.source`, filter.source)] : []),
    ...(filter.difficulty ? [oneOf(sql`v.difficulty`, filter.difficulty)] : []),
    ...(filter.urgency ? [oneOf(sql`v.urgency`, filter.urgency)] : []),
    ...(filter.gravity ? [oneOf(sql`v.gravity`, filter.gravity)] : []),
    ...(filter.outcome ? [oneOf(sql`v.outcome`, filter.outcome)] : []),
    ...(filter.closed ? during(sql`v.closed_at`, filter.closed) : []),
    ...(filter.amount ? between(sql`v.amount_cents`, filter.amount, 100) : []),
    ...(filter.people ? between(sql`v.people_involved`, filter.people) : []),
    ...(filter.reopened ? [sql`v.reopened > 0`] : []),
    ...(filter.contested ? [sql`v.contested`] : []),
    ...(deep ? [notFormer(look)] : []),
  ];
}

/** A matter that reaches the post by two keys is listed by the first of them only. */
function once(viewers: readonly string[]): Fragment {
  if (viewers.length === 0) return sql``;
  return sql`and not exists (select from matter_seen o where o.county_code = s.county_code and o.matter_id = s.matter_id
    and ${among(sql`o.viewer`, viewers)})`;
}

/** Keys with most rows first, so that the others are looked up in them. */
const width = (viewer: string): number => (viewer.startsWith('p:') ? 2 : viewer.includes('#') ? 1 : 0);
export const widestFirst = (viewers: readonly string[]): string[] => viewers.toSorted((a, b) => width(a) - width(b));

/** Then the lists alone say how many there are. */
export const asksStatusOnly = (look: LedgerLook): boolean => ofSeen(look).length === 0 && ofMatter(look).length === 0;

/**
 * THE condition of a ledger, one part for each key of the post: page, total, figures, export and batch are all asked by it.
 * `columns` come from s and, with `wide`, from v; what needs the matter is asked row by row along the index, and `limit 1`
 * keeps the planner from joining the county instead. `status` is one status or a column to compare with.
 */
export function parts(look: LedgerLook, columns: Fragment, wide: boolean, status: Fragment): Fragment[] {
  const matter = ofMatter(look);
  const view = sql`cross join lateral (select v.* from visible_ledger v where v.county_code = s.county_code
    and v.matter_id = s.matter_id ${matter.length > 0 ? sql`and ${sql.join(matter, sql` and `)}` : sql``} limit 1) v`;
  const seen = ofSeen(look);
  const viewers = widestFirst(look.actor.viewers);
  return viewers.map(
    (viewer, index) => sql`select ${columns} from matter_seen s ${wide || matter.length > 0 ? view : sql``}
      where s.county_code = ${look.countyCode} and s.viewer = ${viewer} and s.kind = ${DISPUTE} and ${status}
        ${seen.length > 0 ? sql`and ${sql.join(seen, sql` and `)}` : sql``} ${once(viewers.slice(0, index))}`,
  );
}

export const statusIn = (look: LedgerLook): Fragment => among(sql`s.status`, look.filter.status);
