import { recordAsSystem } from '../matters/record.sql.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Queries, record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { dayOf } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import { alarmText, type EndInput, endAlarm, outcomeWords, type RaiseInput, refuseRaising, whoHears } from './alarm.ts';
import { recordPageNotices } from './attendance.sql.ts';
import { type AttendanceEngine, isDesk, keysOf, type Place, placeOf, rulesOf } from './attendanceEngine.ts';
import { findOnDuty } from './roster.sql.ts';

export const ALARM_PAGE = '/duty';

function unitsOf(engine: AttendanceEngine, { centerId }: Place): string[] {
  const all = [...engine.reference().book.presences.values()];
  return all.filter((each) => each.active && each.centerId === centerId).map(({ unitId }) => unitId);
}

/** One press twice is one alarm: the same person, place and kind while the first one runs. */
function findSame(tx: Tx, place: Place, actor: Actor, input: RaiseInput) {
  return tx
    .selectFrom('alarm')
    .select('id')
    .where('county_code', '=', place.countyCode)
    .where('center_id', '=', place.centerId)
    .where('raised_by_post_id', '=', actor.postId)
    .where('place', '=', input.place.trim())
    .where('kind', '=', input.kind)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

/** The named people hear at once; whoever pressed stays with the visitor and need not telephone first. */
export async function raiseAlarm(engine: AttendanceEngine, actor: Actor, input: RaiseInput) {
  const place = placeOf(engine, actor, input.centerId);
  const { network, directory } = engine.reference();
  refuseRaising(actor, input, unitsOf(engine, place));
  const now = engine.now();
  return command(engine.db, actor, async (tx) => {
    const same = await findSame(tx, place, actor, input);
    const { alarmEars, shifts } = rulesOf(engine, place.countyCode);
    const onDuty = await findOnDuty(tx, place, shifts, now);
    const everybody = directory.postsOf(place.centerId).map(({ postId }) => postId);
    const ears = directory.postsOf(place.centerId, ...alarmEars).map(({ postId }) => postId);
    const told = whoHears({ onDuty: onDuty.map(({ postId }) => postId), ears, everybody }, actor.postId);
    const names = told.map((postId) => directory.post(postId)?.name ?? '').filter(Boolean);
    if (same) return { id: same.id, told: names };
    const id = newId(now);
    const values = {
      county_code: place.countyCode,
      id,
      center_id: place.centerId,
      day: dayOf(now),
      kind: input.kind,
      place: input.place.trim(),
      drill: input.drill,
      raised_at: now,
      raised_by_post_id: actor.postId,
      told_post_ids: told,
      seen_by: keysOf(place.centerId, network, actor.postId, ...told),
    };
    record(tx, tx.insertInto('alarm').values(values));
    recordTrail(tx, { at: now, act: 'alarm.raised', actor, subject: id, detail: { drill: input.drill } });
    recordAsSystem(tx);
    const text = alarmText(input, actor.name, now);
    const notices = told.map((postId) => ({ owner: `p:${postId}`, text, page: ALARM_PAGE }));
    recordPageNotices(tx, place.countyCode, notices, now);
    return { id, told: names };
  });
}

async function lockAlarm(tx: Tx, actor: Actor, id: string) {
  const row = await tx
    .selectFrom('alarm')
    .selectAll()
    .where('county_code', 'in', [...actor.counties])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('notFound', 'noSuchAlarm', '没有这次报警，或者这个岗位看不到。');
}

/** 「我去」: one line for each who goes. */
export async function answerAlarm(engine: AttendanceEngine, actor: Actor, id: string) {
  const now = engine.now();
  return command(engine.db, actor, async (tx) => {
    const row = await lockAlarm(tx, actor, id);
    if (row.ended_at !== null) refuse('conflict', 'alarmOver', '这次报警已经结束了。');
    const values = { county_code: row.county_code, alarm_id: id, post_id: actor.postId, at: now, seen_by: row.seen_by };
    const answer = tx.insertInto('alarm_answer').values(values);
    recordAsSystem(tx);
    record(
      tx,
      answer.onConflict((c) => c.columns(['county_code', 'alarm_id', 'post_id']).doNothing()),
    );
    return { id, sentence: `记下了：${actor.name}去了${row.place}。` };
  });
}

export async function closeAlarm(engine: AttendanceEngine, actor: Actor, id: string, input: EndInput) {
  const now = engine.now();
  return command(engine.db, actor, async (tx) => {
    const row = await lockAlarm(tx, actor, id);
    const mine = row.raised_by_post_id === actor.postId || row.told_post_ids.includes(actor.postId);
    if (!mine && !isDesk(actor, row.center_id))
      refuse('forbidden', 'notYourRole', '由按报警的人、值班的人或者中心窗口记怎么结束的。');
    endAlarm({ drill: row.drill, ended: row.ended_at !== null }, input);
    const set = {
      ended_at: now,
      ended_by_post_id: actor.postId,
      outcome: input.outcome,
      measures: input.measures.trim(),
    };
    recordAsSystem(tx);
    const update = tx.updateTable('alarm').set(set).where('county_code', '=', row.county_code);
    record(tx, update.where('id', '=', id));
    recordTrail(tx, { at: now, act: 'alarm.ended', actor, subject: id, detail: { outcome: input.outcome } });
    return { id, sentence: `记下了：${outcomeWords[input.outcome]}。` };
  });
}

/** Alarms of these days, newest first, with everybody who answered. */
export async function listAlarms(queries: Queries, place: Place, span: { from: string; to: string }) {
  const rows = await queries
    .selectFrom('alarm')
    .selectAll()
    .where('county_code', '=', place.countyCode)
    .where('center_id', '=', place.centerId)
    .where('day', '>=', span.from)
    .where('day', '<=', span.to)
    .orderBy('raised_at', 'desc')
    .limit(100)
    .execute();
  return withAnswers(queries, [place.countyCode], rows);
}

/** What runs now, wherever this post may know of it. */
export async function listRunning(queries: Queries, counties: readonly string[]) {
  const rows = await queries
    .selectFrom('alarm')
    .selectAll()
    .where('county_code', 'in', [...counties])
    .where('ended_at', 'is', null)
    .orderBy('raised_at')
    .limit(20)
    .execute();
  return withAnswers(queries, counties, rows);
}

async function withAnswers<R extends { id: string }>(
  queries: Queries,
  counties: readonly string[],
  rows: readonly R[],
) {
  if (rows.length === 0) return [];
  const answers = await queries
    .selectFrom('alarm_answer')
    .select(['alarm_id', 'post_id', 'at'])
    .where('county_code', 'in', [...counties])
    .where(
      'alarm_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('at')
    .execute();
  return rows.map((row) => ({ ...row, answers: answers.filter(({ alarm_id }) => alarm_id === row.id) }));
}
