import { type RawBuilder, sql } from 'kysely';
import { type ClockRow, clockJson, clockOf } from '../deadlines/clockRow.sql.ts';
import type { Queries } from '../platform/db.ts';
import type { Store } from '../procedures/engine.ts';
import type { Notice, NoticeUnit } from './notice.ts';

type UnitRow = Omit<NoticeUnit, 'answeredAt'> & { answeredAt: string | null };
type Row = Omit<Notice, 'clocks' | 'units'> & { clocks: ClockRow[]; units: UnitRow[] };

/** Units of `n`. */
export const unitsJson: RawBuilder<UnitRow[]> = sql<UnitRow[]>`coalesce(
  (select json_agg(json_build_object('unitId', u.unit_id, 'answeredAt', u.answered_at, 'promisedOn', u.promised_on,
      'returns', u.returns) order by u.position, u.unit_id)
    from visible_supervision_notice_unit u where u.county_code = n.county_code and u.matter_id = n.matter_id
      and u.removed_at is null), '[]')`;

export const unitOf = (row: UnitRow): NoticeUnit => ({
  ...row,
  answeredAt: row.answeredAt === null ? null : new Date(row.answeredAt),
});

/**
 * The people of its dispute are read from the dispute itself, as they are today; who may not see the dispute (a supervisor of a
 * matter that was restricted later) finds none.
 */
function selectNotice(countyCode: string, code: string) {
  return sql<Row>`
    select m.county_code as "countyCode", m.id, m.code, m.title, m.status, m.event_seq as "eventSeq",
      m.event_hash as "eventHash", m.version, m.settings_version as "settingsVersion", m.seen_by as "seenBy",
      m.opened_at as "openedAt", m.closed_at as "closedAt", m.restricted, m.category_code as "categoryCode",
      m.region_code as "regionCode", m.receiving_center_id as "receivingCenterId", m.lead_unit_id as "leadUnitId",
      m.handler_post_id as "handlerPostId", m.named_post_ids as "namedPostIds", n.doc_number as number, n.level, n.origin,
      n.copies, n.issuer_center_id as "issuerCenterId", n.issued_by_post_id as "issuedByPostId",
      json_build_object('id', m.about_id, 'code', m.about_code, 'leadUnitId', a.lead_unit_id,
        'handlerPostId', a.handler_post_id) as about, n.clock_kind as "clockKind", ${unitsJson} as units,
      coalesce((select json_agg(${clockJson} order by c.started_at, c.id) from visible_matter_clock c
        where c.county_code = m.county_code and c.matter_id = m.id), '[]') as clocks
    from matter m
    join visible_supervision_notice n on n.county_code = m.county_code and n.matter_id = m.id
    left join matter a on a.county_code = m.county_code and a.id = m.about_id
    where m.county_code = ${countyCode} and m.code = ${code}`;
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

export const noticeStore: Store<Notice> = { table: 'supervision_notice', find: findNotice };

export type OpenNotice = Pick<Notice, 'code' | 'number' | 'level' | 'status' | 'origin'> & { clockId: string | null };

/** Open notices about a dispute, oldest first. */
export async function listOpenNotices(
  queries: Queries,
  countyCode: string,
  aboutMatterId: string,
): Promise<OpenNotice[]> {
  const { rows } = await sql<OpenNotice>`
    select m.code, m.status, n.doc_number as number, n.level, n.clock_id as "clockId", n.origin
    from visible_supervision_notice n join matter m on m.county_code = n.county_code and m.id = n.matter_id
    where n.county_code = ${countyCode} and m.about_id = ${aboutMatterId} and m.closed_at is null
    order by n.sent_at, m.code`.execute(queries);
  return rows;
}
