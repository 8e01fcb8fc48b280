import { sql } from 'kysely';
import type { Queries, Tx } from '../platform/db.ts';
import { record } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import type { Day } from '../platform/now.ts';
import type { PostFacts } from './absence.ts';
import type { AbsenceState } from './absenceViews.ts';

/** A lasting post with its person; posts that cover another are nobody's to leave. */
export async function findPost(queries: Queries, postId: string, day: Day): Promise<PostFacts | undefined> {
  const { rows } = await sql<PostFacts>`
    select p.id as "postId", p.user_id as "userId", u.name, p.role, p.unit_id as "unitId", p.county_code as "countyCode"
    from post p join app_user u on u.id = p.user_id
    where p.id = ${postId} and p.covers_post_id is null and u.active
      and ${day}::date between p.valid_from and coalesce(p.valid_to, 'infinity')`.execute(queries);
  return rows[0];
}

/** What a person holds today, covers included: what clashes, clashes with those as well. */
export async function listHeld(queries: Queries, userId: string, day: Day) {
  const { rows } = await sql<{ role: string; countyCode: string }>`
    select role, county_code as "countyCode" from post
    where user_id = ${userId} and coalesce(valid_to, 'infinity') >= ${day}::date`.execute(queries);
  return rows;
}

const live: readonly AbsenceState[] = ['open', 'asked', 'granted', 'refused'];

/** When a person is away from any of the own posts. */
export async function listAway(queries: Queries, countyCode: string, userId: string, from: Day) {
  const { rows } = await sql<{ from: Day; to: Day; postId: string }>`
    select a.from_day as "from", a.to_day as "to", a.post_id as "postId" from absence a join post p on p.id = a.post_id
    where a.county_code = ${countyCode} and p.user_id = ${userId} and a.to_day >= ${from}::date
      and a.state in (${sql.join(live.map((state) => sql`${state}`))})`.execute(queries);
  return rows;
}

export async function lockAbsence(tx: Tx, counties: readonly string[], id: string) {
  return tx
    .selectFrom('absence')
    .selectAll()
    .where('county_code', 'in', [...counties])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export type NewAbsence = {
  countyCode: string;
  unitId: string;
  postId: string;
  from: Day;
  to: Day;
  reason: string;
  state: 'open' | 'asked' | 'granted';
  coverByPostId: string | null;
  coverPostId: string | null;
  by: string;
};

export function recordAbsence(tx: Tx, absence: NewAbsence, now: Date): string {
  const id = newId(now);
  const granted = absence.state === 'granted';
  const values = {
    county_code: absence.countyCode,
    id,
    unit_id: absence.unitId,
    post_id: absence.postId,
    from_day: absence.from,
    to_day: absence.to,
    reason: absence.reason,
    state: absence.state,
    cover_by_post_id: absence.coverByPostId,
    cover_post_id: absence.coverPostId,
    asked_by_post_id: absence.by,
    asked_at: now,
    ...(granted && { decided_by_post_id: absence.by, decided_at: now }),
  };
  record(tx, tx.insertInto('absence').values(values));
  return id;
}

export type AbsenceChange = {
  state?: AbsenceState;
  to_day?: Day;
  cover_by_post_id?: string | null;
  cover_post_id?: string | null;
  decided_by_post_id?: string | null;
  decided_at?: Date | null;
  decision?: string;
};

export function recordAbsenceChange(tx: Tx, key: { county_code: string; id: string }, set: AbsenceChange): void {
  const row = tx.updateTable('absence').set(set).where('county_code', '=', key.county_code);
  record(tx, row.where('id', '=', key.id));
}

/** The post that is given to the cover: the absent one's, until a day; it ends by itself. */
export function recordCoverPost(
  tx: Tx,
  absent: { postId: string },
  userId: string,
  span: { from: Day; to: Day },
  now: Date,
): string {
  const id = newId(now);
  const given = sql`insert into post (id, user_id, unit_id, role, region_code, county_code, valid_from, valid_to, covers_post_id, created_at)
    select ${id}::uuid, ${userId}::uuid, p.unit_id, p.role, p.region_code, p.county_code, ${span.from}::date, ${span.to}::date, p.id, ${now}::timestamptz
    from post p where p.id = ${absent.postId}::uuid`;
  record(tx, { compile: () => given.compile(tx) });
  return id;
}

export type AbsenceRow = {
  countyCode: string;
  id: string;
  unitId: string;
  postId: string;
  userId: string;
  name: string;
  role: string;
  from: Day;
  to: Day;
  reason: string;
  state: AbsenceState;
  coverByPostId: string | null;
  coverUserId: string | null;
  coverName: string | null;
  decision: string;
};

/** Absences that concern a post: one's own, those one covers, those of a unit, of a county for its administrator. */
export async function listAbsences(
  queries: Queries,
  whose: { counties: readonly string[]; userId: string; unitId: string | null; everybody: boolean; since: Day },
): Promise<AbsenceRow[]> {
  const { rows } = await sql<AbsenceRow>`
    select a.county_code as "countyCode", a.id, a.unit_id as "unitId", a.post_id as "postId", p.user_id as "userId", u.name, p.role,
      a.from_day as "from", a.to_day as "to", a.reason, a.state, a.cover_by_post_id as "coverByPostId",
      c.user_id as "coverUserId", cu.name as "coverName", a.decision
    from absence a join post p on p.id = a.post_id join app_user u on u.id = p.user_id
    left join post c on c.id = a.cover_by_post_id left join app_user cu on cu.id = c.user_id
    where a.county_code in (${sql.join(whose.counties.map((county) => sql`${county}`))}) and a.to_day >= ${whose.since}::date
      and a.state <> 'withdrawn'
      and (${whose.everybody} or p.user_id = ${whose.userId}::uuid or c.user_id = ${whose.userId}::uuid or a.unit_id = ${whose.unitId})
    order by a.from_day, a.id limit 300`.execute(queries);
  return rows;
}

/** What is owed by a post, and how much of it only named people may know: that part does not go to a cover. */
export async function countOwed(queries: Queries, countyCode: string, postId: string) {
  const { rows } = await sql<{ owed: number; restricted: number }>`
    select count(*) as owed, count(*) filter (where m.restricted) as restricted
    from matter_todo t join matter m on m.county_code = t.county_code and m.id = t.matter_id
    where t.county_code = ${countyCode} and t.owner = ${`p:${postId}`}`.execute(queries);
  return rows[0] ?? { owed: 0, restricted: 0 };
}
