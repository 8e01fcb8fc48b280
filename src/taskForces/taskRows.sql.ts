import { type RawBuilder, sql } from 'kysely';
import { type ClockRow, clockJson, clockOf } from '../deadlines/clockRow.sql.ts';
import type { Queries } from '../platform/db.ts';
import type { Store } from '../procedures/engine.ts';
import type { Task } from './task.ts';
import type { TaskDetail, TaskEvent, TaskFile, TaskNote } from './taskDetail.ts';

type Row = Omit<Task, 'clocks'> & { clocks: ClockRow[] };

/** Those who have its dispute in hand, as it is today; where the reader may not see that, as the task keeps them. */
const selectTasks = (which: RawBuilder<unknown>) => sql<Row>`
  select m.county_code as "countyCode", m.id, m.code, m.title, m.status, m.event_seq as "eventSeq",
    m.event_hash as "eventHash", m.version, m.settings_version as "settingsVersion", m.seen_by as "seenBy",
    m.opened_at as "openedAt", m.closed_at as "closedAt", m.restricted, m.category_code as "categoryCode",
    m.region_code as "regionCode", m.receiving_center_id as "receivingCenterId", m.lead_unit_id as "leadUnitId",
    m.handler_post_id as "handlerPostId", m.named_post_ids as "namedPostIds", t.unit_id as "unitId",
    t.giver_post_id as "giverPostId", t.due_on::text as "dueOn",
    json_build_object('id', m.about_id, 'code', m.about_code, 
      'leadUnitId', case when a.id is null then t.about_unit_id else a.lead_unit_id end,
      'handlerPostId', case when a.id is null then t.about_post_id else a.handler_post_id end) as about,
    coalesce((select json_agg(${clockJson} order by c.started_at, c.id) from visible_matter_clock c
      where c.county_code = m.county_code and c.matter_id = m.id), '[]') as clocks
  from matter m
  join visible_task t on t.county_code = m.county_code and t.matter_id = m.id
  left join matter a on a.county_code = m.county_code and a.id = m.about_id
  where ${which}`;

const taskOf = ({ clocks, ...row }: Row): Task => ({ ...row, clocks: clocks.map(clockOf) });

export const taskStore: Store<Task> = {
  table: 'task',
  async find(queries, countyCode, code) {
    const { rows } = await selectTasks(sql`m.county_code = ${countyCode} and m.code = ${code}`).execute(queries);
    return rows[0] && taskOf(rows[0]);
  },
};

/** The tasks about one dispute, as far as the post sees them, soonest first; what has ended comes last. */
export async function listTasksAbout(queries: Queries, about: { countyCode: string; id: string }): Promise<Task[]> {
  const { rows } = await selectTasks(
    sql`m.county_code = ${about.countyCode} and m.about_id = ${about.id} order by m.closed_at is not null, t.due_on, m.code`,
  ).execute(queries);
  return rows.map(taskOf);
}

/** What its page shows besides the task itself. */
export async function readTaskDetail(queries: Queries, { countyCode, id }: Task): Promise<TaskDetail> {
  const where = sql`county_code = ${countyCode} and matter_id = ${id}`;
  const [events, notes, files] = await Promise.all([
    sql<TaskEvent>`select e.seq, e.id, e.at, e.type, e.actor_role as "actorRole", u.name, e.actor_unit_id as "unitId", e.data
      from visible_matter_event e left join app_user u on u.id = e.actor_user_id
      where e.county_code = ${countyCode} and e.matter_id = ${id} order by e.seq desc`.execute(queries),
    sql<TaskNote>`select event_id as "eventId", kind, body from visible_note where ${where} order by at, id`.execute(
      queries,
    ),
    sql<TaskFile>`select event_id as "eventId", id, name from visible_matter_file where ${where} order by at, id`.execute(
      queries,
    ),
  ]);
  return { events: events.rows, notes: notes.rows, files: files.rows };
}

/** Whoever sees the task sees what was handed in with it. */
export const findTaskFile = (queries: Queries, { countyCode, id: matterId }: Task, id: string) =>
  queries
    .selectFrom('visible_matter_file')
    .select(['sha256', 'name', 'mime'])
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', matterId)
    .where('id', '=', id)
    .executeTakeFirst();
