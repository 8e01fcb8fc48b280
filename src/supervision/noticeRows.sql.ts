import { type RawBuilder, sql } from 'kysely';
import { type ClockRow, clockJson, clockOf } from '../deadlines/clockRow.sql.ts';
import type { Queries } from '../platform/db.ts';
import type { Notice, NoticeUnit } from './notice.ts';

type UnitRow = Omit<NoticeUnit, 'answeredAt'> & { answeredAt: string | null };
type Row = Omit<Notice, 'clocks' | 'units'> & { clocks: ClockRow[]; units: UnitRow[] };

/** Units of `n`, of a notice from before: its one unit, as the notice itself keeps it. */
export const unitsJson: RawBuilder<UnitRow[]> = sql<UnitRow[]>`coalesce(
  (select json_agg(json_build_object('unitId', u.unit_id, 'answeredAt', u.answered_at, 'promisedOn', u.promised_on,
      'returns', u.returns) order by u.position, u.unit_id)
    from visible_supervision_notice_unit u where u.county_code = n.county_code and u.matter_id = n.matter_id),
  json_build_array(json_build_object('unitId', n.unit_id, 'answeredAt', n.answered_at, 'promisedOn', null, 'returns', 0)))`;

export const unitOf = (row: UnitRow): NoticeUnit => ({
  ...row,
  answeredAt: row.answeredAt === null ? null : new Date(row.answeredAt),
});

/**
 * The dispute's people are read from the dispute itself, as they are today; who may not see the dispute (a supervisor of a
 * matter that was restricted later) finds none.
 */
function selectNotice(countyCode: string, code: string) {
  return sql<Row>`
    select m.county_code as "countyCode", m.id, m.code, m.status, m.event_seq as "eventSeq", m.event_hash as "eventHash",
      m.version, m.seen_by as "seenBy", m.opened_at as "openedAt", m.restricted, m.region_code as "regionCode",
      m.receiving_center_id as "receivingCenterId", n.doc_number as number, n.level, n.origin, n.copies,
      coalesce(n.issuer_center_id, m.receiving_center_id) as "issuerCenterId", n.issued_by_post_id as "issuedByPostId",
      n.about_matter_id as "aboutMatterId", n.about_code as "aboutCode", n.clock_kind as "clockKind",
      a.lead_unit_id as "leadUnitId", a.handler_post_id as "handlerPostId",
      coalesce(d.named_post_ids, '{}') as "namedPostIds", ${unitsJson} as units,
      coalesce((select json_agg(${clockJson} order by c.started_at, c.id) from visible_matter_clock c
        where c.county_code = m.county_code and c.matter_id = m.id), '[]') as clocks
    from matter m
    join visible_supervision_notice n on n.county_code = m.county_code and n.matter_id = m.id
    left join matter a on a.county_code = n.county_code and a.id = n.about_matter_id
    left join visible_dispute d on d.county_code = n.county_code and d.matter_id = n.about_matter_id
    where m.county_code = ${countyCode} and m.code = ${code} and m.kind = 'supervision'`;
}

const noticeOf = ({ clocks, units, ...row }: Row): Notice => ({
  ...row,
  clocks: clocks.map(clockOf),
  units: units.map(unitOf),
});

export async function findNotice(queries: Queries, countyCode: string, code: string): Promise<Notice | undefined> {
  const { rows } = await selectNotice(countyCode, code).execute(queries);
  return rows[0] && noticeOf(rows[0]);
}

/** Lock first, read after: what the lock waited for is seen. */
export async function lockNotice(queries: Queries, countyCode: string, code: string): Promise<Notice | undefined> {
  const lock = sql`select from matter where county_code = ${countyCode} and code = ${code} for update`.execute(queries);
  const notice = findNotice(queries, countyCode, code);
  await Promise.allSettled([lock, notice]);
  await lock;
  return notice;
}

export type OpenNotice = { code: string; clockId: string | null; origin: 'ladder' | 'leader' };

/** Open notices about a dispute, oldest first. */
export async function listOpenNotices(
  queries: Queries,
  countyCode: string,
  aboutMatterId: string,
): Promise<OpenNotice[]> {
  const { rows } = await sql<OpenNotice>`
    select m.code, n.clock_id as "clockId", n.origin
    from visible_supervision_notice n join matter m on m.county_code = n.county_code and m.id = n.matter_id
    where n.county_code = ${countyCode} and n.about_matter_id = ${aboutMatterId} and n.lifted_at is null
    order by n.sent_at, m.code`.execute(queries);
  return rows;
}
