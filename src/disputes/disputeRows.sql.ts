import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import { findTaken } from '../procedures/taken.sql.ts';
import type * as rows from './disputeRows.ts';

type Key = { countyCode: string; id: string };

export function selectParties({ countyCode, id }: Key) {
  return sql<rows.PartyRow>`
    select id, side, kind, name, id_kind, id_number_sealed, id_exception, phone_sealed, address, contact_person, minor,
      represents_party_id, representation, authority
    from visible_party where county_code = ${countyCode} and matter_id = ${id} order by position`;
}

function selectEvents({ countyCode, id }: Key) {
  return sql<rows.EventRow>`
    select e.seq, e.id, e.at, e.type, e.actor_role, e.actor_post_id, e.actor_unit_id, u.name, e.data, e.status_after
    from visible_matter_event e left join app_user u on u.id = e.actor_user_id
    where e.county_code = ${countyCode} and e.matter_id = ${id} order by e.seq desc limit 500`;
}

function selectNotices({ countyCode, id }: Key) {
  return sql<rows.NoticeRow>`
    select m.code, s.doc_number as number, m.status, s.level, s.sent_at,
      coalesce((select array_agg(u.unit_id order by u.position) from visible_supervision_notice_unit u
        where u.county_code = s.county_code and u.matter_id = s.matter_id), array[s.unit_id]) as unit_ids,
      s.answered_at, s.lifted_at
    from visible_supervision_notice s join matter m on m.county_code = s.county_code and m.id = s.matter_id
    where s.county_code = ${countyCode} and s.about_matter_id = ${id} order by s.sent_at desc`;
}

/** Everything a dispute's page shows besides the dispute itself, asked in one flight. */
export async function readDisputeRows(queries: Queries, key: Key): Promise<rows.DisputeRows> {
  const all = async <T>(statement: RawBuilder<T>): Promise<T[]> => (await statement.execute(queries)).rows;
  const where = sql`where county_code = ${key.countyCode} and matter_id = ${key.id}`;
  const [parties, events, notes, files, settlements, items, visits, ratings, [facts], notices, taken] =
    await Promise.all([
      all(selectParties(key)),
      all(selectEvents(key)),
      all(
        sql<rows.NoteRow>`select event_id, kind, visibility, body, author_user_id from visible_note ${where} order by at, id`,
      ),
      all(
        sql<rows.FileRow>`select id, name, mime, size, at, visibility, author_user_id,
        (select u.name from app_user u where u.id = author_user_id) as author_name
      from visible_matter_file ${where} order by at`,
      ),
      all(
        sql<rows.SettlementRow>`select id, form, terms, total_cents, effective_on from visible_settlement ${where} order by created_at`,
      ),
      all(sql<rows.ItemRow>`
      select id, settlement_id, obligation, amount_cents, due_on, performed_on from visible_settlement_item ${where} order by position`),
      all(sql<rows.VisitRow>`select at, outcome, performed, method from visible_return_visit ${where} order by at`),
      all(sql<rows.RatingRow>`select score, at from visible_rating ${where} order by at desc`),
      all(sql<rows.FactsRow>`select source, facts, demands, occurred_on, address, import_run_id, old_number, entered_at
        from visible_dispute ${where}`),
      all(selectNotices(key)),
      findTaken(queries, key),
    ]);
  return { parties, events, notes, files, settlements, items, visits, ratings, facts, notices, taken };
}
