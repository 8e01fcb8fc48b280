import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import type { Notice } from './notice.ts';
import type { NoticeDetail, NoticeEventRow, NoticeNoteRow } from './noticeDetail.ts';

/** What the page and the paper show besides the notice itself. */
export async function readNoticeDetail(queries: Queries, { countyCode, id }: Notice): Promise<NoticeDetail> {
  const where = sql`county_code = ${countyCode} and matter_id = ${id}`;
  const [head, events, notes] = await Promise.all([
    sql<Omit<NoticeDetail, 'events' | 'notes'>>`
      select m.title, n.urgency, n.sent_at as "sentAt", n.lifted_at as "endedAt", n.copied_at as "copiedAt",
        n.listed_at as "listedAt", n.cosigner_ids as "cosignerIds", n.facts
      from visible_supervision_notice n join matter m on m.county_code = n.county_code and m.id = n.matter_id
      where n.county_code = ${countyCode} and n.matter_id = ${id}`.execute(queries),
    sql<NoticeEventRow>`
      select e.seq, e.id, e.at, e.type, e.actor_role, e.actor_unit_id, u.name, e.data
      from visible_matter_event e left join app_user u on u.id = e.actor_user_id
      where e.county_code = ${countyCode} and e.matter_id = ${id} order by e.seq desc`.execute(queries),
    sql<NoticeNoteRow>`select event_id, kind, body from visible_note where ${where} order by at, id`.execute(queries),
  ]);
  const [first] = head.rows;
  if (!first) throw new Error(`notice ${id} has no row of its own`);
  return { ...first, events: events.rows, notes: notes.rows };
}
