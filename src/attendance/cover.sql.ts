import { recordPostEnd } from '../people/posts.sql.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Queries, type Tx } from '../platform/db.ts';
import { addDays, type Day, dayOf, formatDay } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { headKey } from '../procedures/owners.ts';
import { type AbsenceInput, askAbsence, coverFor, endEarly, mayAsk, mayGrant, type PostFacts } from './absence.ts';
import {
  findPost,
  listAway,
  listHeld,
  lockAbsence,
  recordAbsence,
  recordAbsenceChange,
  recordCoverPost,
} from './absences.sql.ts';
import { recordPageNotices } from './attendance.sql.ts';
import { type AttendanceEngine, rulesOf } from './attendanceEngine.ts';

const PAGE = '/absences';
type Span = { from: Day; to: Day };

export async function postIn(queries: Queries, postId: string, today: Day, field: string): Promise<PostFacts> {
  return (await findPost(queries, postId, today)) ?? refuseField(field, '没有这个岗位，或者已经到期了。');
}

/** Refuses what may not be covered by that person; answers who it is. */
export async function checkCover(
  engine: AttendanceEngine,
  queries: Queries,
  absent: PostFacts,
  coverByPostId: string,
  span: Span,
) {
  const today = dayOf(engine.now());
  const cover = await postIn(queries, coverByPostId, today, 'coverByPostId');
  const held = await listHeld(queries, cover.userId, today);
  const away = await listAway(queries, cover.countyCode, cover.userId, today);
  coverFor(absent, cover, span, { held, away, separated: rulesOf(engine, absent.countyCode).separated });
  return cover;
}

export const period = ({ from, to }: Span): string =>
  from === to ? formatDay(from) : `${formatDay(from)}到${formatDay(to)}`;

function later(one: Day, other: Day): Day {
  if (one < other) return other;
  return one;
}

function give(tx: Tx, actor: Actor, absent: PostFacts, cover: PostFacts, span: Span, now: Date): string {
  const from = later(span.from, dayOf(now));
  const id = recordCoverPost(tx, absent, cover.userId, { from, to: span.to }, now);
  const detail = {
    postId: id,
    role: absent.role,
    unitId: absent.unitId,
    coversPostId: absent.postId,
    lastDay: span.to,
  };
  recordTrail(tx, { at: now, act: 'cover.granted', actor, subject: cover.userId, detail });
  const text = `${period(span)}，${cover.name}代${absent.name}。`;
  recordPageNotices(
    tx,
    absent.countyCode,
    [absent.postId, cover.postId].map((postId) => ({ owner: `p:${postId}`, text, page: PAGE })),
    now,
  );
  return id;
}

function askLeaders(tx: Tx, absent: PostFacts, text: string, now: Date): void {
  recordPageNotices(tx, absent.countyCode, [{ owner: headKey(absent.unitId), text, page: PAGE }], now);
}

/** Away from a post. Where whoever writes it may also grant it, the cover holds from that moment on. */
export async function addAbsence(engine: AttendanceEngine, actor: Actor, input: AbsenceInput) {
  const now = engine.now();
  const today = dayOf(now);
  return command(engine.db, actor, async (tx) => {
    const absent = await postIn(tx, input.postId ?? actor.postId, today, 'postId');
    const others = (await listAway(tx, absent.countyCode, absent.userId, today)).filter(
      ({ postId }) => postId === absent.postId,
    );
    askAbsence(actor, absent, input, { today, others, rules: rulesOf(engine, absent.countyCode) });
    const cover = input.coverByPostId ? await checkCover(engine, tx, absent, input.coverByPostId, input) : null;
    const grants = cover !== null && mayGrant(actor, absent, cover.userId);
    const coverPostId = cover && grants ? give(tx, actor, absent, cover, input, now) : null;
    const id = recordAbsence(
      tx,
      {
        countyCode: absent.countyCode,
        unitId: absent.unitId,
        postId: absent.postId,
        ...{ from: input.from, to: input.to, reason: input.reason.trim(), by: actor.postId },
        state: grants ? 'granted' : cover ? 'asked' : 'open',
        coverByPostId: cover?.postId ?? null,
        coverPostId,
      },
      now,
    );
    const who = `${absent.name} ${period(input)}请假`;
    if (!grants)
      askLeaders(tx, absent, cover ? `${who}，想请${cover.name}代，等您同意。` : `${who}，代办人还没指定。`, now);
    const sentence = grants
      ? `${who}，由${cover?.name}代。到期自己结束。`
      : cover
        ? `${who}记下了，等单位负责人同意由${cover.name}代。`
        : `${who}记下了，代办人还没指定。`;
    return { id, sentence };
  });
}

async function lockOpen(tx: Tx, actor: Actor, id: string, today: Day) {
  const row = await lockAbsence(tx, actor.counties, id);
  const absent = row && (await findPost(tx, row.post_id, today));
  if (!row || !absent || row.to_day < today) refuse('notFound', 'noSuchAbsence', '没有这次请假，或者已经结束了。');
  return { row, absent, span: { from: row.from_day, to: row.to_day } };
}

/** 指定代办人: by the leader at once, by the person for the leader to agree to. */
export async function nameCover(engine: AttendanceEngine, actor: Actor, id: string, coverByPostId: string) {
  const now = engine.now();
  return command(engine.db, actor, async (tx) => {
    const { row, absent, span } = await lockOpen(tx, actor, id, dayOf(now));
    if (!mayAsk(actor, absent)) refuse('forbidden', 'notYourPost', '代办人由本人提，由本单位负责人或者系统管理员定。');
    if (row.state === 'granted') refuse('conflict', 'alreadyCovered', '已经有人代了。要换人，先结束现在的代班。');
    const cover = await checkCover(engine, tx, absent, coverByPostId, span);
    const grants = mayGrant(actor, absent, cover.userId);
    const coverPostId = grants ? give(tx, actor, absent, cover, span, now) : null;
    recordAbsenceChange(tx, row, {
      state: grants ? 'granted' : 'asked',
      cover_by_post_id: cover.postId,
      cover_post_id: coverPostId,
      ...(grants && { decided_by_post_id: actor.postId, decided_at: now }),
    });
    if (!grants) askLeaders(tx, absent, `${absent.name} ${period(span)}请假，想请${cover.name}代，等您同意。`, now);
    const sentence = grants
      ? `${period(span)}由${cover.name}代${absent.name}。`
      : `等单位负责人同意由${cover.name}代。`;
    return { id, sentence };
  });
}

export async function decideCover(
  engine: AttendanceEngine,
  actor: Actor,
  id: string,
  input: { approve: boolean; words: string },
) {
  const now = engine.now();
  return command(engine.db, actor, async (tx) => {
    const { row, absent, span } = await lockOpen(tx, actor, id, dayOf(now));
    if (row.state !== 'asked' || !row.cover_by_post_id)
      refuse('conflict', 'nothingAsked', '这次请假没有等着同意的代办人。');
    const cover = await postIn(tx, row.cover_by_post_id, dayOf(now), 'coverByPostId');
    if (!mayGrant(actor, absent, cover.userId))
      refuse('forbidden', 'notYourRole', '代班由本单位负责人或者系统管理员同意，本人和代办人自己不能。');
    if (!input.approve && input.words.trim().length < 2) refuseField('words', '不同意写一句为什么。');
    if (input.approve) await checkCover(engine, tx, absent, cover.postId, span);
    const coverPostId = input.approve ? give(tx, actor, absent, cover, span, now) : null;
    const state = input.approve ? 'granted' : 'refused';
    const decided = { decided_by_post_id: actor.postId, decided_at: now, decision: input.words.trim() };
    recordAbsenceChange(tx, row, { state, cover_post_id: coverPostId, ...decided });
    const sentence = input.approve
      ? `${period(span)}由${cover.name}代${absent.name}。`
      : `没有同意由${cover.name}代${absent.name}：${input.words.trim()}`;
    if (!input.approve)
      recordPageNotices(tx, row.county_code, [{ owner: `p:${absent.postId}`, text: sentence, page: PAGE }], now);
    return { id, sentence };
  });
}

/** Back early, or it is called off: the cover's post ends with it. */
export async function endAbsence(engine: AttendanceEngine, actor: Actor, id: string) {
  const now = engine.now();
  const today = dayOf(now);
  return command(engine.db, actor, async (tx) => {
    const { row, absent, span } = await lockOpen(tx, actor, id, today);
    const lastDay = endEarly(actor, absent, span, today);
    const begun = span.from <= lastDay;
    // A post that never began ends on the day before its first.
    if (row.cover_post_id) recordPostEnd(tx, row.cover_post_id, begun ? lastDay : addDays(later(span.from, today), -1));
    recordAbsenceChange(tx, row, begun ? { state: 'ended', to_day: lastDay } : { state: 'withdrawn' });
    recordTrail(tx, { at: now, act: 'cover.ended', actor, subject: row.id, detail: { postId: row.post_id } });
    if (row.cover_by_post_id)
      recordPageNotices(
        tx,
        row.county_code,
        [{ owner: `p:${row.cover_by_post_id}`, text: `${absent.name}回来了，不用再代。`, page: PAGE }],
        now,
      );
    return { id, sentence: `${absent.name}的请假结束了${row.cover_post_id ? '，代班也结束了' : ''}。` };
  });
}
