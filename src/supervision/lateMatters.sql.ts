import { type RawBuilder, sql } from 'kysely';
import { type ClockRow, clockJson, clockOf } from '../deadlines/clockRow.sql.ts';
import type { Queries } from '../platform/db.ts';
import type { LastNotice } from './ladder.ts';
import type { AboutDispute, LateMatter } from './supervise.ts';

type LateRow = Omit<LateMatter, 'clock' | 'last'> & {
  clock: ClockRow;
  last: (Omit<LastNotice, 'replyDueAt'> & { replyDueAt: string | null }) | null;
};

/** What a notice needs of the dispute `m`. */
export const aboutColumns: RawBuilder<unknown> = sql`m.county_code as "countyCode", m.id, m.code, m.status,
  m.category_code as "categoryCode", m.region_code as "regionCode", m.receiving_center_id as "receivingCenterId",
  m.lead_unit_id as "leadUnitId", m.handler_post_id as "handlerPostId", m.restricted, m.event_seq as "eventSeq",
  m.event_hash as "eventHash",
  m.named_post_ids as "namedPostIds",
  coalesce((select array_agg(u.unit_id) from visible_dispute_unit u where u.county_code = m.county_code
    and u.matter_id = m.id and u.removed_at is null), '{}') as "supportingUnitIds"`;

// Striking off has its own order, and what a party has to bring is not ours to be late with.
export const unsupervised = ['strikeOff', 'materials'];

const lastNotice = sql`(select json_build_object('code', nm.code, 'status', nm.status,
    'replyDueAt', (select max(r.due_at) from visible_matter_clock r where r.county_code = n.county_code
      and r.matter_id = n.matter_id and r.stopped_at is null),
    'promisedOn', (select max(u.promised_on) from visible_supervision_notice_unit u
      where u.county_code = n.county_code and u.matter_id = n.matter_id))
  from visible_supervision_notice n join matter nm on nm.county_code = n.county_code and nm.id = n.matter_id
  where n.county_code = c.county_code and n.clock_id = c.id and n.origin = 'ladder' order by n.sent_at desc, nm.code desc limit 1)`;

const taken = sql`(select json_build_object('notices', count(*), 'copies', coalesce(sum(n.copies), 0),
    'listings', count(n.listed_at)) from visible_supervision_notice n
  where n.county_code = c.county_code and n.clock_id = c.id and n.origin = 'ladder')`;

function selectLate(countyCode: string, which: RawBuilder<unknown>) {
  return sql<LateRow>`
    select ${aboutColumns}, ${clockJson} as clock, ${taken} as taken, ${lastNotice} as last
    from visible_matter_clock c
    join matter m on m.county_code = c.county_code and m.id = c.matter_id
    where c.county_code = ${countyCode} and m.kind in (select kind from matter_kind where supervised) and c.stopped_at is null and c.binds = 'ours'
      and (c.quiet_until is null or c.due_at > c.quiet_until)
      and m.status <> 'linked' and c.kind not in (${sql.join(unsupervised)}) and ${which}`;
}

function lateOf(row: LateRow): LateMatter[] {
  const clock = clockOf(row.clock);
  if (clock.dueAt === null) return [];
  const last = row.last && { ...row.last, replyDueAt: row.last.replyDueAt ? new Date(row.last.replyDueAt) : null };
  return [{ ...row, last, clock: { ...clock, dueAt: clock.dueAt } }];
}

export type LateKey = { dueAt: Date; clockId: string };

/** Clocks of ours that are over their time, worst first, a page at a time. Runs under the house's own key. */
export async function listLate(
  queries: Queries,
  countyCode: string,
  since: Date,
  after: LateKey | null,
  limit: number,
): Promise<LateMatter[]> {
  const from = after ? sql`and (c.due_at, c.id) > (${after.dueAt}, ${after.clockId}::uuid)` : sql``;
  const page = sql`c.due_at <= ${since} ${from} order by c.due_at, c.id limit ${limit}`;
  const { rows } = await selectLate(countyCode, page).execute(queries);
  return rows.flatMap(lateOf);
}

/** The same rows again, their disputes locked; what somebody else is just working on is left for the next round. */
export async function lockLate(
  queries: Queries,
  countyCode: string,
  clockIds: readonly string[],
): Promise<LateMatter[]> {
  const ids = sql.join(clockIds.map((id) => sql`${id}::uuid`));
  await sql`select from matter m where m.county_code = ${countyCode} and m.id in (select c.matter_id
    from visible_matter_clock c where c.county_code = ${countyCode} and c.id in (${ids})) for update skip locked`.execute(
    queries,
  );
  const { rows } = await selectLate(
    countyCode,
    sql`c.id in (${ids}) order by c.due_at, c.id for update of m skip locked`,
  ).execute(queries);
  return rows.flatMap(lateOf);
}

export async function lockAbout(queries: Queries, countyCode: string, code: string): Promise<AboutDispute | undefined> {
  await sql`select from matter where county_code = ${countyCode} and code = ${code} for update`.execute(queries);
  return findAbout(queries, countyCode, code);
}

export async function findAbout(queries: Queries, countyCode: string, code: string): Promise<AboutDispute | undefined> {
  const { rows } = await sql<AboutDispute>`select ${aboutColumns} from matter m
    where m.county_code = ${countyCode} and m.code = ${code} and m.kind in (select kind from matter_kind where supervised)`.execute(
    queries,
  );
  return rows[0];
}
