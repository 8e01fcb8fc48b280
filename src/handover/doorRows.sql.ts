import { type RawBuilder, sql } from 'kysely';
import { type ClockRow, clockJson, clockOf } from '../deadlines/clockRow.sql.ts';
import type { Queries } from '../platform/db.ts';
import type { Store } from '../procedures/engine.ts';
import type { Door } from './door.ts';
import type { AnswerRow, DoorDetail, DoorEvent, DoorFile, DoorNote } from './doorDetail.ts';

type Row = Omit<Door, 'clocks' | 'materials' | 'extensionRequests' | 'supportingUnits'> & { clocks: ClockRow[] };

/** Its dispute as it is now; for a body that has the packet and nothing else of it, as the door keeps it. */
const selectDoors = (which: RawBuilder<unknown>) => sql<Row>`
  select m.county_code as "countyCode", m.id, m.code, m.title, m.status, m.event_seq as "eventSeq",
    m.event_hash as "eventHash", m.version, m.settings_version as "settingsVersion", m.seen_by as "seenBy",
    m.opened_at as "openedAt", m.closed_at as "closedAt", m.restricted, m.category_code as "categoryCode",
    m.region_code as "regionCode", m.receiving_center_id as "receivingCenterId", m.lead_unit_id as "leadUnitId",
    m.handler_post_id as "handlerPostId", m.named_post_ids as "namedPostIds",
    t.way, t.joint, t.applicant_ids as "applicantIds", t.opener_post_id as "openerPostId", t.body_unit_id as "bodyUnitId",
    t.body_name as "bodyName", t.how, t.body_number as "bodyNumber", t.handed_in_on::text as "handedInOn",
    t.served_on::text as "servedOn", t.result, t.ground, t.result_on::text as "resultOn",
    coalesce((select json_agg(a.field order by a.field) from visible_door_answer a
      where a.county_code = m.county_code and a.matter_id = m.id), '[]') as answered,
    hung_parties(m.county_code, m.id) as parties,
    json_build_object('id', m.about_id, 'code', m.about_code, 'status', coalesce(a.status, t.about_status),
      'leadUnitId', case when a.id is null then t.about_unit_id else a.lead_unit_id end,
      'handlerPostId', case when a.id is null then t.about_post_id else a.handler_post_id end) as about,
    coalesce((select json_agg(${clockJson} order by c.started_at, c.id) from visible_matter_clock c
      where c.county_code = m.county_code and c.matter_id = m.id), '[]') as clocks
  from matter m
  join visible_door t on t.county_code = m.county_code and t.matter_id = m.id
  left join matter a on a.county_code = m.county_code and a.id = m.about_id
  where ${which}`;

const doorOf = ({ clocks, ...row }: Row): Door => ({
  ...row,
  clocks: clocks.map(clockOf),
  ...{ materials: [], extensionRequests: [], supportingUnits: [] },
});

export const doorStore: Store<Door> = {
  table: 'door',
  async find(queries, countyCode, code) {
    const { rows } = await selectDoors(sql`m.county_code = ${countyCode} and m.code = ${code}`).execute(queries);
    return rows[0] && doorOf(rows[0]);
  },
};

/** The doors of one dispute, as far as the reader sees them, newest first. */
export async function listDoorsOf(queries: Queries, about: { countyCode: string; id: string }): Promise<Door[]> {
  const { rows } = await selectDoors(
    sql`m.county_code = ${about.countyCode} and m.about_id = ${about.id} order by m.opened_at desc, m.code`,
  ).execute(queries);
  return rows.map(doorOf);
}

/** What its page shows besides the door itself; sealed lines stay sealed. */
export async function readDoorDetail(queries: Queries, { countyCode, id }: Pick<Door, 'countyCode' | 'id'>) {
  const where = sql`county_code = ${countyCode} and matter_id = ${id}`;
  const [events, notes, files, answers] = await Promise.all([
    sql<DoorEvent>`select e.seq, e.id, e.at, e.type, e.actor_role as "actorRole", u.name, e.actor_unit_id as "unitId", e.data
      from visible_matter_event e left join app_user u on u.id = e.actor_user_id
      where e.county_code = ${countyCode} and e.matter_id = ${id} order by e.seq desc`.execute(queries),
    sql<DoorNote>`select event_id as "eventId", kind, visibility, body from visible_note where ${where} order by at, id`.execute(
      queries,
    ),
    sql<DoorFile>`select event_id as "eventId", id, name, mime from visible_matter_file where ${where} order by at, id`.execute(
      queries,
    ),
    sql<AnswerRow>`select field, value, sealed from visible_door_answer where ${where} order by field`.execute(queries),
  ]);
  return { events: events.rows, notes: notes.rows, files: files.rows, answers: answers.rows } satisfies DoorDetail;
}

/** Whoever sees the door sees what lies in it. */
export const findDoorFile = (
  queries: Queries,
  { countyCode, id: matterId }: Pick<Door, 'countyCode' | 'id'>,
  id: string,
) =>
  queries
    .selectFrom('visible_matter_file')
    .select(['sha256', 'name', 'mime'])
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', matterId)
    .where('id', '=', id)
    .executeTakeFirst();
