import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import { dayOf } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import { type AbsenceInput, mayAsk, mayGrant } from './absence.ts';
import { countOwed } from './absences.sql.ts';
import type { AttendanceEngine } from './attendanceEngine.ts';
import { checkCover, period, postIn } from './cover.sql.ts';

/** Before pressing: what is owed, what goes with it, what does not, and why somebody may not. */
export async function previewCover(engine: AttendanceEngine, actor: Actor, input: Omit<AbsenceInput, 'reason'>) {
  const today = dayOf(engine.now());
  const { absent, cover } = await reading(engine.db, actor, async (queries) => {
    const post = await postIn(queries, input.postId ?? actor.postId, today, 'postId');
    if (!mayAsk(actor, post)) refuse('forbidden', 'notYourPost', '请假由本人写，或者由本单位负责人、系统管理员代写。');
    const by = input.coverByPostId ? await checkCover(engine, queries, post, input.coverByPostId, input) : null;
    return { absent: post, cover: by };
  });
  const house = { counties: [absent.countyCode], viewers: ['system'] };
  const counted = await reading(engine.db, house, (queries) => countOwed(queries, absent.countyCode, absent.postId));
  return {
    name: absent.name,
    owed: counted.owed,
    restricted: counted.restricted,
    cover: cover?.name ?? null,
    granted: cover !== null && mayGrant(actor, absent, cover.userId),
    period: period(input),
  };
}
