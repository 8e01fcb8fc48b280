import { type RawBuilder, sql } from 'kysely';
import type { Engine } from '../disputes/engine.ts';
import { type Status, statusLabels } from '../disputes/procedure.ts';
import type { Actor } from '../platform/actor.ts';
import { cursorOf, readCursor } from '../platform/cursor.ts';
import { type Queries, reading } from '../platform/db.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { dayOf } from '../platform/now.ts';
import { dueCents, paidCents } from '../promises/money.sql.ts';
import {
  type KeeperSums,
  monthOf,
  type Performance,
  type PerformanceQuery,
  type PerformanceRow,
} from './performance.ts';

type Fragment = RawBuilder<unknown>;
type Month = ReturnType<typeof monthOf>;

/** Who keeps it in view: the handler, or the unit that leads, or the center. */
const keeper: Fragment = sql`coalesce(m.handler_post_id::text, m.lead_unit_id, m.receiving_center_id)`;

/**
 * What is promised in disputes that the actor sees whole (disputes/sight.ts, line by line): in the own hand, of the own unit, or
 * received by the own center. What row security hides is not among them.
 */
function promised(actor: Actor, which: Fragment): Fragment {
  const posts = sql`(${sql.join([actor.postId, ...(actor.covers ? [actor.covers.postId] : [])])})`;
  const gone = sql`exists (select from visible_dispute d where d.county_code = m.county_code and d.matter_id = m.id
    and ${actor.postId} = any (d.former_post_ids))`;
  const alone = actor.role === 'handler' || actor.role === 'mediator' ? sql`not ${gone}` : sql`true`;
  const center =
    actor.centerId === null || actor.role === 'handler' ? sql`false` : sql`m.receiving_center_id = ${actor.centerId}`;
  return sql`visible_promise p join matter m on m.county_code = p.county_code and m.id = p.matter_id
    where p.county_code = ${actor.countyCode} and ${which} and (m.handler_post_id in ${posts}
      or exists (select from visible_mediator_appointment a where a.county_code = m.county_code and a.matter_id = m.id
        and a.post_id in ${posts} and a.state <> 'released')
      or ((m.lead_unit_id = ${actor.unitId} or ${center}) and ${alone}))`;
}

const within = ({ from, before }: Month): Fragment => sql`p.due_on >= ${from}::date and p.due_on < ${before}::date`;
const isLate = (today: string): Fragment => sql`p.state = 'open' and p.due_on < ${today}::date`;
const undated: Fragment = sql`p.state = 'open' and p.due_on is null`;

type SumRow = Omit<KeeperSums, 'name' | 'unit'>;

async function listSums(queries: Queries, actor: Actor, month: Month): Promise<SumRow[]> {
  const { rows } = await sql<SumRow>`
    select ${keeper} as keeper, count(*)::int as count, sum(${dueCents})::bigint as "dueCents", sum(${paidCents})::bigint as "paidCents"
    from ${promised(actor, sql`${within(month)} and p.amount_cents is not null`)}
    group by 1 order by 3 desc, 1`.execute(queries);
  return rows;
}

async function countOpen(queries: Queries, actor: Actor, today: string) {
  const { rows } = await sql<{ late: number; cents: number; undated: number }>`
    select count(*) filter (where ${isLate(today)})::int as late, count(*) filter (where ${undated})::int as undated,
      coalesce(sum(p.amount_cents - p.paid_cents) filter (where ${isLate(today)}), 0)::bigint as cents
    from ${promised(actor, sql`p.state = 'open' and (p.due_on < ${today}::date or p.due_on is null)`)}`.execute(
    queries,
  );
  return rows[0] ?? { late: 0, cents: 0, undated: 0 };
}

type Found = Omit<PerformanceRow, 'codeShort' | 'statusLabel' | 'late' | 'keeper'> & {
  status: Status;
  countyCode: string;
  keeper: string;
};

/** In the order of their days; what has none is in the order it was written down. */
async function listRows(
  queries: Queries,
  actor: Actor,
  asked: PerformanceQuery,
  month: Month,
  today: string,
): Promise<Found[]> {
  const parts = { month: within(month), late: isLate(today), undated, open: sql`p.state = 'open'` };
  const [day, id] = asked.after === undefined ? [] : readCursor(asked.after, 'time', 'id');
  const place = sql`coalesce(p.due_on, 'infinity'::date)`;
  const from =
    day && id ? sql`and (${place}, p.id) > ((${day}::timestamptz at time zone 'UTC')::date, ${id}::uuid)` : sql``;
  const own = asked.keeper ? sql`and ${keeper} = ${asked.keeper}` : sql``;
  const name = (party: string) =>
    sql`coalesce((select y.name from visible_party y where y.county_code = p.county_code and y.id = p.${sql.ref(party)}), '')`;
  const { rows } = await sql<Found>`
    select p.id, p.county_code as "countyCode", m.code, m.title, m.status, p.obligation, p.amount_cents as "amountCents",
      p.paid_cents as "paidCents", p.due_on::text as "dueOn", p.state, ${keeper} as keeper,
      ${name('payer_party_id')} as payer, ${name('payee_party_id')} as payee
    from ${promised(actor, parts[asked.part])} ${own} ${from}
    order by ${place}, p.id limit ${asked.limit + 1}`.execute(queries);
  return rows;
}

/** What was promised in the disputes of this post: a month's, what is late, what has no day; 案结 is not 事了. */
export async function readPerformance(engine: Engine, actor: Actor, asked: PerformanceQuery): Promise<Performance> {
  const now = engine.now();
  const today = dayOf(now);
  const month = monthOf(today, asked.month);
  const { network, directory } = engine.reference();
  const [sums, open, found] = await reading(engine.db, actor, (queries) =>
    Promise.all([
      listSums(queries, actor, month),
      countOpen(queries, actor, today),
      listRows(queries, actor, asked, month, today),
    ]),
  );
  const nameOf = (who: string) => directory.post(who)?.name ?? network.unit(who)?.short ?? who;
  const unitOf = (who: string) => network.unit(directory.post(who)?.unitId ?? who)?.short ?? '';
  const rows = found.slice(0, asked.limit);
  const last = found.length > asked.limit ? rows.at(-1) : undefined;
  const total = (of: (row: SumRow) => number) => sums.reduce((sum, row) => sum + of(row), 0);
  return {
    asOf: now.toISOString(),
    place: network.unit(actor.unitId)?.name ?? '',
    month: month.month,
    sums: {
      count: total(({ count }) => count),
      dueCents: total((row) => row.dueCents),
      paidCents: total((row) => row.paidCents),
    },
    keepers: sums.map((row) => ({ ...row, name: nameOf(row.keeper), unit: unitOf(row.keeper) })),
    late: { count: open.late, cents: open.cents },
    undated: open.undated,
    rows: rows.map(({ status, countyCode, ...row }) => ({
      ...row,
      codeShort: shortCode(row.code, network.region(countyCode)?.short ?? ''),
      statusLabel: statusLabels[status].zh,
      late: row.state === 'open' && row.dueOn !== null && row.dueOn < today,
      keeper: nameOf(row.keeper),
    })),
    next: last ? cursorOf(last.dueOn === null ? 'infinity' : `${last.dueOn}T00:00:00Z`, last.id) : null,
  };
}
