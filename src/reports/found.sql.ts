import { type RawBuilder, sql } from 'kysely';
import type { Measure } from './measures.ts';
import type { Span } from './period.ts';

export type Fragment = RawBuilder<unknown>;
export const listOf = (values: readonly string[]): Fragment => sql.join(values.map((value) => sql`${value}`));

/** Events that are counted as such, one each for every dispute and period however often it happened. */
const eventOf = {
  accepted: ['accept'],
  declined: ['decline'],
  sentBack: ['sendBack'],
  settled: ['settle'],
  failed: ['fail'],
  withdrawn: ['withdraw'],
  terminated: ['terminate'],
  closed: ['verifyClosure', 'closeLinked'],
  struckOff: ['strikeOff'],
  reopened: ['reopen'],
  visited: ['recordReturnVisit'],
  peopleInvolved: ['accept'],
} as const satisfies Partial<Record<Measure, readonly string[]>>;

type Asked = { counties: readonly string[]; span: Span };
type Source = (asked: Asked) => Fragment;

type EventMeasure = keyof typeof eventOf;

/** Literals: the index of these events holds only while the planner reads the types themselves. */
const eventsIn = ({ counties, span }: Asked, types: readonly string[]): Fragment => sql`
  from visible_matter_event e where e.county_code in (${listOf(counties)})
    and e.type in (${sql.join(types.map((type) => sql.lit(type)))}) and e.at >= ${span.from} and e.at < ${span.until}`;

const happened =
  (measure: EventMeasure): Source =>
  (asked) =>
    sql`
    select e.county_code, e.matter_id, max(e.at) as at, 1::bigint as value ${eventsIn(asked, eventOf[measure])}
    group by e.county_code, e.matter_id`;

const registered: Source = ({ counties, span }) => sql`
  select county_code, matter_id, opened_at as at, 1::bigint as value from visible_report_dispute
  where county_code in (${listOf(counties)}) and opened_at >= ${span.from} and opened_at < ${span.until}`;

const ENDED: Fragment = sql`('declined', 'closed', 'struckOff', 'archived')`;

/** Whose last event up to the moment left it ended: no later one by then says otherwise. */
const hadEnded = ({ until }: Span): Fragment => sql`exists (
  select from visible_matter_event e where e.county_code = d.county_code and e.matter_id = d.matter_id
    and e.at < ${until} and e.status_after in ${ENDED}
    and not exists (select from visible_matter_event l where l.county_code = e.county_code and l.matter_id = e.matter_id
      and l.at < ${until} and l.seq > e.seq and l.status_after not in ${ENDED}))`;

const endedSince = ({ until }: Span): Fragment => sql`exists (
  select from visible_matter_event e where e.county_code = d.county_code and e.matter_id = d.matter_id
    and e.at >= ${until} and e.type in ('decline', 'verifyClosure', 'closeLinked', 'strikeOff', 'archive'))`;

/** Not closed at the moment: what is open now and was there then, and what has ended since. */
const open: Source = ({ counties, span }) => sql`
  select d.county_code, d.matter_id, d.opened_at as at, 1::bigint as value from visible_report_dispute d
  where d.county_code in (${listOf(counties)}) and d.opened_at < ${span.until} and ${
    span.live
      ? sql`d.status not in ${ENDED}`
      : sql`(d.status not in ${ENDED} or ${endedSince(span)}) and not ${hadEnded(span)}`
  }`;

/** The limit of handling fell into the period: 应结. What is neither due nor done is not in it; a withdrawn dispatch never was. */
const dueClocks = ({ counties, span }: Asked): Fragment => sql`
  select county_code, matter_id, max(due_at) as at, bool_or(coalesce(stopped_at > due_at, true)) as late
  from visible_matter_clock
  where county_code in (${listOf(counties)}) and kind = 'handle' and binds = 'ours'
    and due_at > ${span.from} and due_at <= ${span.end} and (due_at <= ${span.asOf} or stopped_at <= ${span.asOf})
    and coalesce(stop_reason, '') <> 'undoDispatch' group by county_code, matter_id`;
const due =
  (condition: Fragment): Source =>
  (asked) =>
    sql`select county_code, matter_id, at, 1::bigint as value from (${dueClocks(asked)}) c where ${condition}`;

const rated =
  (condition: Fragment): Source =>
  ({ counties, span }) =>
    sql`
    select county_code, matter_id, max(at) as at, count(*) as value from visible_rating
    where county_code in (${listOf(counties)}) and at >= ${span.from} and at < ${span.until} and ${condition}
    group by county_code, matter_id`;

const agreed: Source = ({ counties, span }) => sql`
  select county_code, matter_id, max(created_at) as at, sum(coalesce(total_cents, 0))::bigint as value from visible_settlement
  where county_code in (${listOf(counties)}) and created_at >= ${span.from} and created_at < ${span.until}
  group by county_code, matter_id`;

/** The newest statement of a kind holds, and one that says nobody takes an earlier one back. */
const prevented =
  (kind: string, value: Fragment): Source =>
  ({ counties, span }) =>
    sql`
    select county_code, matter_id, at, ${value} as value from (
      select distinct on (county_code, matter_id) county_code, matter_id, at, people from visible_prevention
      where county_code in (${listOf(counties)}) and kind = ${kind} and at < ${span.until}
      order by county_code, matter_id, at desc, id desc) p
    where p.at >= ${span.from} and p.people > 0`;

const one = sql`1::bigint`;
const people = sql`p.people::bigint`;

const sources: Record<Exclude<Measure, 'visits' | 'personTimes'>, Source> = {
  ...(Object.fromEntries(
    (Object.keys(eventOf) as (keyof typeof eventOf)[]).map((measure) => [measure, happened(measure)]),
  ) as Record<keyof typeof eventOf, Source>),
  registered,
  open,
  due: due(sql`true`),
  onTime: due(sql`not late`),
  late: due(sql`late`),
  ratings: rated(sql`true`),
  satisfied: rated(sql`score >= 4`),
  agreedAmount: agreed,
  preventedCriminal: prevented('criminal', one),
  preventedCriminalPeople: prevented('criminal', people),
  preventedPetition: prevented('groupPetition', one),
  preventedPetitionPeople: prevented('groupPetition', people),
};

/**
 * THE definition of each figure: one row a dispute with the moment that counts and what it adds. What is counted and what
 * is listed are both asked by it, so that a number and the list behind it cannot differ.
 */
export function found(measure: keyof typeof sources, asked: Asked): Fragment {
  return sources[measure](asked);
}

const isEvent = (measure: string): measure is EventMeasure => Object.hasOwn(eventOf, measure);
const dueStates = { due: sql`true`, onTime: sql`not c.late`, late: sql`c.late` } as const;
const isDue = (measure: string): measure is keyof typeof dueStates => Object.hasOwn(dueStates, measure);

/** All events of a period in one look: what each says, once for every dispute. */
function eventsTogether(measures: readonly EventMeasure[], asked: Asked): Fragment {
  const pairs = measures.flatMap((measure) => eventOf[measure].map((type) => sql`(${measure}::text, ${type}::text)`));
  const types = [...new Set(measures.flatMap((measure) => [...eventOf[measure]]))];
  return sql`select distinct k.measure, e.county_code, e.matter_id, 1::bigint as value
    from (select e.county_code, e.matter_id, e.type ${eventsIn(asked, types)}) e
    join (values ${sql.join(pairs)}) k(measure, type) on k.type = e.type`;
}

function dueTogether(measures: readonly (keyof typeof dueStates)[], asked: Asked): Fragment {
  const states = measures.map((measure) => sql`(${measure}::text, ${dueStates[measure]})`);
  return sql`select k.measure, c.county_code, c.matter_id, 1::bigint as value
    from (${dueClocks(asked)}) c cross join lateral (values ${sql.join(states)}) k(measure, holds) where k.holds`;
}

/** The same rows for several measures at once, each with its measure: what one look can answer is looked at once. */
export function foundTogether(measures: readonly (keyof typeof sources)[], asked: Asked): Fragment[] {
  const events = measures.filter(isEvent);
  const dues = measures.filter(isDue);
  const others = measures.filter((measure) => !isEvent(measure) && !isDue(measure));
  return [
    ...(events.length > 0 ? [eventsTogether(events, asked)] : []),
    ...(dues.length > 0 ? [dueTogether(dues, asked)] : []),
    ...others.map(
      (measure) =>
        sql`select ${measure}::text as measure, f.county_code, f.matter_id, f.value from (${sources[measure](asked)}) f`,
    ),
  ];
}

/** What a found row adds; how many people a dispute involves stands with the dispute. `f` found, `d` the dispute. */
export const adds = (measure: Measure): Fragment =>
  measure === 'peopleInvolved' ? sql`d.people_involved::bigint` : sql`f.value`;
