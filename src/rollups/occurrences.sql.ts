import { type RawBuilder, sql } from 'kysely';
import { dueCents, paidCents } from '../promises/money.sql.ts';
import { eventOf, type Folded, isEventFigure } from './folded.ts';

export type Fragment = RawBuilder<unknown>;
export const listOf = (values: readonly string[]): Fragment => sql.join(values.map((value) => sql`${value}`));

/** Before `until`, not before `from`; for limits the other way round: what ends at midnight belongs to the day before. */
type Time = { from: Date; until: Date };
/**
 * Of which disputes: all of explicit counties, or the one that `x` is a row of, `(county_code, matter_id)`. Of many named ones
 * the planner knows too little: asked one by one each part goes along its index, whatever else there is.
 */
export type Asked = { counties: readonly string[] | 'x'; within?: Time };

export const ofAsked = ({ counties }: Asked, alias: string): Fragment => {
  const [county, matter] = [sql.ref(`${alias}.county_code`), sql.ref(`${alias}.matter_id`)];
  return counties === 'x'
    ? sql`${county} = x.county_code and ${matter} = x.matter_id`
    : sql`${county} in (${listOf(counties)})`;
};
const during = ({ within }: Asked, at: Fragment): Fragment =>
  within ? sql`${at} >= ${within.from} and ${at} < ${within.until}` : sql`true`;

export const ENDED: Fragment = sql`('declined', 'closed', 'struckOff', 'archived')`;

const registered = (asked: Asked): Fragment => sql`
  select d.county_code, d.matter_id, 'registered' as figure, d.opened_at as at, '' as tie, 1::bigint as value
  from visible_report_dispute d where ${ofAsked(asked, 'd')} and ${during(asked, sql`d.opened_at`)}`;

/** Literals: the index of these events holds only while the planner reads the types themselves. */
function events(figures: readonly Folded[], asked: Asked): Fragment {
  const own = figures.filter(isEventFigure);
  const pairs = own.flatMap((figure) => eventOf[figure].map((type) => sql`(${sql.lit(figure)}, ${sql.lit(type)})`));
  const types = [...new Set(own.flatMap((figure) => [...eventOf[figure]]))].map((type) => sql.lit(type));
  return sql`
    select e.county_code, e.matter_id, k.figure, e.at, e.seq::text as tie, 1::bigint as value
    from (select e.county_code, e.matter_id, e.type, e.at, e.seq from visible_matter_event e
      where ${ofAsked(asked, 'e')} and e.type in (${sql.join(types)}) and ${during(asked, sql`e.at`)}) e
    join (values ${sql.join(pairs)}) k(figure, type) on k.type = e.type`;
}

/** Under which figure an outcome that an old ledger names is counted; `concluded` beside it. */
const outcomeFigures: readonly Folded[] = ['settled', 'failed', 'withdrawn', 'terminated'];

/**
 * An old ledger tells of its own past with two days: accepted on the day it was written down, over on the day it says. What
 * gives no day of ending ended on no day that can be counted.
 */
function imported(figures: readonly Folded[], asked: Asked): Fragment {
  const told = sql`
    select i.county_code, i.matter_id, i.opened_at, e.status_after as status,
      case when e.data ? 'closedAt' then (e.data ->> 'closedAt')::timestamptz else i.closed_at end as ended_at,
      case when e.data ? 'outcome' then e.data ->> 'outcome' else i.outcome end as outcome
    from visible_report_dispute i cross join lateral (
      select v.status_after, v.data from visible_matter_event v where v.county_code = i.county_code
        and v.matter_id = i.matter_id and v.type = 'importDispute' limit 1) e
    where ${ofAsked(asked, 'i')} and i.imported`;
  const taken = sql`case when t.status not in ('registered', 'declined') then t.opened_at end`;
  const over = sql`case when t.status in ('closed', 'struckOff', 'archived') then t.ended_at end`;
  const on: Partial<Record<Folded, Fragment>> = {
    accepted: taken,
    peopleInvolved: taken,
    acceptedOpen: taken,
    closed: over,
    over,
    concluded: sql`case when t.outcome is not null then ${over} end`,
    ...Object.fromEntries(
      outcomeFigures.map((figure) => [figure, sql`case when t.outcome = ${sql.lit(figure)} then ${over} end`]),
    ),
    declined: sql`case when t.status = 'declined' then t.ended_at end`,
    struckOff: sql`case when t.status = 'struckOff' then t.ended_at end`,
  };
  const rows = figures.flatMap((figure) => (on[figure] ? [sql`(${sql.lit(figure)}, ${on[figure]})`] : []));
  return sql`select t.county_code, t.matter_id, k.figure, k.at, '' as tie, 1::bigint as value
    from (${told}) t cross join lateral (values ${sql.join(rows)}) k(figure, at)
    where k.at is not null and ${during(asked, sql`k.at`)}`;
}

const OUT_OF_IMPORT: readonly Folded[] = [
  ...['accepted', 'peopleInvolved', 'acceptedOpen', 'closed', 'over', 'concluded', 'declined', 'struckOff'],
  ...outcomeFigures,
] as Folded[];

/** The limit of handling was reached: 应结. What is neither due nor done is not in it; a withdrawn dispatch never was. */
export function limits(figures: readonly Folded[], asked: Asked): Fragment {
  const { within } = asked;
  const span = within ? sql`c.due_at > ${within.from} and c.due_at <= ${within.until}` : sql`true`;
  const states = [
    ...(figures.includes('due') ? [sql`('due', true)`] : []),
    ...(figures.includes('late') ? [sql`('late', coalesce(c.stopped_at > c.due_at, true))`] : []),
  ];
  return sql`
    select c.county_code, c.matter_id, k.figure, c.due_at - interval '1 microsecond' as at, c.id::text as tie, 1::bigint as value
    from visible_matter_clock c cross join lateral (values ${sql.join(states)}) k(figure, holds)
    where ${ofAsked(asked, 'c')} and c.kind = 'handle' and c.binds = 'ours' and ${span} and k.holds
      and coalesce(c.stop_reason, '') <> 'undoDispatch'`;
}

function ratings(figures: readonly Folded[], asked: Asked): Fragment {
  const states = [
    ...(figures.includes('ratings') ? [sql`('ratings', true)`] : []),
    ...(figures.includes('satisfied') ? [sql`('satisfied', r.score >= 4)`] : []),
  ];
  return sql`select r.county_code, r.matter_id, k.figure, r.at, r.id::text as tie, 1::bigint as value
    from visible_rating r cross join lateral (values ${sql.join(states)}) k(figure, holds)
    where ${ofAsked(asked, 'r')} and ${during(asked, sql`r.at`)} and k.holds`;
}

const agreed = (asked: Asked): Fragment => sql`
  select s.county_code, s.matter_id, 'agreedAmount' as figure, s.created_at as at, s.id::text as tie,
    coalesce(s.total_cents, 0)::bigint as value
  from visible_settlement s where ${ofAsked(asked, 's')} and ${during(asked, sql`s.created_at`)}`;

/**
 * Money of agreements, on the day that it is due. What was waived or agreed on anew is due no more, but for what was paid of it till
 * then.
 */
function promised(figures: readonly Folded[], asked: Asked): Fragment {
  const end = sql`((p.due_on + 1)::timestamp at time zone 'Asia/Shanghai' - interval '1 microsecond')`;
  const day = (at: Date) => sql`(${at}::timestamptz at time zone 'Asia/Shanghai')::date`;
  const { within } = asked;
  const span = within ? sql`p.due_on between ${day(within.from)} and ${day(within.until)}` : sql`true`;
  const rows = [
    ...(figures.includes('dueAmount') ? [sql`('dueAmount', ${dueCents})`] : []),
    ...(figures.includes('paidOfDue') ? [sql`('paidOfDue', ${paidCents})`] : []),
  ];
  return sql`select p.county_code, p.matter_id, k.figure, ${end} as at, p.id::text as tie, k.value::bigint as value
    from visible_promise p cross join lateral (values ${sql.join(rows)}) k(figure, value)
    where ${ofAsked(asked, 'p')} and p.amount_cents is not null and p.due_on is not null and ${span} and ${during(asked, end)}
      and k.value <> 0`;
}

/** The newest statement of a kind holds, and one that says nobody takes an earlier one back. */
function prevented(figures: readonly Folded[], asked: Asked): Fragment {
  const rows = [
    sql`('preventedCriminal', 'criminal', (p.people > 0)::int)`,
    sql`('preventedCriminalPeople', 'criminal', p.people)`,
    sql`('preventedPetition', 'groupPetition', (p.people > 0)::int)`,
    sql`('preventedPetitionPeople', 'groupPetition', p.people)`,
  ];
  return sql`select p.county_code, p.matter_id, k.figure, p.at, p.id::text as tie, k.value::bigint as value
    from visible_prevention p cross join lateral (values ${sql.join(rows)}) k(figure, kind, value)
    where ${ofAsked(asked, 'p')} and ${during(asked, sql`p.at`)} and k.kind = p.kind
      and k.figure in (${listOf(figures)})`;
}

const PREVENTED: readonly Folded[] = [
  ...(['preventedCriminal', 'preventedCriminalPeople', 'preventedPetition', 'preventedPetitionPeople'] as const),
];

/**
 * THE definition of what is counted: one row for each time that something happened to a dispute, `(county_code, matter_id,
 * figure, at, tie, value)`. Lists are asked by it, sums are folded from it. `open` is not among them: it is a state.
 */
export function occurrences(figures: readonly Folded[], asked: Asked): Fragment {
  const any = (own: readonly Folded[]) => figures.some((figure) => own.includes(figure));
  const arms = [
    ...(figures.includes('registered') ? [registered(asked)] : []),
    ...(figures.some(isEventFigure) ? [events(figures, asked)] : []),
    ...(any(OUT_OF_IMPORT) ? [imported(figures, asked)] : []),
    ...(any(['due', 'late']) ? [limits(figures, asked)] : []),
    ...(any(['ratings', 'satisfied']) ? [ratings(figures, asked)] : []),
    ...(figures.includes('agreedAmount') ? [agreed(asked)] : []),
    ...(any(PREVENTED) ? [prevented(figures, asked)] : []),
    ...(any(['dueAmount', 'paidOfDue']) ? [promised(figures, asked)] : []),
  ];
  return sql.join(arms, sql` union all `);
}

/** 事了: an agreement was reached, the dispute is closed, and nothing that was promised is open any more. */
const isOver: Fragment = sql`(d.outcome = 'settled' and d.status in ('closed', 'struckOff', 'archived') and not exists (
  select from visible_promise p where p.county_code = d.county_code and p.matter_id = d.matter_id and p.state = 'open'))`;

/** What a row adds that hangs on how the dispute stands now; `o` an occurrence, `d` the dispute. */
export const amountOf: Fragment = sql`case o.figure when 'peopleInvolved' then d.people_involved::bigint
  when 'acceptedOpen' then (d.status not in ${ENDED})::int::bigint
  when 'over' then coalesce(${isOver}, false)::int::bigint else o.value end`;
